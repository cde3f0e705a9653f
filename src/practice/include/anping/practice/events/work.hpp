// SPDX-License-Identifier: Apache-2.0
// Evidence, survey, report, review and archive.
#pragma once

#include <anping/access/signing_keys.hpp>
#include <anping/practice/events/opening.hpp>

namespace anping::practice {

struct EvidenceAttached {
    static constexpr char const* kType = "practice.evidence_attached";
    static constexpr std::int64_t kVersion = 1;
    EvidenceId evidence;
    std::optional<SurveyId> survey;
    Exhibit exhibit;
    bool of_institution = true;  // what a bureau adds does not stand for what the institution owes
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(EvidenceAttached, (), (evidence, survey, exhibit, of_institution, judgement))

struct SurveyRecorded {
    static constexpr char const* kType = "practice.survey_recorded";
    static constexpr std::int64_t kVersion = 1;
    SurveyId survey;
    Timestamp started_at;
    Timestamp ended_at;
    Text<1, 200> place;
    std::vector<registry::PersonId> members;
    Text<1, 200> enterprise_people;
    std::optional<Text<1, 20>> latitude;
    std::optional<Text<1, 20>> longitude;
    std::optional<ReasonCode> reason_code;
    Text<1, 4000> findings;
    bool leader_on_site = false;
    std::optional<Text<1, 40>> way;
    std::optional<Checklist> checklist;
    std::optional<Noted> noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(SurveyRecorded, (),
                      (survey, started_at, ended_at, place, members, enterprise_people, latitude, longitude,
                       reason_code, findings, leader_on_site, way, checklist, noted, judgement))

struct ReportFiled {
    static constexpr char const* kType = "practice.report_filed";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    std::int64_t edition = 1;  // a new edition voids the confirmations of the one before
    Text<2, 200> title;
    Text<1, 4000> conclusion;
    std::vector<registry::PersonId> authors;
    Exhibit file;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ReportFiled, (), (report, edition, title, conclusion, authors, file, judgement))

struct ReviewSigned {
    static constexpr char const* kType = "practice.review_signed";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    ReviewStep step = ReviewStep::internal_review;
    std::string report_sm3;
    Text<2, 2000> opinion;
    std::optional<access::SignedWith> signed_with;
};
BOOST_DESCRIBE_STRUCT(ReviewSigned, (), (report, step, report_sm3, opinion, signed_with))

// Of an institution, not of a project.
struct ProcessRuleSet {
    static constexpr char const* kType = "practice.process_rule_set";
    static constexpr std::int64_t kVersion = 1;
    bool separate_persons = true;
    bool own_key = true;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(ProcessRuleSet, (), (separate_persons, own_key, reason))

// Numbered within the project, from `first` on.
struct OpinionsGiven {
    static constexpr char const* kType = "practice.opinions_given";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    ReviewStep step = ReviewStep::internal_review;
    std::int64_t first = 1;
    std::vector<Text<2, 2000>> items;
};
BOOST_DESCRIBE_STRUCT(OpinionsGiven, (), (report, step, first, items))

struct OpinionsAnswered {
    static constexpr char const* kType = "practice.opinions_answered";
    static constexpr std::int64_t kVersion = 1;
    std::vector<OpinionAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(OpinionsAnswered, (), (answers))

struct ReportWithdrawn {
    static constexpr char const* kType = "practice.report_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    Text<2, 2000> reason;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ReportWithdrawn, (), (report, reason, judgement))

struct ReportPublished {
    static constexpr char const* kType = "practice.report_published";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    std::string number;  // public; binds the bytes
    std::string sm3;
    std::string sha256;
    std::int64_t size = 0;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ReportPublished, (), (report, number, sm3, sha256, size, judgement))

struct ProjectArchived {
    static constexpr char const* kType = "practice.project_archived";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t entries = 0;  // of this project, before this one
    std::int64_t exhibits = 0;
};
BOOST_DESCRIBE_STRUCT(ProjectArchived, (), (entries, exhibits))

}  // namespace anping::practice
