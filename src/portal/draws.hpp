// SPDX-License-Identifier: Apache-2.0
// Draws of whom to inspect, as the public sees them: that a list was fixed, by which digest, and what came of it.
#pragma once

#include <anping/portal/portal.hpp>

namespace anping::portal {

http::Response draws_page(Sources const& from, http::Request const& request);
// A published one as a file that computes it again.
http::Response draw_replay(Sources const& from, http::Request const& request);
// The same file without a draw: where a party of a ceremony makes its share, without an account or network.
http::Response draw_share(Sources const& from, http::Request const& request);

}  // namespace anping::portal
