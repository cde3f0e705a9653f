// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/hosting.hpp>

#include "projection_act.hpp"

namespace anping::practice {

void hosting_declared(Act const& act) {
    auto const in = ledger::data_of<HostingDeclared>(act.entry);
    act.session.exec(
        "INSERT INTO practice_hosting (id, institution, enterprise, region, authority, from_on, until_on, body, "
        "declared_at, entry) VALUES (:id, :institution, :enterprise, :region, :authority, :first, :last, :body, :at, "
        ":entry)",
        {act.entry.event.subject, in.institution, in.enterprise, in.region.digits, sql(in.authority), sql(in.from),
         sql(in.until), body(in), act.entry.at, act.entry.seq});
}

void hosting_visited(Act const& act) {
    auto const in = ledger::data_of<HostingVisited>(act.entry);
    act.session.exec(
        "INSERT INTO practice_hosting_visit (hosting, entry, visited_on, body, recorded_at) VALUES (:id, :entry, :day, "
        ":body, :at)",
        {act.entry.event.subject, act.entry.seq, sql(in.on), body(in), act.entry.at});
}

void hosting_ended(Act const& act) {
    auto const in = ledger::data_of<HostingEnded>(act.entry);
    act.session.exec("UPDATE practice_hosting SET ended_on = :day, ended_reason = :reason WHERE id = :id",
                     {sql(in.on), in.reason.value, act.entry.event.subject});
}

}  // namespace anping::practice
