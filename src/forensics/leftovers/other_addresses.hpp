// SPDX-License-Identifier: Apache-2.0
// "leftovers.other_address": an address of the enterprise or project that is none of theirs. Needs their addresses.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> other_addresses(Report const& report, Known const& known);

}  // namespace anping::forensics
