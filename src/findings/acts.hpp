// SPDX-License-Identifier: Apache-2.0
// What the platform knows of where people and instruments were: of those of one project, in all projects.
#pragma once

#include <map>

#include <anping/findings/events.hpp>
#include <anping/forensics/workload.hpp>
#include <anping/practice/projects.hpp>
#include <anping/practice/reports.hpp>

namespace anping::findings {

struct KnownAct {
    forensics::SubjectKind of = forensics::SubjectKind::person;
    std::string who;      // a person's id, or a serial number as written
    std::string subject;  // the same for whoever is one, as a person reads it: "证书编号 S01100001", "仪器 A2034"
    forensics::ActKind kind = forensics::ActKind::survey;
    Timestamp from, to;
    bool by_day = false;
    std::string spot;                 // in the plant
    std::string latitude, longitude;  // "" where not known
    practice::ProjectId project;
    std::int64_t entry = 0;
    // Of its project.
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    field::RegionCode region;
};

// year · 12 + month − 1, in Beijing; as forensics::Output has it.
std::int64_t month_of(Timestamp at);

// Of everybody in an act of the report's project and of every instrument it uses: all their acts from this many days
// before the first of these to as many after the last, in their order. `uses` are what the report says now; what an
// earlier screening of it kept is left out.
std::vector<KnownAct> acts_around(db::Session& session, practice::Projects const& projects,
                                  practice::FiledReport const& report, std::vector<InstrumentUse> const& uses,
                                  int days);

// How many reports each author had a part in that month, a project counted once in the month of its first report; and
// of these the authors of this project's, as a person reads them.
struct Authors {
    std::vector<forensics::Output> all;
    std::map<std::string, std::string> own;  // by `signer`
};
Authors authors_in(db::Session& session, practice::ProjectId const& project, std::int64_t month);

// Whether another report of that month already raised it: of one author's month one is enough.
bool told_already(db::Session& session, practice::FiledReport const& report, forensics::Finding const& finding);

// On which somebody was at the plant for the project, a re-check as well as a survey.
std::optional<field::Date> last_day_there(db::Session& session, practice::ProjectId const& project);

// The last report of the project that was screened.
std::optional<practice::ReportId> last_report(db::Session& session, practice::ProjectId const& project);

}  // namespace anping::findings
