// SPDX-License-Identifier: Apache-2.0
// Which step comes after which, which days of the law a step sets and which it keeps.
#pragma once

#include <string_view>

#include "state.hpp"

namespace anping::cases {

std::vector<StepKind> steps_in_order();
std::string_view words(StepKind kind);
std::vector<StepKind> step_kinds();  // all, in the order they usually come
// Of the case whatever becomes of its decision.
bool of_the_file(StepKind kind);
// What must have been done before; nothing for a step that stands by itself.
std::optional<StepKind> before(StepKind kind);
// Duties whose day this step keeps, or that run no longer after it.
std::vector<std::string> ends(StepKind kind);

// What usually comes next, the likeliest first.
std::vector<StepKind> next_steps(State const& state, std::vector<Required> const& required);

}  // namespace anping::cases
