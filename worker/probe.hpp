// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sandbox.hpp"

namespace anping::worker {

// Tries what a hostile file would try, and to read `paths`; prints one line of JSON on what holds.
void probe(Protections const& held, std::vector<std::string> const& paths);

}  // namespace anping::worker
