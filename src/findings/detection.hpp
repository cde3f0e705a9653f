// SPDX-License-Identifier: Apache-2.0
// What a report shows by itself and against its project: leftovers and inconsistencies.
#pragma once

#include <anping/forensics/finding.hpp>
#include <anping/forensics/leftovers.hpp>
#include <anping/practice/reports.hpp>
#include <anping/rulebook/law.hpp>

#include "comparison.hpp"

namespace anping::findings {

// What the platform knows of the project the report is of.
forensics::Known known_of(practice::FiledReport const& report, practice::ProjectView const& project);

// Findings of the detectors that are in the catalogue.
std::vector<Compared::Found> detect(forensics::Known known, vault::Document const& document,
                                    json::object const* detectors);

}  // namespace anping::findings
