// SPDX-License-Identifier: Apache-2.0
// Early removal 信用修复 and what a listing brings with it, by the catalogues of the place. Pure.
#pragma once

#include <anping/cases/followup_views.hpp>

#include "rules_followup.hpp"

namespace anping::cases {

// What the platform itself knows of the conditions.
struct RepairFacts {
    field::Money fines;
    field::Money paid;
    bool closed = false;                     // the case
    std::optional<field::Date> ban_until;    // of a ban the decision set
    std::optional<std::string> listed_anew;  // another listing of the same, since
};

// Of the case the listing rests on.
RepairFacts repair_facts(State const& of, bool person);
// In the order of the catalogue; none where the place has no such catalogue.
std::vector<RepairCondition> repair_conditions(ListingState const& state, RepairFacts const& facts, Law const& law);
std::vector<ListingEffect> effects_of(rulebook::Place const& place, Law const& law);

}  // namespace anping::cases
