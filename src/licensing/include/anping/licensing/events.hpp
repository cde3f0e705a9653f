// SPDX-License-Identifier: Apache-2.0
// What can happen to an application. What the law made of it stands in the event.
#pragma once

#include <anping/licensing/commands.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::licensing {

// A report the application rests on, as it was then.
struct LinkedReport {
    practice::ProjectId project;
    registry::InstitutionId institution;
    std::optional<std::string> number;    // of the published report
    std::vector<rulebook::Flag> missing;  // what the project's record lacked
};
BOOST_DESCRIBE_STRUCT(LinkedReport, (), (project, institution, number, missing))

struct ApplicationReceived {
    static constexpr char const* kType = "licensing.application_received";
    static constexpr std::int64_t kVersion = 1;
    registry::EnterpriseId enterprise;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    PermitKind kind;
    Text<2, 200> title;
    field::Date received_on;
    std::optional<field::Date> accepted_on;
    std::vector<LinkedReport> reports;
    std::optional<rulebook::Deadline> decision_due;
};
BOOST_DESCRIBE_STRUCT(ApplicationReceived, (),
                      (enterprise, region, authority, kind, title, received_on, accepted_on, reports, decision_due))

struct ApplicationAccepted {
    static constexpr char const* kType = "licensing.application_accepted";
    static constexpr std::int64_t kVersion = 1;
    field::Date accepted_on;
    std::optional<rulebook::Deadline> decision_due;
};
BOOST_DESCRIBE_STRUCT(ApplicationAccepted, (), (accepted_on, decision_due))

struct ReportLinked {
    static constexpr char const* kType = "licensing.report_linked";
    static constexpr std::int64_t kVersion = 1;
    LinkedReport report;
};
BOOST_DESCRIBE_STRUCT(ReportLinked, (), (report))

struct ReportReviewed {
    static constexpr char const* kType = "licensing.report_reviewed";
    static constexpr std::int64_t kVersion = 1;
    practice::ProjectId project;
    ReviewResult result = ReviewResult::adequate;
    Text<2, 4000> opinion;
};
BOOST_DESCRIBE_STRUCT(ReportReviewed, (), (project, result, opinion))

struct CorrectionDemanded {
    static constexpr char const* kType = "licensing.correction_demanded";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    practice::ProjectId project;
    registry::InstitutionId institution;
    std::vector<Text<2, 500>> items;
    std::optional<rulebook::Deadline> due;
};
BOOST_DESCRIBE_STRUCT(CorrectionDemanded, (), (number, project, institution, items, due))

struct CorrectionAnswered {
    static constexpr char const* kType = "licensing.correction_answered";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    Text<2, 2000> answer;
};
BOOST_DESCRIBE_STRUCT(CorrectionAnswered, (), (number, answer))

struct CorrectionClosed {
    static constexpr char const* kType = "licensing.correction_closed";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    Text<2, 1000> note;
    std::optional<rulebook::Flag> held;  // what kept the application off the agenda until then
};
BOOST_DESCRIBE_STRUCT(CorrectionClosed, (), (number, note, held))

struct AgendaEntered {
    static constexpr char const* kType = "licensing.agenda_entered";
    static constexpr std::int64_t kVersion = 1;
    field::Date meeting_on;
};
BOOST_DESCRIBE_STRUCT(AgendaEntered, (), (meeting_on))

struct ApplicationDecided {
    static constexpr char const* kType = "licensing.application_decided";
    static constexpr std::int64_t kVersion = 1;
    Outcome outcome = Outcome::granted;
    field::Date decided_on;
    std::optional<Text<1, 60>> permit_number;
    Text<2, 4000> reasons;
    std::optional<rulebook::Flag> held;
    std::int64_t open_corrections = 0;
    std::optional<rulebook::Citation> escalated;  // the clause by which so few days were left that it is the leader's
};
BOOST_DESCRIBE_STRUCT(ApplicationDecided, (),
                      (outcome, decided_on, permit_number, reasons, held, open_corrections, escalated))

}  // namespace anping::licensing
