// SPDX-License-Identifier: Apache-2.0
#include "queries_year_plan.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::planning::queries {
namespace {

std::vector<YearPlanSummary> summaries(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<YearPlanSummary> out;
    // lint: sql - the conditions below, their values bound
    session.each<YearPlanId, registry::BureauId, std::int64_t, std::string, YearPlanStage, std::int64_t, std::int64_t,
                 Timestamp, std::int64_t>(
        "SELECT id, bureau, year, title, stage, institutions, visits, written_at, entry FROM planning_year_plan "
        "WHERE " +
            rest,
        params,
        [&](auto id, auto bureau, auto year, auto title, auto stage, auto institutions, auto visits, auto at,
            auto entry) {
            out.push_back(
                {std::move(id), bureau, bureau.text, year, std::move(title), stage, institutions, visits, at, entry});
        });
    return out;
}

}  // namespace

std::optional<YearPlanState> year_plan_state(db::Session& session, YearPlanId const& id) {
    auto row = session.one<std::string, YearPlanStage, std::string>(
        "SELECT body, stage, last_by FROM planning_year_plan WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [body, stage, by] = *row;
    return YearPlanState{id, from_trusted_json<YearPlanWritten>(json::parse(body)), stage, std::move(by)};
}

std::vector<YearPlanSummary> year_plans(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                        std::int64_t limit) {
    auto seen = sees.where({"bureau", {}, {"region"}, "authority", ""});
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return summaries(session, seen.text + " AND entry < :before ORDER BY entry DESC LIMIT :limit", seen.params);
}

std::optional<YearPlanSummary> year_plan(db::Session& session, YearPlanId const& id) {
    auto found = summaries(session, "id = :id", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<YearPlanAct> year_plan_acts(db::Session& session, YearPlanId const& id) {
    std::vector<YearPlanAct> out;
    session.each<std::string, std::string, Timestamp, std::string>(
        "SELECT what, account, at, reason FROM planning_year_act WHERE plan = :id ORDER BY entry", {id},
        [&](auto what, auto account, auto at, auto reason) {
            out.push_back({std::move(what), std::move(account), at, std::move(reason)});
        });
    return out;
}

std::int64_t year_plan_version(db::Session& session, YearPlanId const& id) {
    return session.scalar<std::int64_t>("SELECT count(*) FROM planning_year_act WHERE plan = :id", {id});
}

std::optional<YearPlanId> year_plan_of(db::Session& session, registry::BureauId const& bureau, std::int64_t year) {
    auto row = session.one<YearPlanId>("SELECT id FROM planning_year_plan WHERE bureau = :bureau AND year = :year",
                                       {bureau, year});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

}  // namespace anping::planning::queries
