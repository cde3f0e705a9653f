// SPDX-License-Identifier: Apache-2.0
// "leftovers.total": a total that is not the sum of its table's column, or of its row where most rows of the table add
// up.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> totals(Report const& report, Known const& known);

}  // namespace anping::forensics
