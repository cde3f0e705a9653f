// SPDX-License-Identifier: Apache-2.0
// Puts pictures in place of a template's own, found by their alternative texts.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <anping/documents/template.hpp>

#include "package.hpp"

namespace anping::documents {

// The alternative texts no picture of the body, a header or a footer has.
std::vector<std::string> place(std::vector<Part>& parts, std::span<Placed const> pictures);

}  // namespace anping::documents
