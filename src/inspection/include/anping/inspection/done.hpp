// SPDX-License-Identifier: Apache-2.0
// What coverage counts: inspections that took place, and those a bureau has before it.
#pragma once

#include <vector>

#include <anping/db/session.hpp>
#include <anping/inspection/call_ups.hpp>
#include <anping/inspection/types.hpp>

namespace anping::inspection {

struct Done {
    InspectionId inspection;
    std::optional<registry::InstitutionId> institution;
    std::optional<registry::EnterpriseId> enterprise;
    std::optional<practice::ProjectId> project;
    Checked checked = Checked::institution;
    registry::BureauId bureau;
    field::RegionCode region;
    Coverage kind = Coverage::site;
    field::Date day;  // of the visit
    OriginKind origin = OriginKind::spot_check;
    bool refused = false;  // whoever was to be inspected did not let it take place
};

// Closed ones whose visit was in these days (both included), by day.
std::vector<Done> done_in(db::Session& session, field::Date from, field::Date to);

// An institution the bureau went to see in a setting: once a setting, whether or not the inspection is closed.
struct Seen {
    Setting setting = Setting::daily;
    registry::InstitutionId institution;
};
// By inspections that began in these days (both included) and were not refused.
std::vector<Seen> seen_in(db::Session& session, registry::BureauId const& bureau, field::Date from, field::Date to);

// A report that was called up, and the conclusion about it.
struct Reviewed {
    CallUpId call_up;
    practice::ReportId report;
    registry::InstitutionId institution;
    registry::BureauId bureau;
    field::Date day;
};
// Concluded in these days (both included), in the order of their entries.
std::vector<Reviewed> reviewed_in(db::Session& session, field::Date from, field::Date to);

struct Ahead {
    InspectionId inspection;
    std::optional<registry::InstitutionId> institution;
    std::optional<registry::EnterpriseId> enterprise;
    Checked checked = Checked::institution;
    field::Date from;
    field::Date until;
};
// The bureau's own that go to somebody's place and are not over, by day.
std::vector<Ahead> ahead_of(db::Session& session, registry::BureauId const& bureau);

}  // namespace anping::inspection
