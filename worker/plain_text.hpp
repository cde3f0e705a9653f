// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "input.hpp"

namespace anping::worker {

// A text file as UTF-8, at most `limit` bytes: it is UTF-8, UTF-16 with its mark, or GB 18030. What is none of them
// where it is broken becomes U+FFFD.
std::string plain_text_of(Input const& input, std::size_t limit);

}  // namespace anping::worker
