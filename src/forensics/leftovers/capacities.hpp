// SPDX-License-Identifier: Apache-2.0
// "leftovers.capacity": what is made in a year, told twice for one thing and not alike.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> capacities(Report const& report, Known const& known);

}  // namespace anping::forensics
