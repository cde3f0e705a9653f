// SPDX-License-Identifier: Apache-2.0
// Calendars and regions: the books' generated data files.
#pragma once

#include "collector.hpp"
#include "law_data.hpp"

namespace anping::rulebook {

void read_geography(Collection const& collection, Law::Data& into, Report& report);

}  // namespace anping::rulebook
