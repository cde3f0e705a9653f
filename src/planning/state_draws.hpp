// SPDX-License-Identifier: Apache-2.0
// What a decision knows of a draw.
#pragma once

#include <anping/planning/events/draws.hpp>

namespace anping::planning {

struct Share {
    std::optional<std::string> commitment;
    std::optional<std::string> share;
};

struct Entered {
    std::string account;
    std::string number;  // the last one of this account
};

struct State {
    DrawId id;
    DrawPlanned plan;
    std::string planned_by;  // account
    std::int64_t entry = 0;  // of the plan
    DrawStage stage = DrawStage::planned;
    std::vector<Share> shares = {};  // as many as there are participants
    std::optional<RevealingBegun> revealing = {};
    std::vector<Entered> numbers = {};
    bool published = false;
};

}  // namespace anping::planning
