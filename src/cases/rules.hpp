// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, law, day in; events or a refusal out. Pure.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/cases/earlier.hpp>
#include <anping/ledger/entry.hpp>

#include "limits.hpp"

namespace anping::cases {

using Events = std::vector<ledger::Event>;

// How the bureau runs its cases.
struct Mode {
    CaseMode mode = CaseMode::here;
    std::optional<std::string> system = {};
};

// Of an institution the case is against: the bureau that granted its qualification, where it is another.
struct Home {
    registry::InstitutionId institution;
    registry::BureauId bureau;
    std::string bureau_name;
};

// Names kept apart, as the entry will have them.
struct Noted {
    std::vector<OfficerNoted> officers = {};
    std::vector<PartyNoted> parties = {};
    std::vector<Document> documents = {};
    // Certificates that hold on the day by the bureau's own register; nothing where it keeps none.
    std::optional<std::vector<std::string>> may_enforce = {};
    std::optional<std::string> by_party = {};  // whose own act it is: no officers
    std::optional<Imported> imported = {};     // whose officers stand in the enforcement system
    std::vector<Home> homes = {};
    std::optional<PaperNoted> paper = {};
    std::optional<std::int64_t> earlier = {};  // penalties that were answered to be for other facts
    // For each penalty of a decision, where it is on a person: the name.
    std::vector<std::optional<ledger::Commitment>> punished = {};
};

Result<Events> set_mode(SetMode const& in, registry::BureauId const& bureau);
Result<Events> open_case(CaseId const& id, OpenCase const& in, access::Principal const& who, Mode const& mode,
                         Noted noted, Law const& law);
// rules_steps.cpp. What happened is recorded; what is out of order, late or done by one officer is remarked upon.
Result<Events> record_step(RecordStep const& in, State const& state, Noted noted, Law const& law);
// The party's own: on the day it says so, after the notice and before the decision.
Result<Events> answer_notice(AnswerNotice const& in, State const& state, Noted noted, Law const& law);
// rules_decision.cpp. The bureau's own act: not without what the law asks before it, and only by clauses that bind.
Result<Events> decide(MakeDecision const& in, State const& state, Noted noted, Law const& law);
// What the enforcement system decided: a fact.
Result<Events> record_decision(MakeDecision const& in, State const& state, Noted noted, Law const& law);
Result<Events> handle_reliance(HandleReliance const& in, State const& state, Law const& law);
// `known`: the decisions that are asked about.
Result<Events> judge_earlier(JudgeEarlier const& in, State const& state, std::vector<EarlierDecision> const& known);
std::int64_t of_other_facts(std::vector<EarlierDecision> const& known);

inline bool on_person(PenaltyGiven const& one) { return one.on.value == "persons"; }

// Of any step: two officers, with certificates that hold.
void remark_officers(Noted const& noted, rulebook::Place const& place, Law const& law, field::Date on,
                     std::vector<Remark>& to);
// Those limits that are past on the day they are kept.
void remark_late(std::vector<std::string> const& ends, State const& state, field::Date on, std::vector<Remark>& to);

}  // namespace anping::cases
