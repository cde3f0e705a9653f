// SPDX-License-Identifier: Apache-2.0
#include "queries_outside_draws.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::planning::queries {
namespace {

std::vector<OutsideDrawSummary> summaries(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<OutsideDrawSummary> out;
    // lint: sql - the conditions below, their values bound
    session.each<OutsideDrawId, std::string, std::string, std::string, field::Date, registry::BureauId, std::int64_t,
                 std::int64_t, Timestamp, std::int64_t, bool>(
        "SELECT id, title, platform, number, drawn_on, bureau, candidates, drawn, recorded_at, entry, CASE WHEN "
        "withdrawn IS NULL THEN 0 ELSE 1 END FROM planning_outside_draw WHERE " +
            rest,
        params,
        [&](auto id, auto title, auto platform, auto number, auto on, auto bureau, auto candidates, auto drawn, auto at,
            auto entry, auto withdrawn) {
            out.push_back({std::move(id), std::move(title), std::move(platform), std::move(number), on, bureau,
                           bureau.text, candidates, drawn, at, entry, withdrawn});
        });
    return out;
}

}  // namespace

std::optional<OutsideState> outside_state(db::Session& session, OutsideDrawId const& id) {
    auto row = session.one<std::string, std::optional<std::string>>(
        "SELECT body, withdrawn FROM planning_outside_draw WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [body, withdrawn] = *row;
    return OutsideState{id, from_trusted_json<OutsideDrawRecorded>(json::parse(body)), withdrawn.has_value()};
}

bool outside_known(db::Session& session, registry::BureauId const& bureau, std::string const& platform,
                   std::string const& number) {
    return session.scalar<std::int64_t>(
               "SELECT count(*) FROM planning_outside_draw WHERE bureau = :bureau AND platform = :platform AND number "
               "= :number AND withdrawn IS NULL",
               {bureau, platform, number}) > 0;
}

std::vector<OutsideDrawSummary> outside_draws(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                              std::int64_t limit) {
    auto seen = sees.where({"bureau", {}, {"region"}, "authority", ""});
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return summaries(session, seen.text + " AND entry < :before ORDER BY entry DESC LIMIT :limit", seen.params);
}

std::optional<OutsideDrawView> outside_draw(db::Session& session, OutsideDrawId const& id) {
    auto found = summaries(session, "id = :id", {id});
    if (found.empty()) return std::nullopt;
    auto row = session.one<std::string, std::string, std::optional<std::string>, std::int64_t>(
        "SELECT body, recorded_by, withdrawn, version FROM planning_outside_draw WHERE id = :id", {id});
    auto& [body, by, withdrawn, version] = *row;
    auto in = from_trusted_json<OutsideDrawRecorded>(json::parse(body));
    OutsideDrawView out;
    out.summary = std::move(found.front());
    out.basis = std::move(in.draw.basis.value);
    out.recorded_by = std::move(by);
    out.source = std::move(in.draw.source);
    out.withdrawn = std::move(withdrawn);
    out.version = version;
    for (auto& one : in.draw.rows) out.rows.push_back({std::move(one), std::nullopt, std::nullopt});
    for (auto& one : in.matched)
        out.rows.at(static_cast<std::size_t>(one.row)).institution = std::move(one.institution);
    return out;
}

}  // namespace anping::planning::queries
