// SPDX-License-Identifier: Apache-2.0
#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/planning/events/prices.hpp>

#include "projection_parts.hpp"

namespace anping::planning {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE planning_price (
    id TEXT PRIMARY KEY, project TEXT NOT NULL, institution TEXT NOT NULL, bureau TEXT NOT NULL, region TEXT NOT NULL,
    authority TEXT NOT NULL, verdict TEXT NOT NULL, account TEXT NOT NULL, at BIGINT NOT NULL, body TEXT NOT NULL,
    entry BIGINT NOT NULL);
CREATE INDEX planning_price_project ON planning_price (project, entry);
CREATE INDEX planning_price_institution ON planning_price (institution, entry);
)sql";

void concluded(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<PriceConcluded>(entry);
    session.exec(
        "INSERT INTO planning_price (id, project, institution, bureau, region, authority, verdict, account, at, body, "
        "entry) VALUES (:id, :project, :institution, :bureau, :region, :authority, :verdict, :account, :at, :body, "
        ":entry)",
        {entry.event.subject, in.project, in.institution, in.bureau, in.region.digits, sql(in.authority),
         sql(in.conclusion.verdict), entry.actor.account, entry.at, canonical(to_json(in)), entry.seq});
}

}  // namespace

Family prices_family() {
    return {kSchema,
            {{"planning_price",
              {"id"},
              {"id", "project", "institution", "bureau", "region", "authority", "verdict", "account", "at", "body",
               "entry"}}},
            {{PriceConcluded::kType, concluded}}};
}

}  // namespace anping::planning
