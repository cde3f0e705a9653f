// SPDX-License-Identifier: Apache-2.0
#include <anping/registry/inventory.hpp>

#include "queries.hpp"

namespace anping::registry {
namespace {

class Everything final : public Inventory {
public:
    std::vector<PartyName> all_names(db::Session& session) const override {
        std::vector<PartyName> out;
        session.each<std::string, std::string>(
            "SELECT id, name FROM registry_institution UNION ALL SELECT id, name FROM registry_enterprise", {},
            [&](auto id, auto name) { out.push_back({std::move(id), std::move(name)}); });
        return out;
    }

    // An enterprise keeps its name, and ids ascend; of an institution the registration may say another than was noted.
    std::string names_stamp(db::Session& session) const override {
        auto const newest = session.scalar<std::string>("SELECT COALESCE(MAX(id), '') FROM registry_enterprise");
        auto const versions =
            session.scalar<std::int64_t>("SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM registry_institution");
        return newest + " " + std::to_string(versions);
    }

    std::vector<InstrumentView> instruments(db::Session& session, InstitutionId const& institution) const override {
        return queries::instruments(session, institution);
    }
};

}  // namespace

std::unique_ptr<Inventory> make_inventory() { return std::make_unique<Everything>(); }

}  // namespace anping::registry
