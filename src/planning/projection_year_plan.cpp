// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/planning/events/year_plan.hpp>

#include "projection_parts.hpp"

namespace anping::planning {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE planning_year_plan (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, year BIGINT NOT NULL,
    title TEXT NOT NULL, stage TEXT NOT NULL, institutions BIGINT NOT NULL, visits BIGINT NOT NULL,
    written_at BIGINT NOT NULL, last_by TEXT NOT NULL, body TEXT NOT NULL, entry BIGINT NOT NULL);
CREATE INDEX planning_year_plan_region ON planning_year_plan (region, entry);
CREATE INDEX planning_year_plan_bureau ON planning_year_plan (bureau, year);
CREATE TABLE planning_year_act (
    plan TEXT NOT NULL, entry BIGINT NOT NULL, what TEXT NOT NULL, account TEXT NOT NULL, at BIGINT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY (plan, entry));
)sql";

void act(db::Session& session, ledger::Entry const& entry, char const* what, std::string const& reason) {
    session.exec(
        "INSERT INTO planning_year_act (plan, entry, what, account, at, reason) VALUES (:id, :entry, :what, "
        ":account, :at, :reason)",
        {entry.event.subject, entry.seq, what, entry.actor.account, entry.at, reason});
}

std::pair<std::int64_t, std::int64_t> counted(std::vector<PlannedVisits> const& items) {
    std::set<std::string> institutions;
    std::int64_t visits = 0;
    for (auto const& one : items) {
        institutions.insert(one.institution.text);
        visits += one.times;
    }
    return {static_cast<std::int64_t>(institutions.size()), visits};
}

void written(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<YearPlanWritten>(entry);
    auto const [institutions, visits] = counted(in.plan.items);
    session.exec(
        "INSERT INTO planning_year_plan (id, bureau, region, authority, year, title, stage, institutions, visits, "
        "written_at, last_by, body, entry) VALUES (:id, :bureau, :region, :authority, :year, :title, :stage, "
        ":institutions, :visits, :at, :by, :body, :entry)",
        {entry.event.subject, in.bureau, in.region.digits, sql(in.authority), in.plan.year, in.plan.title.value,
         sql(YearPlanStage::written), institutions, visits, entry.at, entry.actor.account, canonical(to_json(in)),
         entry.seq});
    act(session, entry, "立定", in.plan.basis.value);
}

void approved(db::Session& session, ledger::Entry const& entry) {
    session.exec("UPDATE planning_year_plan SET stage = :stage WHERE id = :id",
                 {sql(YearPlanStage::approved), entry.event.subject});
    act(session, entry, "批准", "");
}

void changed(db::Session& session, ledger::Entry const& entry) {
    auto in = ledger::data_of<YearPlanChanged>(entry);
    auto const [institutions, visits] = counted(in.change.items);
    auto const body =
        session.scalar<std::string>("SELECT body FROM planning_year_plan WHERE id = :id", {entry.event.subject});
    auto plan = from_trusted_json<YearPlanWritten>(json::parse(body));
    plan.plan.items = std::move(in.change.items);
    plan.plan.shares = std::move(in.change.shares);
    session.exec(
        "UPDATE planning_year_plan SET stage = :stage, institutions = :institutions, visits = :visits, last_by = :by, "
        "body = :body WHERE id = :id",
        {sql(YearPlanStage::written), institutions, visits, entry.actor.account, canonical(to_json(plan)),
         entry.event.subject});
    act(session, entry, "变更", in.change.reason.value);
}

}  // namespace

Family year_plan_family() {
    return {
        kSchema,
        {{"planning_year_plan",
          {"id"},
          {"id", "bureau", "region", "authority", "year", "title", "stage", "institutions", "visits", "written_at",
           "last_by", "body", "entry"}},
         {"planning_year_act", {"plan", "entry"}, {"plan", "entry", "what", "account", "at", "reason"}}},
        {{YearPlanWritten::kType, written}, {YearPlanApproved::kType, approved}, {YearPlanChanged::kType, changed}}};
}

}  // namespace anping::planning
