// SPDX-License-Identifier: Apache-2.0
// What has to be changed in one text to make it another (Myers, 1986).
#pragma once

#include <optional>
#include <vector>

#include "leftovers/letters.hpp"

namespace anping::forensics {

// Characters of `a` that stand where `b` has others; either may be empty.
struct Difference {
    Place a, b;
};

// Ascending; nothing when more than `most` characters would have to go or come.
std::optional<std::vector<Difference>> differences(View a, View b, int most);

}  // namespace anping::forensics
