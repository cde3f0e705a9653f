// SPDX-License-Identifier: Apache-2.0
// What the key list, penalty cases, determinations and call-ups wait for, on the desk of whoever it is. `house`
// outlives it.
#pragma once

#include "house.hpp"

namespace anping::app {

std::vector<desk::TodoSource> oversight_todos(House const& house);

}  // namespace anping::app
