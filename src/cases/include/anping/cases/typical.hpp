// SPDX-License-Identifier: Apache-2.0
// What the public learns from a case (QHD-12): a typical case 典型案例, written from one that is closed and published;
// a serious one, whose publication is marked as such. Written without names of persons, approved by a leader.
#pragma once

#include <anping/cases/events.hpp>

namespace anping::cases {

struct TypicalTag {
    static constexpr char const* name = "典型案例";
};
using TypicalId = Id<TypicalTag>;

enum class TypicalKind { typical, serious };
BOOST_DESCRIBE_ENUM(TypicalKind, typical, serious)

enum class TypicalStage { drafted, published, declined, withdrawn };
BOOST_DESCRIBE_ENUM(TypicalStage, drafted, published, declined, withdrawn)

struct DraftTypical {
    TypicalKind kind = TypicalKind::typical;
    Text<1, 60> topic;  // one of the conducts the decision found
    Text<2, 200> title;
    Text<2, 4000> facts;
    Text<2, 1000> clause;
    Text<2, 4000> lesson;
};
BOOST_DESCRIBE_STRUCT(DraftTypical, (), (kind, topic, title, facts, clause, lesson))

struct DecideTypical {
    bool approved = true;
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(DecideTypical, (), (approved, reason))

struct WithdrawTypical {
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawTypical, (), (reason))

struct TypicalDrafted {
    static constexpr char const* kType = "cases.typical_drafted";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    CaseId of;
    TypicalKind kind = TypicalKind::typical;
    std::string topic;
    std::string topic_name;
    std::string title;
    std::string facts;
    std::string clause;
    std::string lesson;
};
BOOST_DESCRIBE_STRUCT(TypicalDrafted, (),
                      (bureau, region, authority, of, kind, topic, topic_name, title, facts, clause, lesson))

struct TypicalDecided {
    static constexpr char const* kType = "cases.typical_decided";
    static constexpr std::int64_t kVersion = 1;
    bool approved = true;
    std::string reason;
    field::Date on;
};
BOOST_DESCRIBE_STRUCT(TypicalDecided, (), (approved, reason, on))

struct TypicalWithdrawn {
    static constexpr char const* kType = "cases.typical_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TypicalWithdrawn, (), (reason))

// The bureau's.
struct TypicalView {
    TypicalId id;
    CaseId of;
    registry::BureauId bureau;
    std::string bureau_name;
    TypicalKind kind = TypicalKind::typical;
    TypicalStage stage = TypicalStage::drafted;
    std::string topic;
    std::string topic_name;
    std::string title;
    std::string facts;
    std::string clause;
    std::string lesson;
    std::optional<field::Date> published_on;
    std::optional<std::string> reason;  // of the last decision
    bool annulled = false;              // the decision it was written from, since
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(TypicalView, (),
                      (id, of, bureau, bureau_name, kind, stage, topic, topic_name, title, facts, clause, lesson,
                       published_on, reason, annulled, entry))

// The public's: those that are published and not withdrawn.
struct PublishedCase {
    TypicalId id;
    std::string bureau_name;
    TypicalKind kind = TypicalKind::typical;
    std::string topic;
    std::string topic_name;
    std::string title;
    std::string facts;
    std::string clause;
    std::string lesson;
    field::Date published_on;
    bool annulled = false;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(PublishedCase, (),
                      (id, bureau_name, kind, topic, topic_name, title, facts, clause, lesson, published_on, annulled,
                       entry))

struct PublishedFilter {
    std::optional<TypicalKind> kind = {};
    std::string topic = {};  // "" for all
    std::string words = {};  // anywhere in the text
};

}  // namespace anping::cases
