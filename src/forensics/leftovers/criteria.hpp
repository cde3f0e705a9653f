// SPDX-License-Identifier: Apache-2.0
// "leftovers.criteria": the list of major hidden dangers not gone through, item by item (失实 item 7). Needs the list.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> criteria(Report const& report, Known const& known);

}  // namespace anping::forensics
