// SPDX-License-Identifier: Apache-2.0
// Prior notices and what became of them.
#pragma once

#include <anping/practice/events/opening.hpp>

namespace anping::practice {

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

// A project known from a notice a bureau entered; its contract is not known yet.
struct ProjectNoticed {
    static constexpr char const* kType = "practice.project_noticed";
    static constexpr std::int64_t kVersion = 1;
    NoticedProject project;
    field::Date site_first_day;
    bool scope_covered = true;
    bool qualification_valid = true;  // on the day the notice was received
};
BOOST_DESCRIBE_STRUCT(ProjectNoticed, (), (project, site_first_day, scope_covered, qualification_valid))

struct NoticeEntered {
    static constexpr char const* kType = "practice.notice_entered";
    static constexpr std::int64_t kVersion = 1;
    NoticeId notice;
    Channel channel = Channel::paper;
    field::Date received_on;
    registry::BureauId bureau;  // that received and entered it
    field::Date site_first_day;
    field::Date site_last_day;
    ledger::Commitment people;
    ledger::Commitment contact;
    ledger::Commitment phone;
    std::optional<Text<1, 500>> reason;
    std::vector<Addressee> addressees;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(NoticeEntered, (),
                      (notice, channel, received_on, bureau, site_first_day, site_last_day, people, contact, phone,
                       reason, addressees, judgement))

struct NoticeAmended {
    static constexpr char const* kType = "practice.notice_amended";
    static constexpr std::int64_t kVersion = 1;
    NoticeId notice;
    std::optional<field::Date> site_first_day;
    std::optional<field::Date> site_last_day;
    std::optional<std::vector<registry::PersonId>> members;
    std::optional<ledger::Commitment> contact;
    std::optional<ledger::Commitment> phone;
    Text<2, 500> reason;
    std::vector<std::string> material;  // codes of the catalogue "notice_material" it touches
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(NoticeAmended, (),
                      (notice, site_first_day, site_last_day, members, contact, phone, reason, material, noted,
                       judgement))

// Somebody of the bureau has seen it. A notice is received the moment it is filed; this changes nothing but the inbox.
struct NoticeOpened {
    static constexpr char const* kType = "practice.notice_opened";
    static constexpr std::int64_t kVersion = 1;
    NoticeId notice;
    registry::BureauId bureau;
};
BOOST_DESCRIBE_STRUCT(NoticeOpened, (), (notice, bureau))

}  // namespace anping::practice
