// SPDX-License-Identifier: Apache-2.0
// Pure: the institution, its people over time, the law and the day in; what holds and since when it does not out.
#pragma once

#include <anping/registry/holding.hpp>
#include <anping/registry/views.hpp>

#include "workforce.hpp"

namespace anping::registry {

Holding holding_of(InstitutionView const& institution, Workforce const& people, rulebook::Law const& law,
                   field::Date today);

}  // namespace anping::registry
