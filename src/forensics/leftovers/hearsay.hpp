// SPDX-License-Identifier: Apache-2.0
// "leftovers.hearsay": more sentences that rest on what the enterprise says than usual, by the binomial tail. Needs the
// usual share.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> hearsay(Report const& report, Known const& known);

}  // namespace anping::forensics
