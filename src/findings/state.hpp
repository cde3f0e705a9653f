// SPDX-License-Identifier: Apache-2.0
// What a decision knows of a finding.
#pragma once

#include <anping/findings/events.hpp>

namespace anping::findings {

// Findings officers enter have detectors of this family; see Told.
constexpr char const* kTold = "told.";
// Alarms of the watch over an institution of this one.
constexpr char const* kWatch = "watch.";

struct State {
    FindingId id;
    FindingState state = FindingState::open;
    practice::ReportId report;
    registry::InstitutionId institution;
    std::optional<practice::ReportId> source;
    bool held = false;  // from the institution, today
};

// Of a project.
struct HoldState {
    bool archived = false;
    bool held = false;
};

}  // namespace anping::findings
