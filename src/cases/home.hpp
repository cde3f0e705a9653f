// SPDX-License-Identifier: Apache-2.0
// Whose it is to take a qualification away: the bureau that granted it, which may be another province's.
#pragma once

#include <vector>

#include "rules.hpp"

namespace anping::cases {

// Of institutions registered there.
registry::BureauId home_of(field::RegionCode const& region);

struct HomeRule {
    rulebook::Citation clause;
    std::vector<std::string> measures;  // on the unit, by their codes
};
// Nothing where the books say nothing of it.
std::optional<HomeRule> home_rule(rulebook::Law const& law, rulebook::Place const& place, field::Date day);

// A penalty another bureau alone decides on is said with the decision, and holds nothing.
void remark_home(std::vector<PenaltyGiven> const& penalties, std::vector<Home> const& homes,
                 rulebook::Place const& place, Law const& law, field::Date on, std::vector<Remark>& to);

}  // namespace anping::cases
