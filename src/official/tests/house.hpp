// SPDX-License-Identifier: Apache-2.0
// For tests: a county's bureau, an institution and an enterprise, with ledger, vault and law on a database of their
// own.
#pragma once

#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/db/testing.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/official/projection.hpp>
#include <anping/official/service.hpp>
#include <anping/registry/projection.hpp>
#include <anping/registry/service.hpp>

namespace anping::official::testing {

inline std::shared_ptr<rulebook::Law const> books() {
    static auto const law = std::make_shared<rulebook::Law const>(*rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law);
    return law;
}

// A directory of one's own with a worker that tells a DOCX from a photo by its first byte.
class Folder {
public:
    Folder() {
        if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary directory");
        std::ofstream(path + "/worker") << R"sh(#!/bin/sh
case "$(head -c 1 "$2")" in P) type=application/vnd.openxmlformats-officedocument.wordprocessingml.document ;; *) type=image/jpeg ;; esac
printf '{"camera":"","height":2,"latitude":"","longitude":"","media_type":"%s","pages":1,"problem":"","taken_at":"","width":1}\n' "$type"
)sh";
        ::chmod((path + "/worker").c_str(), 0700);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::string path = (std::filesystem::temp_directory_path() / "anping-official-XXXXXX").string();
};

class House {
public:
    explicit House(db::Backend backend) : database(backend) {
        registry::RegisterInstitution in;
        in.name = {"天山安评"};
        in.credit_code = {"91650100MA775E3P5A"};
        in.region = {"650000"};
        in.address = {"乌鲁木齐市"};
        in.phone = {"0991-7654321"};
        in.qualification = {{"APJ-（新）-1"}, {{"assess.5"}}, day("2024-01-01"), day("2028-12-31")};
        institution = {id_of(registry.register_institution(std::move(in)))};
        registry::RegisterEnterprise other{
            {"昌吉化工"}, {"91652301MA776F4Q8T"}, {"652301"}, field::Authority::government, {"工业园"}};
        enterprise = {id_of(registry.register_enterprise(std::move(other)))};
    }

    static field::Date day(char const* text) { return field::parse_date(text).value(); }
    access::Principal of_bureau(access::Role role, std::string const& region, std::string const& account) const {
        return {{account}, role, "B-" + region, access::UnitKind::bureau, {region}, {}, account, true};
    }
    access::Principal of_institution(access::Role role, std::string const& account) const {
        return {{account}, role, institution.text, access::UnitKind::institution, {"650000"}, {}, account, true};
    }
    access::Principal the_enterprise() const {
        return {{"A-enterprise"}, access::Role::enterprise,
                enterprise.text,  access::UnitKind::enterprise,
                {"652301"},       {},
                "A-enterprise",   true};
    }
    Result<ledger::Written> act(access::Principal const& who, Decision decide) {
        return writer.apply(
            {{who.account.text, boost::describe::enum_to_string(who.role, ""), who.unit, who.region.digits},
             {},
             {},
             std::move(decide)});
    }
    vault::UploadId upload(access::Principal const& who, std::string const& name, std::string const& content) {
        auto const state =
            vault.create(who.account.text, name, static_cast<std::int64_t>(content.size()), true).value();
        auto append = vault.append(state.id, 0).value();
        if (!append->write(content) || !append->finish()) throw std::runtime_error("the vault did not take " + name);
        return state.id;
    }

    std::shared_ptr<rulebook::Law const> law = books();
    Folder folder;
    ManualClock clock{parse_timestamp("2026-03-02T09:00:00+08:00").value()};
    db::ScratchDatabase database;

private:
    std::string ready_data_key() {
        auto session = db::open(database.address(), db::Mode::write);
        ledger::Personal::create(session);
        return ledger::load_or_make_data_key(folder.path).value();
    }
    std::string id_of(std::function<Result<ledger::Decided>(ledger::Transaction&)> decide) {
        ledger::Actor const office{"A-province", "clerk", "B-650000", "650000"};
        return std::string(writer.apply({office, {}, {}, std::move(decide)}).value().answer.at("id").as_string());
    }
    std::unique_ptr<ledger::Projection> registry_rows_ = registry::make_projection();
    std::unique_ptr<ledger::Projection> rows_ = make_projection();

public:
    std::vector<ledger::Projection*> projections{registry_rows_.get(), rows_.get()};
    ledger::Personal personal{ready_data_key()};
    ledger::Writer writer{database.address(), {folder.path}, projections, clock};
    db::Pool pool{database.address(), 4};
    access::Policy policy{law->regions()};
    vault::Vault vault{folder.path, folder.path + "/worker", clock};
    registry::Service registry{[this] { return law; }, personal};
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
};

}  // namespace anping::official::testing
