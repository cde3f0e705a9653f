// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "names.hpp"
#include "random.hpp"
#include "text.hpp"

namespace corpus {

// Headings of a report, each with its line end; a chapter's stands before that of its first section.
std::vector<Text> outline(std::size_t sections);
// Title page, the institution's declaration and who took part.
Text front_matter(Enterprise const& enterprise, View institution, Rng& rng);
// What every report's headings, title page and declaration are, with places for what differs.
Text prescribed();

}  // namespace corpus
