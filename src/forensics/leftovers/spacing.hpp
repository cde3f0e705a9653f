// SPDX-License-Identifier: Apache-2.0
// "leftovers.spacing": a distance told as sufficient that is below the requirement told beside it, or below the cited
// clause's; a requirement that is not the clause's.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> spacing(Report const& report, Known const& known);

}  // namespace anping::forensics
