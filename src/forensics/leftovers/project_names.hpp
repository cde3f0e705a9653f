// SPDX-License-Identifier: Apache-2.0
// "leftovers.project_name": the project under a name that is nearly the cover's, or under another one where its name is
// told. A shorter name is none.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> project_names(Report const& report, Known const& known);

}  // namespace anping::forensics
