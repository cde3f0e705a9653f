// SPDX-License-Identifier: Apache-2.0
// "leftovers.chapter": a required chapter that is missing, or has nothing in it.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> chapters(Report const& report, Known const& known);

}  // namespace anping::forensics
