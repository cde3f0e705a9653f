// SPDX-License-Identifier: Apache-2.0
// "leftovers.people": how many work there, told twice and not alike; or parts of it that are more than the whole.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> head_counts(Report const& report, Known const& known);

}  // namespace anping::forensics
