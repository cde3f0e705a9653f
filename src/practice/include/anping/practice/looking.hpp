// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/http/fetch.hpp>
#include <anping/practice/disclosure.hpp>

namespace anping::practice {

// Looks at most `at_once` times at a time; the next is refused (unavailable). The size limit and deadline of `options`
// are the look's own.
Look looker(http::FetchOptions options, std::size_t at_once);

}  // namespace anping::practice
