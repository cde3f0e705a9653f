// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <anping/http/message.hpp>
#include <anping/licensing/events.hpp>

namespace anping::licensing {

struct ApplicationSummary {
    ApplicationId id;
    std::string title;
    PermitKind kind;
    registry::EnterpriseId enterprise;
    std::string enterprise_name;
    field::RegionCode region;
    std::string region_name;
    field::Date received_on;
    std::optional<field::Date> due;  // of the decision
    std::optional<std::int64_t> working_days_left;
    std::int64_t open_corrections = 0;
    std::optional<field::Date> meeting_on;
    std::optional<Outcome> outcome;
};
BOOST_DESCRIBE_STRUCT(ApplicationSummary, (),
                      (id, title, kind, enterprise, enterprise_name, region, region_name, received_on, due,
                       working_days_left, open_corrections, meeting_on, outcome))

enum class ApplicationState {
    open,      // not decided
    decided,   // the applicant's own withdrawal as well
    held,      // open, and off the agenda today
    escalated  // decided in spite of a hold, or held with so few days left that the leader decides
};
BOOST_DESCRIBE_ENUM(ApplicationState, open, decided, held, escalated)

inline constexpr std::int64_t kListed = 10'000;  // of a list; it is shown whole

// Which of the applications a person may see; each thing said narrows.
struct ApplicationFilter {
    std::string text = {};  // part of what is applied for, of the applicant's name or of the id
    std::optional<practice::ProjectId> project = {};
    std::optional<field::RegionCode> region = {};  // it and what lies in it
    std::optional<ApplicationState> state = {};
    std::optional<field::Date> received_from = {}, received_until = {};
};

// As it stands in an address, and back; an error names the field.
Result<ApplicationFilter> application_filter(http::Request const& request);
std::string address_of(ApplicationFilter const& filter);  // without the text and the project
std::vector<std::pair<char const*, char const*>> const& application_filter_fields();

struct ReportUsed {
    practice::ProjectId project;
    std::string project_title;
    registry::InstitutionId institution;
    std::string institution_name;
    std::optional<std::string> number;
    std::vector<rulebook::Flag> missing;  // as it stands today
    std::optional<ReviewResult> result;
    std::optional<std::string> opinion;
};
BOOST_DESCRIBE_STRUCT(ReportUsed, (),
                      (project, project_title, institution, institution_name, number, missing, result, opinion))

struct CorrectionView {
    std::int64_t number = 0;
    practice::ProjectId project;
    registry::InstitutionId institution;
    std::string institution_name;
    std::vector<Text<2, 500>> items;
    std::optional<rulebook::Deadline> due;
    Timestamp demanded_at;
    std::optional<std::string> answer;
    std::optional<std::string> closed;  // the officer's note
};
BOOST_DESCRIBE_STRUCT(CorrectionView, (),
                      (number, project, institution, institution_name, items, due, demanded_at, answer, closed))

struct DecisionView {
    Outcome outcome = Outcome::granted;
    field::Date decided_on;
    std::optional<std::string> permit_number;
    std::string reasons;
    bool in_spite_of_hold = false;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(DecisionView, (), (outcome, decided_on, permit_number, reasons, in_spite_of_hold, entry))

struct ApplicationView {
    ApplicationSummary summary;
    std::optional<field::Date> accepted_on;
    std::optional<rulebook::Deadline> decision_due;
    std::vector<ReportUsed> reports;
    std::vector<CorrectionView> corrections;
    std::optional<rulebook::Flag> held;  // off the agenda today, or only reminded of (severity)
    bool escalated = false;              // few days left: the leader decides in spite of the hold
    std::optional<DecisionView> decision;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ApplicationView, (),
                      (summary, accepted_on, decision_due, reports, corrections, held, escalated, decision, version))

// Of a year, for the public: how often a permit was decided in time although an institution had not corrected.
struct DecidedCount {
    std::int64_t year = 0;
    std::int64_t decided = 0;
    std::int64_t in_spite_of_hold = 0;
};
BOOST_DESCRIBE_STRUCT(DecidedCount, (), (year, decided, in_spite_of_hold))

}  // namespace anping::licensing
