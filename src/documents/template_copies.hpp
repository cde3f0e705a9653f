// SPDX-License-Identifier: Apache-2.0
// A template that stands several times in one document.
#pragma once

#include <pugixml.hpp>
#include <span>
#include <string>

#include "filling.hpp"

namespace anping::documents {

// Those that every one of them has alike; the other names are there, blank.
json::object common_values(std::span<json::object const> each);

// Behind the body of `tree`, which is filled already: `body` again for each of `rest`, on pages of their own.
Result<void> append_copies(std::string const& body, pugi::xml_document& tree, WordNames const& names, Filling& filling,
                           std::span<json::object const> rest);

}  // namespace anping::documents
