// SPDX-License-Identifier: Apache-2.0
// Decisions about typical and serious cases. Pure.
#pragma once

#include <anping/cases/typical.hpp>

#include "rules.hpp"

namespace anping::cases {

// What of the case a text for the public may be written from.
struct TypicalGround {
    CaseStage stage = CaseStage::open;
    bool published = false;  // its decision
    bool annulled = false;
    std::vector<std::pair<std::string, std::string>> conducts = {};  // code and name
    std::vector<std::string> persons = {};                           // names that stand in its file
};

struct TypicalState {
    TypicalId id;
    TypicalStage stage = TypicalStage::drafted;
    bool annulled = false;
};

Result<Events> draft_typical(TypicalId const& id, DraftTypical const& in, CaseId const& of,
                             access::Principal const& who, TypicalGround const& ground);
Result<Events> decide_typical(DecideTypical const& in, TypicalState const& state, field::Date today);
Result<Events> withdraw_typical(WithdrawTypical const& in, TypicalState const& state);

}  // namespace anping::cases
