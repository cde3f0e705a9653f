// SPDX-License-Identifier: Apache-2.0
// "leftovers.date_order": contract, notice, survey and report not one after the other. "leftovers.later_date":
// something told as done on a day after the report's.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> days(Report const& report, Known const& known);

}  // namespace anping::forensics
