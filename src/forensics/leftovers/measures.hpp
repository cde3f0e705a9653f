// SPDX-License-Identifier: Apache-2.0
// "leftovers.problem": found, and no measure for it. "leftovers.measure": a rectification of nothing that was found
// (失实 item 8). General measures, which are for no problem of the site, are left alone.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> measures(Report const& report, Known const& known);

}  // namespace anping::forensics
