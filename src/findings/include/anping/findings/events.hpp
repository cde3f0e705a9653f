// SPDX-License-Identifier: Apache-2.0
// What can happen to a screening, a finding, a family of passages. Who acted stands in the entry; screenings and
// findings are the platform's own.
#pragma once

#include <anping/findings/types.hpp>

namespace anping::findings {

// An instrument in the tables of a report, with the day it was used on.
struct InstrumentUse {
    std::string serial;  // as written
    field::Date day;
};
BOOST_DESCRIBE_STRUCT(InstrumentUse, (), (serial, day))

// Of a report.
struct ReportScreened {
    static constexpr char const* kType = "findings.report_screened";
    static constexpr std::int64_t kVersion = 1;
    practice::ProjectId project;
    registry::InstitutionId institution;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    std::int64_t filed_entry = 0;
    std::string file;                // SM3 of the report's file
    std::string document;            // SM3 of its reading; "" when it could not be read
    std::string evidence;            // SM3 of the Evidence
    std::string problem;             // why it could not be read
    std::string engine;              // what compared it
    std::int64_t compared_with = 0;  // reports
    Figures figures;
    std::vector<Source> sources;  // whoever shares most first, at most 50
    std::optional<std::vector<InstrumentUse>> uses;
    std::optional<std::string> album;  // SM3 of the Album of its photos
};
BOOST_DESCRIBE_STRUCT(ReportScreened, (),
                      (project, institution, region, authority, filed_entry, file, document, evidence, problem, engine,
                       compared_with, figures, sources, uses, album))

struct ScreeningAsked {
    static constexpr char const* kType = "findings.screening_asked";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(ScreeningAsked, (), (reason))

struct FindingRaised {
    static constexpr char const* kType = "findings.finding_raised";
    static constexpr std::int64_t kVersion = 1;
    practice::ReportId report;
    practice::ProjectId project;
    registry::InstitutionId institution;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    forensics::Finding finding;
    std::optional<Source> source;
    std::optional<std::string> exhibit;  // SM3 of an Exhibit
};
BOOST_DESCRIBE_STRUCT(FindingRaised, (), (report, project, institution, region, authority, finding, source, exhibit))

struct FindingAnswered {
    static constexpr char const* kType = "findings.finding_answered";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 4000> text;
};
BOOST_DESCRIBE_STRUCT(FindingAnswered, (), (text))

struct FindingDecided {
    static constexpr char const* kType = "findings.finding_decided";
    static constexpr std::int64_t kVersion = 1;
    Outcome outcome = Outcome::asked;
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(FindingDecided, (), (outcome, reason))

// Of a hold, on a project's findings.
struct HeldBack {
    static constexpr char const* kType = "findings.held_back";
    static constexpr std::int64_t kVersion = 1;
    practice::ProjectId project;
    field::Date until;
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(HeldBack, (), (project, until, reason))

struct HoldEnded {
    static constexpr char const* kType = "findings.hold_ended";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(HoldEnded, (), (reason))

// Of a family.
struct FamilyJudged {
    static constexpr char const* kType = "findings.family_judged";
    static constexpr std::int64_t kVersion = 1;
    FindingId finding;
    Judged as = Judged::common;
    registry::InstitutionId institution;  // whose template it is; of the others, whose report it was seen in
    Text<1, 4000> text;                   // as it stands in the report
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(FamilyJudged, (), (finding, as, institution, text, reason))

}  // namespace anping::findings
