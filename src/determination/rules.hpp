// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, law, day in; an event or a refusal out. Pure.
#pragma once

#include <map>

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/determination/views.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/practice/reports.hpp>

namespace anping::determination {

struct State {
    DeterminationId id;
    Opened opened;
    Stage stage = Stage::open;
    std::map<std::string, JudgeElement> judged = {};  // by element, the last judgement
    std::optional<Told> told = {};
    std::optional<field::Date> told_on = {};
    bool answered = false;
    bool judged_since = false;  // since the institution was told

    rulebook::Place place() const { return {opened.region, opened.authority}; }
};

struct Grounds {
    rulebook::Law const& law;
    field::Date today;
};

// In the order of the nation's untrue, false and omission, then the place's own.
std::vector<Situation> situations(rulebook::Law const& law, rulebook::Place const& place, field::Date filed_on);

Result<ledger::Event> open(OpenDetermination const& in, DeterminationId const& id, access::Principal const& who,
                           practice::FiledReport const& report, Grounds const& with);
Result<ledger::Event> judge(JudgeElement const& in, State const& state);
Result<ledger::Event> attach(AttachOpinion const& in, State const& state, field::Date today);
Result<ledger::Event> tell(State const& state, Grounds const& with);
Result<ledger::Event> answer(AnswerDetermination const& in, State const& state);
Result<ledger::Event> decide(Decide const& in, State const& state, Grounds const& with);
Result<ledger::Event> annul(Annul const& in, State const& state);

// Until when the institution may answer: as it was told, or counted anew where the calendar did not reach that far when
// it was. Nothing where no duty governs; an error while the day cannot be counted, and the time has not run out then.
Result<std::optional<rulebook::Deadline>> answer_due(State const& state, rulebook::Law const& law);
// What keeps it from being established on that day: every element shown by evidence, the institution told and heard,
// the clause confirmed.
std::vector<std::string> in_the_way(State const& state, Grounds const& with);

}  // namespace anping::determination
