// SPDX-License-Identifier: Apache-2.0
// Readings taken of one thing, and what a table says it computed from its own numbers.
#pragma once

#include "sheet.hpp"

#include <anping/forensics/series.hpp>

namespace anping::forensics {

bool is_summary(std::string_view text);  // 合计, 平均值, 最大值 ...: a row of such is none of measurements

// `common` says where from, by which instrument and when.
void take_readings(Sheet const& sheet, Series const& common, Measurements& out);
void take_derived(Sheet const& sheet, int table, Measurements& out);

}  // namespace anping::forensics
