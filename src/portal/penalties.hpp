// SPDX-License-Identifier: Apache-2.0
// Penalties that are published, the list of serious dishonesty, and what bureaus themselves are late with (N-16).
#pragma once

#include <anping/portal/portal.hpp>

namespace anping::portal {

http::Response penalties_page(Sources const& from, http::Request const& request);

}  // namespace anping::portal
