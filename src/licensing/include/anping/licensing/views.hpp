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
    registry::BureauId bureau;  // whose desk took it in, and decides
    std::string bureau_name;
    field::Date received_on;
    std::optional<field::Date> due;  // of the decision
    std::optional<std::int64_t> working_days_left;
    std::int64_t open_corrections = 0;
    std::optional<field::Date> meeting_on;
    std::optional<Outcome> outcome;
    std::string turn;  // in the list; not for the page
};
BOOST_DESCRIBE_STRUCT(ApplicationSummary, (),
                      (id, title, kind, enterprise, enterprise_name, region, region_name, bureau, bureau_name,
                       received_on, due, working_days_left, open_corrections, meeting_on, outcome))

enum class ApplicationState {
    open,      // not decided
    decided,   // the applicant's own withdrawal as well
    held,      // open, and off the agenda today
    escalated  // decided in spite of a hold, or held with so few days left that the leader decides
};
BOOST_DESCRIBE_ENUM(ApplicationState, open, decided, held, escalated)

inline constexpr std::int64_t kListed = 10'000;  // rows of a sheet, and counted by a rule

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

enum class NextAct { accept, link, review, demand, correct, agenda, decide, none };
BOOST_DESCRIBE_ENUM(NextAct, accept, link, review, demand, correct, agenda, decide, none)
enum class Hand { desk, institution, leader, nobody };
BOOST_DESCRIBE_ENUM(Hand, desk, institution, leader, nobody)

// The one thing that comes next, and whose it is.
struct NextStep {
    NextAct act = NextAct::none;
    Hand hand = Hand::nobody;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NextStep, (), (act, hand, text))

struct ApplicationView {
    ApplicationSummary summary;
    std::optional<field::Date> accepted_on;
    std::optional<rulebook::Deadline> decision_due;
    std::vector<ReportUsed> reports;
    std::vector<CorrectionView> corrections;
    std::optional<rulebook::Flag> held;  // off the agenda today, or only reminded of (severity)
    bool escalated = false;              // few days left: the leader decides in spite of the hold
    std::optional<DecisionView> decision;
    NextStep next;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ApplicationView, (),
                      (summary, accepted_on, decision_due, reports, corrections, held, escalated, decision, next,
                       version))

// Of a place and a year, for the public. What is held or near its limit and not decided yet counts to this year.
struct PermitCount {
    field::RegionCode region;
    std::string region_name;
    std::int64_t year = 0;
    std::int64_t received = 0;
    std::int64_t decided = 0;    // without those the applicant withdrew
    std::int64_t held = 0;       // kept off the agenda, or that were
    std::int64_t escalated = 0;  // with so few days left that the leader decided, or has to
    std::int64_t in_spite_of_hold = 0;
    std::optional<rulebook::Citation> hold;  // the clause that holds there
};
BOOST_DESCRIBE_STRUCT(PermitCount, (),
                      (region, region_name, year, received, decided, held, escalated, in_spite_of_hold, hold))

}  // namespace anping::licensing
