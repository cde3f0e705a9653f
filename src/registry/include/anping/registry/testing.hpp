// SPDX-License-Identifier: Apache-2.0
// For tests of modules that stand on the registry: the ground they share on a database of their own.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <anping/api/testing.hpp>
#include <anping/db/testing.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/registry/projection.hpp>
#include <anping/registry/service.hpp>

namespace anping::registry::testing {

struct Folder {
    Folder() {
        if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary directory");
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::string path = (std::filesystem::temp_directory_path() / "anping-test-XXXXXX").string();
};

inline std::shared_ptr<rulebook::Law const> books() {
    static auto const law = std::make_shared<rulebook::Law const>(*rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law);
    return law;
}

inline access::Principal of_bureau(char const* account, access::Role role = access::Role::clerk,
                                   char const* region = "652301") {
    return {{account},
            role,
            bureau_of({region}, field::Authority::government).text,
            access::UnitKind::bureau,
            {region},
            field::Authority::government,
            account,
            true};
}

inline access::Principal of_institution(std::string const& institution, char const* account = "A-i",
                                        access::Role role = access::Role::institution_admin) {
    return {{account}, role, institution, access::UnitKind::institution, {"650000"}, {}, "", true};
}

// Ledger, registry and whatever else is projected.
struct Ground {
    Ground(db::Backend backend, std::vector<std::unique_ptr<ledger::Projection>> more, std::vector<std::string> kept,
           char const* now)
        : database(backend), clock{parse_timestamp(now).value()}, owned(std::move(more)), schemas(std::move(kept)) {
        schemas.push_back(ledger::Personal::schema());
        for (auto const& one : owned) projections.push_back(one.get());
        projections.push_back(rows.get());
        {
            auto session = db::open(database.address(), db::Mode::write);
            ledger::Personal::create(session);
            for (auto const& schema : schemas) session.script(schema);
        }
        personal = std::make_unique<ledger::Personal>(ledger::load_or_make_data_key(directory.path).value());
        writer = std::make_unique<ledger::Writer>(database.address(), ledger::WriterOptions{directory.path},
                                                  projections, clock);
        pool = std::make_unique<db::Pool>(database.address(), 2);
        registry = std::make_unique<Service>([] { return books(); }, *personal);
    }

    // Registered, its id.
    std::string institution(char const* code, std::string name) {
        RegisterInstitution in;
        in.name = {std::move(name)};
        in.credit_code = {code};
        in.region = {"650000"};
        in.address = {"乌鲁木齐市"};
        in.phone = {"0991-1"};
        in.qualification = {{"APJ-（新）-001"},
                            {{"assess.5"}},
                            field::parse_date("2024-01-01").value(),
                            field::parse_date("2028-12-31").value()};
        auto const written =
            writer->apply({{"A-0", "clerk", "B-650000", "650000"}, "", "", registry->register_institution(in)});
        return std::string(written.value().answer.at("id").as_string());
    }
    // What a replay of the ledger finds wrong with the tables.
    std::vector<std::string> findings() {
        std::vector<std::string> out;
        for (auto const& finding : ledger::verify_state(database.address(), projections, schemas).findings)
            out.push_back(ledger::to_string(finding));
        return out;
    }

    Folder directory;
    db::ScratchDatabase database;
    ManualClock clock;
    std::vector<std::unique_ptr<ledger::Projection>> owned;
    std::unique_ptr<ledger::Projection> rows = make_projection();
    std::vector<std::string> schemas;
    std::vector<ledger::Projection*> projections;
    std::unique_ptr<ledger::Personal> personal;
    std::unique_ptr<ledger::Writer> writer;
    std::unique_ptr<db::Pool> pool;
    std::unique_ptr<Service> registry;
    access::Policy policy{books()->regions()};
};

}  // namespace anping::registry::testing
