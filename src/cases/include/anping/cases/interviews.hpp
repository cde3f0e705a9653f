// SPDX-License-Identifier: Apache-2.0
// A warning interview before it is held: who is invited to what, what the institution says to it, how it ended; and
// what the institution remarks about one that is on record.
#pragma once

#include <anping/cases/followups.hpp>

namespace anping::cases {

enum class InvitationAnswer { comes, other_time };
BOOST_DESCRIBE_ENUM(InvitationAnswer, comes, other_time)
enum class InvitationOutcome { held, missed, called_off };
BOOST_DESCRIBE_ENUM(InvitationOutcome, held, missed, called_off)

// People are named by what they are: names stand in the record, kept apart.
struct InviteToTalk {
    registry::InstitutionId institution;
    Text<2, 200> title;
    Text<2, 300> basis;   // the clause
    Text<2, 2000> facts;  // why
    std::optional<CaseId> of;
    Timestamp at;
    Text<2, 200> place;
    Text<2, 200> hosts;     // who holds it
    Text<2, 200> expected;  // who of the institution is to come
};
BOOST_DESCRIBE_STRUCT(InviteToTalk, (), (institution, title, basis, facts, of, at, place, hosts, expected))

struct AnswerInvitation {
    InvitationAnswer answer = InvitationAnswer::comes;
    std::optional<Timestamp> proposed;  // of another time
    std::optional<Text<2, 1000>> text;  // and why
};
BOOST_DESCRIBE_STRUCT(AnswerInvitation, (), (answer, proposed, text))

// Another time or place, or the same again: the bureau's answer to whoever asked.
struct SetInvitationTime {
    Timestamp at;
    Text<2, 200> place;
    Text<2, 1000> text;
};
BOOST_DESCRIBE_STRUCT(SetInvitationTime, (), (at, place, text))

struct EndInvitation {
    InvitationOutcome outcome = InvitationOutcome::held;
    field::Date on;
    Text<2, 2000> text;  // the record; why nobody came, or why it is called off
    std::optional<Text<2, 2000>> demands;
    std::optional<field::Date> due;
    std::vector<OfficerGiven> officers;
    std::vector<DocumentGiven> documents;
};
BOOST_DESCRIBE_STRUCT(EndInvitation, (), (outcome, on, text, demands, due, officers, documents))

struct RemarkTalk {
    Text<2, 2000> text;
};
BOOST_DESCRIBE_STRUCT(RemarkTalk, (), (text))

struct TalkInvited {
    static constexpr char const* kType = "cases.talk_invited";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    registry::InstitutionId institution;
    std::string title;
    std::string basis;
    std::string facts;
    std::optional<CaseId> of;
    Timestamp at;
    std::string place;
    std::string hosts;
    std::string expected;
};
BOOST_DESCRIBE_STRUCT(TalkInvited, (),
                      (bureau, region, authority, institution, title, basis, facts, of, at, place, hosts, expected))

struct InvitationAnswered {
    static constexpr char const* kType = "cases.invitation_answered";
    static constexpr std::int64_t kVersion = 1;
    InvitationAnswer answer = InvitationAnswer::comes;
    std::optional<Timestamp> proposed;
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(InvitationAnswered, (), (answer, proposed, text))

struct InvitationTimeSet {
    static constexpr char const* kType = "cases.invitation_time_set";
    static constexpr std::int64_t kVersion = 1;
    Timestamp at;
    std::string place;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(InvitationTimeSet, (), (at, place, text))

struct InvitationEnded {
    static constexpr char const* kType = "cases.invitation_ended";
    static constexpr std::int64_t kVersion = 1;
    InvitationOutcome outcome = InvitationOutcome::held;
    field::Date on;
    std::string text;
    std::optional<TalkId> talk;  // its record
};
BOOST_DESCRIBE_STRUCT(InvitationEnded, (), (outcome, on, text, talk))

// Its subject is the talk.
struct TalkRemarked {
    static constexpr char const* kType = "cases.talk_remarked";
    static constexpr std::int64_t kVersion = 1;
    registry::InstitutionId institution;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TalkRemarked, (), (institution, text))

}  // namespace anping::cases
