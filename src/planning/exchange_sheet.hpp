// SPDX-License-Identifier: Apache-2.0
// A draw's frozen list and result as a workbook.
#pragma once

#include <vector>

#include <anping/documents/sheet.hpp>
#include <anping/planning/views/exchange.hpp>

namespace anping::planning {

// The list, who was left out, and the result where there is one.
std::vector<documents::Sheet> exchange_sheets(DrawExchange const& draw);

}  // namespace anping::planning
