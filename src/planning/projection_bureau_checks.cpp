// SPDX-License-Identifier: Apache-2.0
#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/planning/events/bureau_checks.hpp>
#include <anping/planning/events/draws.hpp>

#include "projection_parts.hpp"

namespace anping::planning {
namespace {

char const* const kSchema = R"sql(
CREATE TABLE planning_bureau_drawn (
    draw TEXT NOT NULL, bureau TEXT NOT NULL, checks BIGINT NOT NULL, PRIMARY KEY (draw, bureau));
CREATE INDEX planning_bureau_drawn_bureau ON planning_bureau_drawn (bureau, checks);
CREATE TABLE planning_bureau_check (
    draw TEXT NOT NULL, entry BIGINT NOT NULL, bureau TEXT NOT NULL, body TEXT NOT NULL, recorded_by TEXT NOT NULL,
    recorded_at BIGINT NOT NULL, PRIMARY KEY (draw, entry));
)sql";

// After the family of draws has taken the entry.
void held(db::Session& session, ledger::Entry const& entry) {
    auto const& draw = entry.event.subject;
    auto const scope = session.one<DrawScope>("SELECT scope FROM planning_draw WHERE id = :draw", {draw});
    if (!scope || std::get<0>(*scope) != DrawScope::bureaus) return;
    for (auto const& stratum : ledger::data_of<DrawHeld>(entry).outcome)
        for (auto const& one : stratum.drawn)
            session.exec("INSERT INTO planning_bureau_drawn (draw, bureau, checks) VALUES (:draw, :bureau, 0)",
                         {draw, one.candidate.value});
}

void recorded(db::Session& session, ledger::Entry const& entry) {
    auto const& draw = entry.event.subject;
    auto const check = ledger::data_of<BureauCheckRecorded>(entry).check;
    session.exec(
        "INSERT INTO planning_bureau_check (draw, entry, bureau, body, recorded_by, recorded_at) VALUES (:draw, "
        ":entry, :bureau, :body, :by, :at)",
        {draw, entry.seq, check.bureau, canonical(to_json(check)), entry.actor.account, entry.at});
    session.exec("UPDATE planning_bureau_drawn SET checks = checks + 1 WHERE draw = :draw AND bureau = :bureau",
                 {draw, check.bureau});
    session.exec("UPDATE planning_draw SET version = version + 1 WHERE id = :draw", {draw});
}

}  // namespace

Family bureau_checks_family() {
    return {kSchema,
            {{"planning_bureau_drawn", {"draw", "bureau"}, {"draw", "bureau", "checks"}},
             {"planning_bureau_check",
              {"draw", "entry"},
              {"draw", "entry", "bureau", "body", "recorded_by", "recorded_at"}}},
            {{DrawHeld::kType, held}, {BureauCheckRecorded::kType, recorded}}};
}

}  // namespace anping::planning
