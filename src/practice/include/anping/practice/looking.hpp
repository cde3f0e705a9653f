// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <anping/http/fetch.hpp>
#include <anping/practice/endpoints.hpp>

namespace anping::practice {

// Looks at most `at_once` times at a time; the next is refused (unavailable). The size limit and deadline of `options`
// are the look's own.
Look looker(http::FetchOptions options, std::size_t at_once);

// Looks at the addresses whose turn it is, one after another, and records what stood there. Until `ended` says so.
void look_at_those_due(Rooms const& rooms, Clock const& clock, std::function<bool()> const& ended);

}  // namespace anping::practice
