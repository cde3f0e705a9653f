// SPDX-License-Identifier: Apache-2.0
// "leftovers.credit_code": a unified social credit code, its check digits right, that is neither the enterprise's nor
// the institution's. Needs theirs.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> other_credit_codes(Report const& report, Known const& known);

}  // namespace anping::forensics
