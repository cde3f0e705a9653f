// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/rulebook/law.hpp>

namespace anping::findings {

// How many days something may be held back; where the book says nothing, none.
std::int64_t longest_hold(rulebook::Law const& law, rulebook::Place const& place, field::Date day);

}  // namespace anping::findings
