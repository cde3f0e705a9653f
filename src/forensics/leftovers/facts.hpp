// SPDX-License-Identifier: Apache-2.0
// Of the facts a report says of itself, those found word by word.
#pragma once

#include <optional>
#include <vector>

#include <anping/forensics/leftovers.hpp>

#include "leftovers/letters.hpp"

namespace anping::forensics {

std::vector<Signatory> signatories_in(Report const& report);
std::vector<TeamMember> team_in(Report const& report);
std::vector<std::string> surveyors_in(Report const& report);
Days days_told_in(Report const& report);

}  // namespace anping::forensics
