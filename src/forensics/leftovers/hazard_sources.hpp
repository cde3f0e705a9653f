// SPDX-License-Identifier: Apache-2.0
// "leftovers.hazard_source": major hazard sources not identified where they have to be (失实 item 5).
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> hazard_sources(Report const& report, Known const& known);

}  // namespace anping::forensics
