// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/base/json_text.hpp>
#include <anping/practice/acts.hpp>
#include <anping/practice/events.hpp>

namespace anping::practice {

struct ProjectSummary {
    ProjectId id;
    std::string title;
    registry::InstitutionId institution;
    std::string institution_name;
    registry::EnterpriseId enterprise;
    std::string enterprise_name;
    field::RegionCode region;
    std::string region_name;
    Stage stage = Stage::contracted;
    field::Date site_first_day;
    std::optional<std::string> next_duty;  // the nearest open deadline
    std::optional<field::Date> next_due;
    std::optional<std::int64_t> working_days_left;
    std::int64_t open_flags = 0;
    Timestamp changed_at;
};
BOOST_DESCRIBE_STRUCT(ProjectSummary, (),
                      (id, title, institution, institution_name, enterprise, enterprise_name, region, region_name,
                       stage, site_first_day, next_duty, next_due, working_days_left, open_flags, changed_at))

struct DeadlineView {
    ProjectId project;
    std::string project_title;
    std::string institution_name;
    Stored<rulebook::Deadline> deadline;
    std::optional<field::Date> met_on;
    std::optional<std::int64_t> working_days_left;  // nothing when met or not countable; negative when overdue
};
BOOST_DESCRIBE_STRUCT(DeadlineView, (), (project, project_title, institution_name, deadline, met_on, working_days_left))

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
    std::vector<std::string> member_names;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (),
                      (id, project, project_title, institution_name, enterprise_name, region_name, content, filed_at,
                       addressees, member_names, entry))

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
    Timestamp received_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(SurveyView, (),
                      (id, started_at, ended_at, place, member_names, enterprise_people, latitude, longitude,
                       reason_code, findings, leader_on_site, received_at, entry))

struct ReviewView {
    ReviewStep step = ReviewStep::internal_review;
    std::string account;
    std::string opinion;
    Timestamp signed_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ReviewView, (), (step, account, opinion, signed_at, entry))

struct ReportView {
    ReportId id;
    std::int64_t edition = 1;
    std::string title;
    std::string conclusion;
    std::vector<std::string> author_names;
    Exhibit file;
    Timestamp filed_at;
    std::vector<ReviewView> reviews;
    std::optional<std::string> number;
    std::optional<Timestamp> published_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (id, edition, title, conclusion, author_names, file, filed_at, reviews, number, published_at,
                       entry))

struct ProjectView {
    ProjectId id;
    std::string title;
    registry::InstitutionId institution;
    std::string institution_name;
    registry::EnterpriseId enterprise;
    std::string enterprise_name;
    field::RegionCode region;
    std::string region_name;
    field::Authority authority = field::Authority::government;
    std::string site;
    field::Scope scope;
    bool scope_covered = true;
    bool qualification_valid = true;
    bool statutory = true;
    std::string statutory_kind;
    std::string service_type;
    std::optional<Stored<Contract>> contract;  // nothing for those who may not see the price
    registry::PersonId leader;
    std::string leader_name;
    field::Date site_first_day;
    Stage stage = Stage::contracted;
    std::vector<ReviewStep> review_steps;  // what the region's book asks for before publication, in order
    Timestamp opened_at;
    Timestamp changed_at;
    std::int64_t version = 0;
    std::vector<DeadlineView> deadlines;
    std::vector<FlagView> flags;
    std::vector<EvidenceView> evidence;
    std::vector<NoticeView> notices;
    std::vector<SurveyView> surveys;
    std::vector<ReportView> reports;
};
BOOST_DESCRIBE_STRUCT(ProjectView, (),
                      (id, title, institution, institution_name, enterprise, enterprise_name, region, region_name,
                       authority, site, scope, scope_covered, qualification_valid, statutory, statutory_kind,
                       service_type, contract, leader, leader_name, site_first_day, stage, review_steps, opened_at,
                       changed_at, version, deadlines, flags, evidence, notices, surveys, reports))

// What an archive of the project is made of.
struct ProjectFiles {
    std::vector<std::string> sm3;  // of evidence and of every edition of the report, each once
    bool published = false;
};

// A published report as anybody may see it.
struct PublishedReport {
    std::string number;
    std::string title;
    std::string institution_name;
    std::string enterprise_name;
    std::string region_name;
    Timestamp published_at;
    std::string sm3;
    std::string sha256;
    std::int64_t size = 0;
    std::string state;  // "filed" or "superseded"
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(PublishedReport, (),
                      (number, title, institution_name, enterprise_name, region_name, published_at, sm3, sha256, size,
                       state, entry))

}  // namespace anping::practice
