// SPDX-License-Identifier: Apache-2.0
#include "queries_earlier_reports.hpp"

#include <map>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::planning::queries {
namespace {

template <class T>
T read(std::string const& body) {
    return from_trusted_json<T>(json::parse(body));
}

}  // namespace

std::optional<EarlierState> earlier_state(db::Session& session, EarlierReportId const& id) {
    auto row = session.one<registry::BureauId, field::RegionCode, field::Authority, std::string>(
        "SELECT bureau, region, authority, body FROM planning_earlier WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [bureau, region, authority, body] = *row;
    return EarlierState{std::move(bureau), std::move(region), authority, read<EarlierReport>(body)};
}

std::set<std::string> earlier_keys(db::Session& session, registry::BureauId const& bureau) {
    std::set<std::string> out;
    session.each<std::string>("SELECT body FROM planning_earlier WHERE bureau = :bureau", {bureau},
                              [&](auto body) { out.insert(key_of(read<EarlierReport>(body))); });
    return out;
}

std::vector<EarlierKept> earlier_reports(db::Session& session, rulebook::Place const& place, field::Date since) {
    std::string const prefix(field::subtree_prefix(place.region));
    db::Params const where{prefix, prefix + ":", db::sql(place.authority), field::to_string(since)};
    std::map<std::string, std::vector<EarlierCheck>> checks;
    session.each<std::string, registry::BureauId, std::string>(
        "SELECT c.report, c.bureau, c.body FROM planning_earlier_check c JOIN planning_earlier e ON e.id = c.report "
        "WHERE e.region >= :within AND e.region < :beyond AND e.authority = :authority AND e.made_on >= :since ORDER "
        "BY c.entry",
        where, [&](auto report, auto bureau, auto body) {
            checks[report].push_back({std::move(bureau), read<CheckEarlierReport>(body)});
        });
    std::vector<EarlierKept> out;
    session.each<EarlierReportId, registry::BureauId, std::string>(
        "SELECT id, bureau, body FROM planning_earlier WHERE region >= :within AND region < :beyond AND authority = "
        ":authority AND made_on >= :since ORDER BY entry DESC, line",
        where, [&](auto id, auto bureau, auto body) {
            auto done = std::move(checks[id.text]);
            out.push_back({std::move(id), std::move(bureau), read<EarlierReport>(body), std::move(done)});
        });
    return out;
}

}  // namespace anping::planning::queries
