// SPDX-License-Identifier: Apache-2.0
// "leftovers.standard": an edition that was not in force on the day of the report, or newer than the report, or under
// another's title (失实 item 3).
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> cited_standards(Report const& report, Known const& known);

}  // namespace anping::forensics
