// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/cases/penalty.hpp>

namespace anping::cases {

// The rows of a clause's measures that hold for the facts. Where the illegal income is not established, each row that
// turns on it stands with its condition.
std::vector<Measure> measures_of(rulebook::Clause const& clause, PenaltyFacts const& facts);

}  // namespace anping::cases
