// SPDX-License-Identifier: Apache-2.0
// "leftovers.count": so many of a thing in the text, another number of it in a table.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> thing_counts(Report const& report, Known const& known);

}  // namespace anping::forensics
