// SPDX-License-Identifier: Apache-2.0
// What institution and enterprise settled about the site, as a project's page shows it.
#pragma once

#include <anping/practice/events.hpp>

namespace anping::practice {

struct ExchangeView {
    Timestamp held_at;
    std::string place;
    std::vector<std::string> member_names;
    std::string enterprise_people;
    std::string content;
    std::string result;
    Timestamp recorded_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ExchangeView, (),
                      (held_at, place, member_names, enterprise_people, content, result, recorded_at, entry))

struct MeasureView {
    std::int64_t number = 0;
    Measure measure;
    std::optional<bool> adopted;  // nothing: not answered yet
    std::optional<field::Date> done_on;
    std::optional<std::string> answer_note;
    std::optional<field::Date> checked_on;
    std::optional<bool> done;  // as re-checked
    std::optional<std::string> check_note;
    bool settled = false;
};
BOOST_DESCRIBE_STRUCT(MeasureView, (),
                      (number, measure, adopted, done_on, answer_note, checked_on, done, check_note, settled))

struct SiteConfirmationView {
    bool people_match = true;
    std::optional<std::string> difference;
    bool data_true = true;
    std::string delegate;
    std::string delegate_office;
    std::optional<std::string> note;
    Timestamp recorded_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(SiteConfirmationView, (),
                      (people_match, difference, data_true, delegate, delegate_office, note, recorded_at, entry))

struct ReportConfirmationView {
    ReportId report;
    bool matches = true;
    std::optional<std::string> note;
    Timestamp recorded_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ReportConfirmationView, (), (report, matches, note, recorded_at, entry))

struct SpotCheckView {
    std::string bureau_name;
    field::Date checked_on;
    bool announced = false;
    bool team_on_site = true;
    std::string officers;
    std::string findings;
    Timestamp recorded_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(SpotCheckView, (),
                      (bureau_name, checked_on, announced, team_on_site, officers, findings, recorded_at, entry))

// Beside the surveys; the newest of each first, measures by number.
// What an enterprise is asked for in a project.
enum class AskedKind { confirm_site, answer_measures, confirm_report };
BOOST_DESCRIBE_ENUM(AskedKind, confirm_site, answer_measures, confirm_report)

struct Asked {
    AskedKind kind = AskedKind::confirm_site;
    std::string text;
    bool major = false;  // a major hazard among the measures
    Timestamp since;     // the oldest of what is asked
};
BOOST_DESCRIBE_STRUCT(Asked, (), (kind, text, major, since))

struct AskedProject {
    ProjectId project;
    std::string project_title;
    std::string institution_name;
    Asked asked;
};

struct SiteView {
    std::vector<ExchangeView> exchanges;
    std::vector<MeasureView> measures;
    std::vector<SiteConfirmationView> confirmations;
    std::vector<ReportConfirmationView> report_confirmations;
    std::vector<SpotCheckView> spot_checks;
    std::vector<Asked> asked;  // of the enterprise
};
BOOST_DESCRIBE_STRUCT(SiteView, (), (exchanges, measures, confirmations, report_confirmations, spot_checks, asked))

}  // namespace anping::practice
