// SPDX-License-Identifier: Apache-2.0
// "leftovers.other_place": a county or prefecture elsewhere. Needs the divisions, and a region of its own or one in the
// own names and addresses.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> other_places(Report const& report, Known const& known);

}  // namespace anping::forensics
