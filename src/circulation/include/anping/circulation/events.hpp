// SPDX-License-Identifier: Apache-2.0
// What can happen to a slip. Who acted stands in the entry; `acted_for` is the absent officer a deputy acted for.
#pragma once

#include <anping/circulation/types.hpp>

namespace anping::circulation {

struct SlipSent {
    static constexpr char const* kType = "circulation.slip_sent";
    static constexpr std::int64_t kVersion = 1;
    SlipKind kind = SlipKind::transfer;
    Matter matter;
    Recipient from;
    std::vector<Recipient> to;
    std::optional<Text<1, 2000>> text;
    std::optional<field::Date> due;
    std::optional<std::string> count;  // how the day was counted
    std::optional<SlipId> follows;
    std::optional<access::AccountId> acted_for;
};
BOOST_DESCRIBE_STRUCT(SlipSent, (), (kind, matter, from, to, text, due, count, follows, acted_for))

// `number` counts those who were asked, from 1.
struct SlipReceived {
    static constexpr char const* kType = "circulation.slip_received";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    std::optional<access::AccountId> acted_for;
};
BOOST_DESCRIBE_STRUCT(SlipReceived, (), (number, acted_for))

struct SlipAnswered {
    static constexpr char const* kType = "circulation.slip_answered";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    Outcome outcome = Outcome::finished;
    std::optional<Text<1, 2000>> text;
    std::optional<access::AccountId> acted_for;
};
BOOST_DESCRIBE_STRUCT(SlipAnswered, (), (number, outcome, text, acted_for))

// It ends by itself after its last day.
struct DeputyNamed {
    static constexpr char const* kType = "circulation.deputy_named";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    access::AccountId officer;
    access::AccountId deputy;
    field::Date from;
    field::Date until;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(DeputyNamed, (), (bureau, officer, deputy, from, until, reason))

struct DeputyEnded {
    static constexpr char const* kType = "circulation.deputy_ended";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(DeputyEnded, (), (reason))

// 督导组: officers of one bureau for counties below it, from a day to a day.
struct GroupStarted {
    static constexpr char const* kType = "circulation.group_started";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Text<2, 100> name;
    std::vector<access::AccountId> members;
    std::vector<registry::BureauId> counties;
    field::Date from;
    field::Date until;
    std::optional<Text<1, 200>> campaign;
};
BOOST_DESCRIBE_STRUCT(GroupStarted, (), (bureau, region, authority, name, members, counties, from, until, campaign))

struct GroupVisited {
    static constexpr char const* kType = "circulation.group_visited";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId county;
    field::Date on;
    Text<2, 2000> finding;
};
BOOST_DESCRIBE_STRUCT(GroupVisited, (), (county, on, finding))

// 重点跟进: of one county by one group, item by item.
struct FollowUpPlaced {
    static constexpr char const* kType = "circulation.follow_up_placed";
    static constexpr std::int64_t kVersion = 1;
    GroupId group;
    registry::BureauId county;
    Text<2, 1000> reason;
    std::vector<Text<2, 500>> items;
    field::Date due;
};
BOOST_DESCRIBE_STRUCT(FollowUpPlaced, (), (group, county, reason, items, due))

// `number` counts the items from 1; a later answer stands in the place of the one before.
struct FollowUpAnswered {
    static constexpr char const* kType = "circulation.follow_up_answered";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    Text<2, 2000> text;
};
BOOST_DESCRIBE_STRUCT(FollowUpAnswered, (), (number, text))

struct FollowUpEnded {
    static constexpr char const* kType = "circulation.follow_up_ended";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 2000> result;
};
BOOST_DESCRIBE_STRUCT(FollowUpEnded, (), (result))

}  // namespace anping::circulation
