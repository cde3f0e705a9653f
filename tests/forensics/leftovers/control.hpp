// SPDX-License-Identifier: Apache-2.0
// Real texts that are nobody's report: whatever is found in them is false.
#pragma once

#include "invented.hpp"

namespace planted {

struct Control {
    std::string file, text;
};

// Of DIR and below: .md, and .txt in UTF-8 or GB18030.
void read_texts(std::string const& directory, std::vector<Control>& out);
// Paragraphs of 60 to 400 characters.
std::vector<std::string> paragraphs(std::vector<Control> const& texts);
// provinces.json, cities.json and areas.json below DIR.
std::vector<County> counties_in(std::string const& directory);
// Each text as the report of an invented enterprise; prints how many findings of each kind, and some.
void control(World const& world, std::uint64_t seed, std::vector<Control> const& texts);

}  // namespace planted
