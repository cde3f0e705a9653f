// SPDX-License-Identifier: Apache-2.0
// What follows a case or stands beside it: the list of serious dishonesty, interviews and circulated notices.
#pragma once

#include <anping/cases/events.hpp>

namespace anping::cases {

struct ListingTag {
    static constexpr char const* name = "严重失信名单事项";
};
using ListingId = Id<ListingTag>;
struct TalkTag {
    static constexpr char const* name = "约谈通报";
};
using TalkId = Id<TalkTag>;
struct InvitationTag {
    static constexpr char const* name = "约谈邀请";
};
using InvitationId = Id<InvitationTag>;

// From the notice that it is intended to the end of publicity.
enum class ListingStep {
    told,     // 列入前告知
    defence,  // 陈述、申辩
    listed,   // 列入决定
    dropped,  // not listed
    entered,  // in the credit system
    publicised,
    requested,  // early removal asked for
    kept,       // and refused
    removed,
    restored,  // early removal withdrawn: it was got by fraud
    updated,   // the credit system, after removal
    stopped    // publicity
};
BOOST_DESCRIBE_ENUM(ListingStep, told, defence, listed, dropped, entered, publicised, requested, kept, removed,
                    restored, updated, stopped)

struct ProposeListing {
    CaseId of;              // whose effective decision it rests on
    Text<1, 60> situation;  // code of "dishonesty_situations"
    field::Date on;         // told
    Text<2, 2000> grounds;
    std::optional<Text<1, 60>> person;  // a person of the institution; else the institution itself
    std::vector<DocumentGiven> documents;
};
BOOST_DESCRIBE_STRUCT(ProposeListing, (), (of, situation, on, grounds, person, documents))

struct RecordListing {
    ListingStep step = ListingStep::defence;
    field::Date on;
    Text<2, 2000> text;
    std::vector<DocumentGiven> documents;
};
BOOST_DESCRIBE_STRUCT(RecordListing, (), (step, on, text, documents))

// The institution's own statement and defence about a listing that is intended.
struct AnswerListing {
    Text<2, 2000> text;
    std::vector<DocumentGiven> documents;
};
BOOST_DESCRIBE_STRUCT(AnswerListing, (), (text, documents))

// Its request to be removed early 信用修复. The kind of each document is the code of the condition it shows.
struct RequestRepair {
    Text<2, 2000> text;
    std::vector<DocumentGiven> documents;
};
BOOST_DESCRIBE_STRUCT(RequestRepair, (), (text, documents))

struct ListingProposed {
    static constexpr char const* kType = "cases.listing_proposed";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    CaseId of;
    registry::InstitutionId institution;
    std::optional<ledger::Commitment> person;
    std::string situation;
    field::Date on;
    std::string grounds;
    std::vector<Document> documents;
    std::optional<std::vector<Limit>> limits;  // until when whoever is told may answer
};
BOOST_DESCRIBE_STRUCT(ListingProposed, (),
                      (bureau, region, authority, of, institution, person, situation, on, grounds, documents, limits))

struct ListingRecorded {
    static constexpr char const* kType = "cases.listing_recorded";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    ListingStep step = ListingStep::defence;
    field::Date on;
    std::string text;
    std::vector<Document> documents;
    std::vector<Limit> limits;
    std::vector<std::string> ends;
    std::vector<Remark> remarks;
};
BOOST_DESCRIBE_STRUCT(ListingRecorded, (), (number, step, on, text, documents, limits, ends, remarks))

enum class TalkKind { interview, notice };  // 警示约谈, 通报
BOOST_DESCRIBE_ENUM(TalkKind, interview, notice)

struct RecordTalk {
    TalkKind kind = TalkKind::interview;
    Text<2, 200> title;
    std::vector<registry::InstitutionId> institutions;
    std::optional<CaseId> of;
    Text<2, 300> basis;
    Text<2, 2000> facts;
    field::Date on;
    std::optional<Text<2, 2000>> demands;  // what is urged
    std::optional<field::Date> due;        // by when; set by the bureau
    std::vector<OfficerGiven> officers;
    std::vector<DocumentGiven> documents;
};
BOOST_DESCRIBE_STRUCT(RecordTalk, (),
                      (kind, title, institutions, of, basis, facts, on, demands, due, officers, documents))

struct CloseTalk {
    field::Date on;
    Text<2, 2000> outcome;
};
BOOST_DESCRIBE_STRUCT(CloseTalk, (), (on, outcome))

struct TalkRecorded {
    static constexpr char const* kType = "cases.talk_recorded";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    TalkKind kind = TalkKind::interview;
    std::string title;
    std::vector<registry::InstitutionId> institutions;
    std::optional<CaseId> of;
    std::string basis;
    std::string facts;
    field::Date on;
    std::optional<std::string> demands;
    std::optional<field::Date> due;
    std::vector<OfficerNoted> officers;
    std::vector<Document> documents;
    std::optional<InvitationId> invitation;
};
BOOST_DESCRIBE_STRUCT(TalkRecorded, (),
                      (bureau, region, authority, kind, title, institutions, of, basis, facts, on, demands, due,
                       officers, documents, invitation))

struct TalkClosed {
    static constexpr char const* kType = "cases.talk_closed";
    static constexpr std::int64_t kVersion = 1;
    field::Date on;
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(TalkClosed, (), (on, outcome))

}  // namespace anping::cases
