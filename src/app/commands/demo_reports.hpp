// SPDX-License-Identifier: Apache-2.0
// Reports of invented plants, for the demonstration: the second institution's has a chapter of the first's, with other
// names and figures, and the values of a table of the first's at points of its own.
#pragma once

#include <string>

#include <anping/field/date.hpp>

namespace anping::app::demonstration {

// As DOCX. `measured`: the day of the measurements.
std::string first_report(field::Date measured);
std::string second_report(field::Date measured);

}  // namespace anping::app::demonstration
