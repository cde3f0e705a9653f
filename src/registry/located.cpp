// SPDX-License-Identifier: Apache-2.0
#include <anping/registry/located.hpp>

#include <anping/db/columns.hpp>

namespace anping::registry {

std::vector<InstitutionId> located_in(db::Session& session, field::RegionCode const& region) {
    std::string const prefix(field::subtree_prefix(region));
    std::vector<InstitutionId> out;
    session.each<InstitutionId>(
        "SELECT id FROM registry_institution WHERE region >= :within AND region < :beyond ORDER BY id",
        {prefix, prefix + ":"}, [&](auto id) { out.push_back(std::move(id)); });
    return out;
}

std::vector<EnterpriseId> supervised_at(db::Session& session, field::RegionCode const& region, SupervisionLevel level) {
    std::string const prefix(field::subtree_prefix(region));
    std::vector<EnterpriseId> out;
    session.each<EnterpriseId>(
        "SELECT id FROM registry_enterprise WHERE region >= :within AND region < :beyond AND supervision_level = "
        ":level ORDER BY id",
        {prefix, prefix + ":", db::sql(level)}, [&](auto id) { out.push_back(std::move(id)); });
    return out;
}

std::optional<InstitutionId> institution_with(db::Session& session, std::string const& credit_code,
                                              std::string const& name) {
    std::vector<InstitutionId> found;
    auto const keep = [&](auto id) { found.push_back(std::move(id)); };
    if (credit_code.empty())
        session.each<InstitutionId>("SELECT id FROM registry_institution WHERE name = :name", {name}, keep);
    else
        session.each<InstitutionId>("SELECT id FROM registry_institution WHERE credit_code = :code", {credit_code},
                                    keep);
    if (found.size() != 1) return std::nullopt;
    return std::move(found.front());
}

}  // namespace anping::registry
