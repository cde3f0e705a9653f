// SPDX-License-Identifier: Apache-2.0
// The registry on a database of its own, asked through its endpoints by whoever may.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include <anping/access/projection.hpp>
#include <anping/api/testing.hpp>
#include <anping/db/testing.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/ledger/replay.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/registry/endpoints.hpp>
#include <anping/registry/projection.hpp>

namespace anping::registry {

using access::Role;
using ::testing::ElementsAre;

inline field::Date day(char const* text) { return field::parse_date(text).value(); }

inline std::shared_ptr<rulebook::Law const> books() {
    static auto const law = std::make_shared<rulebook::Law const>(*rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law);
    return law;
}

inline RegisterInstitution an_institution(char const* code = "91510100MA61T42C93", std::string name = "天山安评") {
    RegisterInstitution in;
    in.name = {std::move(name)};
    in.credit_code = {code};
    in.region = {"650000"};
    in.address = {"乌鲁木齐市"};
    in.phone = {"0991-1"};
    in.qualification = {{"APJ-（新）-001"}, {{"assess.5"}}, day("2024-01-01"), day("2028-12-31")};
    return in;
}
inline RegisterEnterprise an_enterprise(char const* code = "91510107749749603G", char const* region = "652301") {
    return {{"昌吉化工"}, {code}, {region}, field::Authority::government, {"工业园"}};
}

struct Folder {
    Folder() {
        if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary directory");
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string path = (std::filesystem::temp_directory_path() / "anping-registry-XXXXXX").string();
};

class Registry : public ::testing::TestWithParam<db::Backend> {
protected:
    static access::Principal of_bureau(Role role, char const* region) {
        return {{"A-b"},
                role,
                bureau_of({region}, field::Authority::government).text,
                access::UnitKind::bureau,
                {region},
                field::Authority::government,
                "",
                true};
    }
    static access::Principal admin_of(std::string const& institution) {
        return {{"A-a"}, Role::institution_admin, institution, access::UnitKind::institution, {"650000"}, {}, "", true};
    }
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, path, body);
    }
    std::string id_of(http::Response const& response, int status = 201) {
        EXPECT_EQ(response.status, status) << response.body;
        return std::string(api::testing::body_of(response).at("result").at("id").as_string());
    }
    std::vector<std::string> names(access::Principal const& who, std::string const& target) {
        std::vector<std::string> out;
        auto const body = api::testing::body_of(caller.get(who, target));
        for (auto const& item : body.at("items").as_array()) out.emplace_back(item.at("name").as_string());
        return out;
    }
    json::array items(access::Principal const& who, std::string const& target) {
        return api::testing::body_of(caller.get(who, target)).at("items").as_array();
    }
    std::string institution() { return id_of(post(province, "/api/v1/institutions", to_json(an_institution()))); }
    std::string data_key() {
        auto session = db::open(database.address(), db::Mode::write);
        ledger::Personal::create(session);
        return ledger::load_or_make_data_key(directory.path).value();
    }
    std::vector<std::string> findings() {
        std::vector<std::string> out;
        for (auto const& finding :
             ledger::verify_state(database.address(), {rows.get(), &accounts}, {ledger::Personal::schema()}).findings)
            out.push_back(ledger::to_string(finding));
        return out;
    }

    Folder directory;
    db::ScratchDatabase database{GetParam()};
    ManualClock clock{parse_timestamp("2026-03-02T09:00:00+08:00").value()};
    std::unique_ptr<ledger::Projection> rows = make_projection();
    access::AccountProjection accounts;
    ledger::Personal personal{data_key()};
    ledger::Writer writer{database.address(), {directory.path}, {rows.get(), &accounts}, clock};
    db::Pool pool{database.address(), 2};
    access::Policy policy{books()->regions()};
    Service service{[] { return books(); }, personal};
    vault::Table table;  // what any workbook holds
    api::testing::Caller caller{endpoints(service, writer, pool, [this](auto) { return Result<vault::Table>(table); }),
                                policy, clock};
    access::Principal const province = of_bureau(Role::clerk, "650000");
    access::Principal const county = of_bureau(Role::clerk, "652301");
};

}  // namespace anping::registry
