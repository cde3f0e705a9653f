// SPDX-License-Identifier: Apache-2.0
// How permits are decided, counted in public (XJ-14): by place and year.
#pragma once

#include <anping/portal/portal.hpp>

namespace anping::portal {

http::Response permits_page(Sources const& from, http::Request const& request);

}  // namespace anping::portal
