// SPDX-License-Identifier: Apache-2.0
// What can be asked of a project. Facts are recorded whatever they are; only an institution's own review holds it.
#pragma once

#include <anping/practice/types.hpp>

namespace anping::practice {

// A finished upload and what it is evidence of.
struct AttachFile {
    vault::UploadId upload;
    Text<1, 40> kind;
    std::optional<Timestamp> captured_at;
};
BOOST_DESCRIBE_STRUCT(AttachFile, (), (upload, kind, captured_at))

struct OpenProject {
    Text<2, 100> title;
    registry::EnterpriseId enterprise;
    field::RegionCode region;  // the county of the site
    field::Authority authority = field::Authority::government;
    Text<1, 200> site;
    field::Scope scope;
    bool statutory = true;
    Text<1, 60> statutory_kind;  // of the catalogue "statutory_kinds"; "none" when not statutory
    Text<1, 60> service_type;    // of the catalogue "service_types"
    Contract contract;
    registry::PersonId leader;
    field::Date site_first_day;  // as planned
    std::vector<AttachFile> files;
    std::vector<Text<1, 60>> acknowledged;     // watches the person was warned of before signing
    std::optional<registry::BranchId> branch;  // that signs; nothing: the institution itself
    std::optional<RiskAnalysis> risk;
    std::optional<Terms> terms;
};
BOOST_DESCRIBE_STRUCT(OpenProject, (),
                      (title, enterprise, region, authority, site, scope, statutory, statutory_kind, service_type,
                       contract, leader, site_first_day, files, acknowledged, branch, risk, terms))

// An expert from outside the institution.
struct OutsideExpert {
    Text<1, 50> name;
    Text<1, 40> specialty;
    Text<1, 100> employer;
};
BOOST_DESCRIBE_STRUCT(OutsideExpert, (), (name, specialty, employer))

// Who does the work, with what. Formed again when it changes, with the reason.
struct FormTeam {
    registry::PersonId leader;
    std::int64_t leader_years = 0;  // in this field of work
    std::vector<TeamMember> members;
    std::vector<OutsideExpert> experts;
    std::vector<SupportUnit> supports;
    std::vector<registry::InstrumentId> instruments;
    std::optional<Text<1, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(FormTeam, (), (leader, leader_years, members, experts, supports, instruments, reason))

// Prior notice 从业告知 (Order No. 1 of 2019, art. 19 and annex 4).
struct FileNotice {
    field::Date site_first_day;
    field::Date site_last_day;
    std::vector<registry::PersonId> members;
    Text<1, 50> contact;
    Text<3, 30> phone;
    std::optional<Text<1, 500>> reason;  // emergency, changed dates
};
BOOST_DESCRIBE_STRUCT(FileNotice, (), (site_first_day, site_last_day, members, contact, phone, reason))

struct RecordSurvey {
    Timestamp started_at;
    Timestamp ended_at;
    Text<1, 200> place;
    std::vector<registry::PersonId> members;  // on site
    Text<1, 200> enterprise_people;           // who was there for the enterprise, by office
    std::optional<Text<1, 20>> latitude;      // of the check-in only, decimal degrees
    std::optional<Text<1, 20>> longitude;
    std::optional<ReasonCode> reason_code;
    Text<1, 4000> findings;
    std::vector<AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(RecordSurvey, (),
                      (started_at, ended_at, place, members, enterprise_people, latitude, longitude, reason_code,
                       findings, files))

struct AttachEvidence {
    std::vector<AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(AttachEvidence, (), (files))

struct FileReport {
    Text<2, 200> title;
    Text<1, 4000> conclusion;
    std::vector<registry::PersonId> authors;
    vault::UploadId upload;
};
BOOST_DESCRIBE_STRUCT(FileReport, (), (title, conclusion, authors, upload))

// The digest is of the bytes the person read: a newer version cannot be signed by accident.
struct SignReview {
    ReviewStep step = ReviewStep::internal_review;
    Text<64, 64> report_sm3;
    Text<2, 2000> opinion;
};
BOOST_DESCRIBE_STRUCT(SignReview, (), (step, report_sm3, opinion))

struct PublishReport {
    Text<64, 64> report_sm3;
};
BOOST_DESCRIBE_STRUCT(PublishReport, (), (report_sm3))

}  // namespace anping::practice
