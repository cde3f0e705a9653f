// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, law and day in; an event or a refusal with its clause out. Pure.
#pragma once

#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/practice/projects.hpp>
#include <anping/registry/views.hpp>

#include <anping/licensing/waiting.hpp>

#include "state.hpp"

namespace anping::licensing {

struct Circumstances {
    rulebook::Law const& law;
    field::Date today;
};

// The project as a report the application rests on.
LinkedReport linked(practice::ProjectFacts const& project);

Result<ledger::Event> receive(ReceiveApplication const& in, ApplicationId const& id,
                              registry::EnterpriseView const& enterprise,
                              std::vector<practice::ProjectFacts> const& projects, Circumstances const& with);
Result<ledger::Event> accept(AcceptApplication const& in, State const& state, Circumstances const& with);
Result<ledger::Event> link_report(State const& state, std::optional<practice::ProjectFacts> const& project);
Result<ledger::Event> review_report(ReviewReport const& in, State const& state);
Result<ledger::Event> demand_correction(DemandCorrection const& in, State const& state, Circumstances const& with);
Result<ledger::Event> answer_correction(AnswerCorrection const& in, State const& state,
                                        registry::InstitutionId const& who);
Result<ledger::Event> close_correction(CloseCorrection const& in, State const& state, Circumstances const& with);
Result<ledger::Event> put_on_agenda(PutOnAgenda const& in, State const& state, Circumstances const& with);
Result<ledger::Event> decide(Decide const& in, State const& state, Circumstances const& with);

// Whether the meeting's agenda is closed to it today; severity "hold" only where the clause binds.
std::optional<rulebook::Flag> hold(State const& state, Circumstances const& with);
// Whether so few working days are left that the leader decides in spite of it.
bool escalated(State const& state, Circumstances const& with);
std::int64_t open_corrections(State const& state);
// The same by what it depends on: corrections open, and of them overdue.
std::optional<rulebook::Flag> hold(rulebook::Place const& place, std::int64_t open, std::int64_t overdue,
                                   Circumstances const& with);
// The first limit that is not before the leader today; nothing where the book puts none before them.
std::optional<field::Date> not_yet_escalated(rulebook::Place const& place, Circumstances const& with);
// A number of the clause on escalation, in working days left.
std::optional<std::int64_t> escalation_step(std::string_view code, rulebook::Place const& place,
                                            Circumstances const& with);

// rules_waiting.cpp
NextStep next_step(State const& state, Circumstances const& with);
std::vector<Waiting> waiting_for_desk(State const& state, Circumstances const& with);
std::vector<Waiting> waiting_for_leader(State const& state, Circumstances const& with);
// The clause that puts it before the leader, while it stands.
std::optional<rulebook::Citation> escalation(State const& state, Circumstances const& with);

// A day on which the law changed how it stands, without anybody's act.
struct Turn {
    field::Date on;
    char const* kind = "held";  // or "escalated"
    std::string text;
    std::string clause;
};
std::vector<Turn> turns(State const& state, Circumstances const& with);

}  // namespace anping::licensing
