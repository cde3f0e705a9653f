// SPDX-License-Identifier: Apache-2.0
// What a file is, by its bytes alone. The name it came with says nothing.
#pragma once

#include <string>
#include <string_view>

#include "input.hpp"

namespace anping::worker {

std::string media_type_of(Input const& input);
// For what begins like nothing else: HTML, SVG, XML, JSON, text; or application/octet-stream.
std::string text_type_of(Input const& input);

}  // namespace anping::worker
