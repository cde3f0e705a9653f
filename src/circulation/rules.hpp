// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, law and day in; events or a refusal out. Pure.
#pragma once

#include <anping/base/result.hpp>
#include <anping/circulation/commands.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/rulebook/law.hpp>

#include "state.hpp"

namespace anping::circulation {

struct Circumstances {
    rulebook::Law const& law;
    field::Date today;
    std::int64_t next_seq = 0;  // of the first event: ids are made from it
};

using Events = std::vector<ledger::Event>;

// `before` is the slip that is passed on.
Result<Events> send(SendSlip const& in, Hand const& hand, std::optional<State> const& before,
                    Circumstances const& with);
Result<Events> receive(ReceiveSlip const& in, State const& state, Hand const& hand);
// What is given back goes to whoever sent it, as a slip of its own.
Result<Events> answer(AnswerSlip const& in, State const& state, Hand const& hand, Circumstances const& with);

// The two officers as they are known today; nothing for who is not of the bureau, and for a deputy who cannot sign in.
struct Naming {
    std::optional<access::Principal> officer;
    std::optional<access::Principal> deputy;
};
Result<Events> name_deputy(NameDeputy const& in, access::Principal const& who, Naming const& of,
                           Circumstances const& with);
struct DeputyState {
    DeputyId id;
    registry::BureauId bureau;
    access::AccountId officer;
    field::Date until;
    bool ended = false;
};
Result<Events> end_deputy(EndDeputy const& in, access::Principal const& who, DeputyState const& state,
                          field::Date today);

}  // namespace anping::circulation
