// SPDX-License-Identifier: Apache-2.0
// Where the acts of a report's people and instruments do not go together with each other or with what people can do.
#pragma once

#include <functional>

#include <anping/rulebook/law.hpp>
#include <anping/vault/document.hpp>

#include "acts.hpp"
#include "comparison.hpp"

namespace anping::findings {

struct ScheduleSettings {
    forensics::Travel travel;
    forensics::SiteDaySettings site_days;
    forensics::OutputSettings output;
};
// From the catalogue "detector_settings"; what it does not say stays as forensics has it.
ScheduleSettings schedule_settings(json::object const* catalogue);

// Names of places, and the last report of another project; each call may read the database.
struct Whose {
    std::function<std::string(field::RegionCode const&)> region;
    std::function<std::optional<practice::ReportId>(practice::ProjectId const&)> report;
};

// Pairs of acts, one of the report's project and one of another, that cannot both be, or hardly; people of the same two
// acts together. The acts are in the order of time.
std::vector<Compared::Found> conflicts(std::vector<KnownAct> const& acts, practice::FiledReport const& report,
                                       forensics::Travel const& travel, Whose const& whose);

// Whoever claims more days on sites than there are, up to an act of the report's project.
std::vector<Compared::Found> too_many_days(std::vector<KnownAct> const& acts, practice::FiledReport const& report,
                                           forensics::SiteDaySettings const& settings);

// The report's authors whose month stands out from everybody's.
std::vector<Compared::Found> too_much_output(Authors const& authors, forensics::OutputSettings const& settings);

// All of these, of the detectors that are in the catalogue where the report's project is.
std::vector<Compared::Found> schedules(db::Session& session, practice::Projects const& projects,
                                       practice::FiledReport const& report, std::vector<InstrumentUse> const& uses,
                                       rulebook::Law const& law);

// Instruments the report's tables name with a day, each once a day.
std::vector<InstrumentUse> uses_in(vault::Document const& document);

}  // namespace anping::findings
