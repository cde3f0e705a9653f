// SPDX-License-Identifier: Apache-2.0
// The parts of a project's page; most of them are listed elsewhere too.
#pragma once

#include <anping/base/json_text.hpp>
#include <anping/practice/events.hpp>

namespace anping::practice {

struct DeadlineView {
    ProjectId project;
    std::string project_title;
    std::string institution_name;
    Stored<rulebook::Deadline> deadline;
    std::optional<field::Date> met_on;
    std::optional<std::int64_t> working_days_left;  // nothing when met or not countable; negative when overdue
};
BOOST_DESCRIBE_STRUCT(DeadlineView, (), (project, project_title, institution_name, deadline, met_on, working_days_left))

// How many deadlines of projects at a place are past.
struct OverdueCount {
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    std::int64_t count = 0;
};

struct FlagView {
    Stored<rulebook::Flag> flag;
    Timestamp raised_at;
    std::optional<Timestamp> cleared_at;
};
BOOST_DESCRIBE_STRUCT(FlagView, (), (flag, raised_at, cleared_at))

struct EvidenceView {
    EvidenceId id;
    std::optional<SurveyId> survey;
    Stored<Exhibit> exhibit;
    Timestamp received_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(EvidenceView, (), (id, survey, exhibit, received_at, entry))

struct AddresseeView {
    Addressee addressee;
    std::string bureau_name;
    std::optional<Timestamp> opened_at;
};
BOOST_DESCRIBE_STRUCT(AddresseeView, (), (addressee, bureau_name, opened_at))

struct AmendmentView {
    Timestamp at;
    std::optional<field::Date> site_first_day;
    std::optional<field::Date> site_last_day;
    std::vector<std::string> member_names;
    bool contact_changed = false;
    bool phone_changed = false;
    std::string reason;
    bool material = false;  // asks for a new notice
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(AmendmentView, (),
                      (at, site_first_day, site_last_day, member_names, contact_changed, phone_changed, reason,
                       material, entry))

struct NoticeView {
    NoticeId id;
    ProjectId project;
    std::string project_title;
    std::string institution_name;
    std::string enterprise_name;
    std::string region_name;
    FileNotice content;
    Timestamp filed_at;
    std::vector<AddresseeView> addressees;
    std::vector<std::string> member_names;  // or one text, as a paper names them
    Channel channel = Channel::online;
    field::Date received_on;                // the day that counts
    std::optional<std::string> entered_by;  // the bureau that received a paper
    std::vector<AmendmentView> amendments;  // the first first; `content` is as amended
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (),
                      (id, project, project_title, institution_name, enterprise_name, region_name, content, filed_at,
                       addressees, member_names, channel, received_on, entered_by, amendments, entry))

struct SurveyView {
    SurveyId id;
    Timestamp started_at;
    Timestamp ended_at;
    std::string place;
    std::vector<std::string> member_names;
    std::string enterprise_people;
    std::optional<std::string> latitude;
    std::optional<std::string> longitude;
    std::optional<std::string> reason_code;
    std::string findings;
    bool leader_on_site = false;
    std::optional<std::string> way;
    std::optional<Checklist> checklist;
    Timestamp received_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(SurveyView, (),
                      (id, started_at, ended_at, place, member_names, enterprise_people, latitude, longitude,
                       reason_code, findings, leader_on_site, way, checklist, received_at, entry))

struct ReviewView {
    ReviewStep step = ReviewStep::internal_review;
    std::string account;
    std::string opinion;
    Timestamp signed_at;
    std::int64_t entry = 0;
    std::optional<std::string> key;  // it was signed with; nothing: re-authenticated only
    bool after_reset = false;        // that key was made after another's hand had reset the account
};
BOOST_DESCRIBE_STRUCT(ReviewView, (), (step, account, opinion, signed_at, entry, key, after_reset))

struct OpinionView {
    std::int64_t number = 0;
    ReportId report;
    ReviewStep step = ReviewStep::internal_review;
    std::string text;
    Timestamp given_at;
    std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(OpinionView, (), (number, report, step, text, given_at, answer))

struct ReportView {
    ReportId id;
    std::int64_t edition = 1;
    std::string title;
    std::string conclusion;
    std::vector<std::string> author_names;
    Exhibit file;
    Timestamp filed_at;
    std::vector<ReviewView> reviews;
    std::vector<OpinionView> opinions;
    std::optional<std::string> number;
    std::optional<Timestamp> published_at;
    std::optional<std::string> withdrawn;  // why
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (id, edition, title, conclusion, author_names, file, filed_at, reviews, opinions, number,
                       published_at, withdrawn, entry))

struct TeamMemberView {
    registry::PersonId person;
    std::string name;
    std::string duty;
};
BOOST_DESCRIBE_STRUCT(TeamMemberView, (), (person, name, duty))

struct TeamInstrumentView {
    registry::InstrumentId instrument;
    std::string name;
    std::optional<field::Date> calibrated_until;
};
BOOST_DESCRIBE_STRUCT(TeamInstrumentView, (), (instrument, name, calibrated_until))

struct TeamView {
    std::int64_t edition = 1;
    registry::PersonId leader;
    std::string leader_name;
    std::int64_t leader_years = 0;
    std::vector<TeamMemberView> members;
    std::vector<OutsideExpert> experts;
    std::vector<SupportUnit> supports;
    std::vector<TeamInstrumentView> instruments;
    std::optional<registry::Staffing> staffing;
    std::optional<std::string> reason;
    Timestamp formed_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(TeamView, (),
                      (edition, leader, leader_name, leader_years, members, experts, supports, instruments, staffing,
                       reason, formed_at, entry))

}  // namespace anping::practice
