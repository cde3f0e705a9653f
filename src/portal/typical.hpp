// SPDX-License-Identifier: Apache-2.0
// Typical cases by topic and word, and the list of serious ones (QHD-12).
#pragma once

#include <anping/portal/portal.hpp>

namespace anping::portal {

http::Response typical_page(Sources const& from, http::Request const& request);
http::Response typical_case_page(Sources const& from, http::Request const& request);

}  // namespace anping::portal
