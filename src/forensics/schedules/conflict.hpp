// SPDX-License-Identifier: Apache-2.0
// Two acts of one subject held against each other.
#pragma once

#include <anping/forensics/schedules.hpp>

namespace anping::forensics {

// Whether they may be told apart by place at all: not of one site, and both with a place.
bool are_apart(Act const& a, Act const& b, Travel const& travel);

// Of acts with clock times, the first beginning first; nothing where both can be true.
std::optional<Conflict> clock_conflict(Act const& first, Act const& second, Travel const& travel);

// Acts of one day, at least one of them without clock times.
std::optional<Conflict> day_conflict(std::span<Act const* const> acts, Travel const& travel);

}  // namespace anping::forensics
