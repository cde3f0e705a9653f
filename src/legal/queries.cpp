// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <anping/db/columns.hpp>

namespace anping::legal::queries {

std::vector<Standing> standing(db::Session& session) {
    std::vector<Standing> out;
    session.each<std::string, field::RegionCode, std::string, std::string, std::string, Timestamp, std::int64_t>(
        "SELECT clause, region, content, basis, unit, at, entry FROM legal_confirmation ORDER BY clause, region", {},
        [&](auto clause, auto region, auto content, auto basis, auto unit, auto at, auto entry) {
            out.push_back({{std::move(clause), std::move(region), std::move(content)},
                           std::move(basis),
                           std::move(unit),
                           at,
                           entry});
        });
    return out;
}

std::vector<rulebook::Confirmation> confirmations(db::Session& session) {
    std::vector<rulebook::Confirmation> out;
    for (auto& one : standing(session)) out.push_back(std::move(one.confirmation));
    return out;
}

std::optional<std::string> content(db::Session& session, std::string const& clause, field::RegionCode const& region) {
    auto row = session.one<std::string>(
        "SELECT content FROM legal_confirmation WHERE clause = :clause AND region = :region", {clause, region.digits});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

}  // namespace anping::legal::queries
