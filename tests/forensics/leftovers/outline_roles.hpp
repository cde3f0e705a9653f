// SPDX-License-Identifier: Apache-2.0
// What headings of an outline are for, and which of them a chapter the rulebook lists asks for.
#pragma once

#include "outlined.hpp"

namespace planted {

std::vector<std::string> const& roles_of_chapter(std::string const& title);
bool has_role(OutlineLine const& line, std::string const& role);
bool has_role(Outline const& outline, std::string const& role);

// Whether a heading has to be for nothing else to go.
enum class Alone { no, yes };
// The headings that are for one of these, and what stands under them, left out.
Outline without(Outline outline, std::vector<std::string> const& roles, Alone alone);

}  // namespace planted
