// SPDX-License-Identifier: Apache-2.0
// What can happen to a project. Decisions of the law are kept in the event: replay uses them, never today's rulebook.
#pragma once

#include <anping/ledger/personal.hpp>
#include <anping/practice/commands.hpp>
#include <anping/registry/staffing.hpp>

namespace anping::practice {

// What the law made of the project with this event: the deadlines it sets, and every flag that stands.
struct Judgement {
    std::string law;  // digest of all books used
    std::vector<rulebook::Deadline> deadlines;
    std::vector<rulebook::Flag> flags;
    std::vector<std::string> undecided;  // duties that cannot be counted yet: the calendar is not published that far
};
BOOST_DESCRIBE_STRUCT(Judgement, (), (law, deadlines, flags, undecided))

// What an event adds to the facts of its project, by their names in the books.
using Noted = json::object;

struct ProjectOpened {
    static constexpr char const* kType = "practice.project_opened";
    static constexpr std::int64_t kVersion = 1;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    Text<2, 100> title;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Text<1, 200> site;
    field::Scope scope;
    bool statutory = true;
    Text<1, 60> statutory_kind;
    Text<1, 60> service_type;
    Contract contract;
    registry::PersonId leader;
    field::Date site_first_day;
    bool scope_covered = true;
    bool qualification_valid = true;
    std::vector<Text<1, 60>> acknowledged;
    std::optional<registry::BranchId> branch;
    std::optional<registry::Staffing> staffing;  // of who signs, on the day of signing
    std::optional<RiskAnalysis> risk;
    std::optional<Terms> terms;
    std::optional<Noted> noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ProjectOpened, (),
                      (institution, enterprise, title, region, authority, site, scope, statutory, statutory_kind,
                       service_type, contract, leader, site_first_day, scope_covered, qualification_valid, acknowledged,
                       branch, staffing, risk, terms, noted, judgement))

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

struct TeamExpert {
    ledger::Commitment name;
    Text<1, 40> specialty;
    Text<1, 100> employer;
};
BOOST_DESCRIBE_STRUCT(TeamExpert, (), (name, specialty, employer))

struct TeamInstrument {
    registry::InstrumentId instrument;
    std::optional<field::Date> calibrated_until;  // as known when the team was formed
};
BOOST_DESCRIBE_STRUCT(TeamInstrument, (), (instrument, calibrated_until))

struct TeamFormed {
    static constexpr char const* kType = "practice.team_formed";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t edition = 1;
    registry::PersonId leader;
    std::int64_t leader_years = 0;
    std::vector<TeamMember> members;
    std::vector<TeamExpert> experts;
    std::vector<SupportUnit> supports;
    std::vector<TeamInstrument> instruments;
    std::optional<registry::Staffing> staffing;
    std::optional<Text<1, 500>> reason;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(TeamFormed, (),
                      (edition, leader, leader_years, members, experts, supports, instruments, staffing, reason, noted,
                       judgement))

// To one bureau: the receipt's number is made from the notice's and the bureau's.
struct Addressee {
    registry::BureauId bureau;
    field::RegionCode region;
    std::string receipt_number;
};
BOOST_DESCRIBE_STRUCT(Addressee, (), (bureau, region, receipt_number))

// What a notice says; who to call is personal and kept apart.
struct NoticeContent {
    field::Date site_first_day;
    field::Date site_last_day;
    std::vector<registry::PersonId> members;
    ledger::Commitment contact;
    ledger::Commitment phone;
    std::optional<Text<1, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(NoticeContent, (), (site_first_day, site_last_day, members, contact, phone, reason))

struct NoticeFiled {
    static constexpr char const* kType = "practice.notice_filed";
    static constexpr std::int64_t kVersion = 1;
    NoticeId notice;
    NoticeContent content;
    field::Date filed_on;
    std::vector<Addressee> addressees;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(NoticeFiled, (), (notice, content, filed_on, addressees, judgement))

// Somebody of the bureau has seen it. A notice is received the moment it is filed; this changes nothing but the inbox.
struct NoticeOpened {
    static constexpr char const* kType = "practice.notice_opened";
    static constexpr std::int64_t kVersion = 1;
    NoticeId notice;
    registry::BureauId bureau;
};
BOOST_DESCRIBE_STRUCT(NoticeOpened, (), (notice, bureau))

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
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(SurveyRecorded, (),
                      (survey, started_at, ended_at, place, members, enterprise_people, latitude, longitude,
                       reason_code, findings, leader_on_site, judgement))

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
};
BOOST_DESCRIBE_STRUCT(ReviewSigned, (), (report, step, report_sm3, opinion))

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
