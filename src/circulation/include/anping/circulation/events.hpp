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

}  // namespace anping::circulation
