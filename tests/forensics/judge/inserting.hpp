// SPDX-License-Identifier: Apache-2.0
// A corpus that grows while it is asked: how soon a new report is found, how soon a corpus is ready after a start, and
// what its growth costs those who ask.
#pragma once

#include "sets.hpp"

namespace anping::judge {

// Puts the reports that are no query into a corpus below `directory`, and prints. Throws std::runtime_error.
void grow(Set const& set, std::filesystem::path const& directory);

}  // namespace anping::judge
