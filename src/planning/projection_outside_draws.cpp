// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/planning/events/outside_draws.hpp>

#include "projection_parts.hpp"

namespace anping::planning {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE planning_outside_draw (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, platform TEXT NOT NULL,
    number TEXT NOT NULL, title TEXT NOT NULL, drawn_on TEXT NOT NULL, candidates BIGINT NOT NULL, drawn BIGINT NOT NULL,
    recorded_by TEXT NOT NULL, recorded_at BIGINT NOT NULL, body TEXT NOT NULL, withdrawn TEXT, entry BIGINT NOT NULL,
    version BIGINT NOT NULL);
CREATE INDEX planning_outside_draw_region ON planning_outside_draw (region, entry);
CREATE INDEX planning_outside_draw_number ON planning_outside_draw (bureau, platform, number);
)sql";

void recorded(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<OutsideDrawRecorded>(entry);
    auto const drawn = std::ranges::count_if(in.draw.rows, &OutsideRow::drawn);
    session.exec(
        "INSERT INTO planning_outside_draw (id, bureau, region, authority, platform, number, title, drawn_on, "
        "candidates, drawn, recorded_by, recorded_at, body, withdrawn, entry, version) VALUES (:id, :bureau, :region, "
        ":authority, :platform, :number, :title, :on, :candidates, :drawn, :by, :at, :body, NULL, :entry, 1)",
        {entry.event.subject, in.bureau, in.region.digits, sql(in.authority), in.draw.platform.value,
         in.draw.number.value, in.draw.title.value, sql(in.draw.drawn_on),
         static_cast<std::int64_t>(in.draw.rows.size()), static_cast<std::int64_t>(drawn), entry.actor.account,
         entry.at, canonical(to_json(in)), entry.seq});
}

void withdrawn(db::Session& session, ledger::Entry const& entry) {
    session.exec("UPDATE planning_outside_draw SET withdrawn = :why, version = version + 1 WHERE id = :id",
                 {ledger::data_of<OutsideDrawWithdrawn>(entry).reason.value, entry.event.subject});
}

}  // namespace

Family outside_draws_family() {
    return {kSchema,
            {{"planning_outside_draw",
              {"id"},
              {"id", "bureau", "region", "authority", "platform", "number", "title", "drawn_on", "candidates", "drawn",
               "recorded_by", "recorded_at", "body", "withdrawn", "entry", "version"}}},
            {{OutsideDrawRecorded::kType, recorded}, {OutsideDrawWithdrawn::kType, withdrawn}}};
}

}  // namespace anping::planning
