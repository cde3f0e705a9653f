// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, law, day in; an event or a refusal out. Pure.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/credit/views.hpp>
#include <anping/ledger/entry.hpp>

namespace anping::credit {

struct State {
    GradeId id;
    GradeEntered entered;
    GradeStage stage = GradeStage::entered;
};

std::vector<GradeChoice> choices(rulebook::Law const& law, rulebook::Place const& place, field::Date today);
Result<ledger::Event> enter(EnterGrade const& in, GradeId const& id, access::Principal const& who, field::Date today,
                            rulebook::Law const& law);
Result<ledger::Event> confirm(State const& state);
Result<ledger::Event> withdraw(WithdrawGrade const& in, State const& state);

}  // namespace anping::credit
