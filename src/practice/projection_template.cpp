// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/events/templates.hpp>

#include "projection_act.hpp"

namespace anping::practice {
namespace {

template <class Event>
void add(Act const& act, Event const& in, bool own) {
    act.session.exec(
        "INSERT INTO practice_paper_template (owner, kind, entry, own, body, at, account, role) VALUES (:owner, :kind, "
        ":entry, :own, :body, :at, :account, :role)",
        {act.entry.event.subject, sql(in.kind), act.entry.seq, own, body(in), act.entry.at, act.entry.actor.account,
         act.entry.actor.role});
}

}  // namespace

void paper_template_set(Act const& act) { add(act, ledger::data_of<PaperTemplateSet>(act.entry), true); }
void paper_template_withdrawn(Act const& act) { add(act, ledger::data_of<PaperTemplateWithdrawn>(act.entry), false); }

}  // namespace anping::practice
