// SPDX-License-Identifier: Apache-2.0
// Survey, report and review.
#pragma once

#include <anping/access/signing_keys.hpp>
#include <anping/practice/commands/opening.hpp>

namespace anping::practice {

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
    std::optional<Text<1, 40>> way;  // of the catalogue "evidence_ways": how the presence is shown
    std::optional<Checklist> checklist;
};
BOOST_DESCRIBE_STRUCT(RecordSurvey, (),
                      (started_at, ended_at, place, members, enterprise_people, latitude, longitude, reason_code,
                       findings, files, way, checklist))

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
    std::optional<access::Signature> signature;  // of confirmation_statement(), by the person's own key
};
BOOST_DESCRIBE_STRUCT(SignReview, (), (step, report_sm3, opinion, signature))

// An institution's own process control, from then on; it outranks what its region's book says by default.
struct SetProcessRule {
    bool separate_persons = true;  // author and reviewers of a report are different persons
    bool own_key = true;           // reviews are confirmed with the person's own signing key
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(SetProcessRule, (), (separate_persons, own_key, reason))

// What a reviewer wants answered, item by item, before confirming.
struct GiveOpinions {
    ReviewStep step = ReviewStep::internal_review;
    Text<64, 64> report_sm3;
    std::vector<Text<2, 2000>> items;
};
BOOST_DESCRIBE_STRUCT(GiveOpinions, (), (step, report_sm3, items))

struct OpinionAnswer {
    std::int64_t number = 0;
    Text<2, 2000> answer;
};
BOOST_DESCRIBE_STRUCT(OpinionAnswer, (), (number, answer))
struct AnswerOpinions {
    std::vector<OpinionAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(AnswerOpinions, (), (answers))

// The published edition no longer stands; its number stays, and says so.
struct WithdrawReport {
    Text<64, 64> report_sm3;
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawReport, (), (report_sm3, reason))

struct PublishReport {
    Text<64, 64> report_sm3;
};
BOOST_DESCRIBE_STRUCT(PublishReport, (), (report_sm3))

}  // namespace anping::practice
