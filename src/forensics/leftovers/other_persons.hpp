// SPDX-License-Identifier: Apache-2.0
// "leftovers.other_person": somebody of another party in an office of this one; or more legal representatives than an
// enterprise and an institution have.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> other_persons(Report const& report, Known const& known);

}  // namespace anping::forensics
