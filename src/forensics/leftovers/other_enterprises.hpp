// SPDX-License-Identifier: Apache-2.0
// "leftovers.other_enterprise": an enterprise or institution the report has no reason to name (2020 draft list of
// 重大疏漏: one mention of another unit is one). From the registry, or by its form. Needs the own names.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> other_enterprises(Report const& report, Known const& known);

}  // namespace anping::forensics
