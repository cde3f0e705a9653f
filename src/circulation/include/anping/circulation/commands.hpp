// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/circulation/types.hpp>

namespace anping::circulation {

// One slip for each matter. `within` counts working days from today, in place of a day.
struct SendSlip {
    SlipKind kind = SlipKind::transfer;
    std::vector<Matter> matters;
    std::vector<Recipient> to;
    std::optional<Text<1, 2000>> text;
    std::optional<field::Date> due;
    std::optional<std::int64_t> within;
    std::optional<SlipId> follows;  // the one that is passed on by this
};
BOOST_DESCRIBE_STRUCT(SendSlip, (), (kind, matters, to, text, due, within, follows))

// A leader's note 批示.
struct Instruct {
    std::vector<Matter> matters;
    std::vector<Recipient> to;
    Text<1, 2000> text;
    std::optional<field::Date> due;
    std::optional<std::int64_t> within;
};
BOOST_DESCRIBE_STRUCT(Instruct, (), (matters, to, text, due, within))

// `number` says for whom, where one may answer for several who were asked.
struct ReceiveSlip {
    std::optional<std::int64_t> number;
};
BOOST_DESCRIBE_STRUCT(ReceiveSlip, (), (number))

struct AnswerSlip {
    Outcome outcome = Outcome::finished;
    std::optional<Text<1, 2000>> text;
    std::optional<std::int64_t> number;
};
BOOST_DESCRIBE_STRUCT(AnswerSlip, (), (outcome, text, number))

// From its first to its last day; without `officer` for oneself.
struct NameDeputy {
    std::optional<access::AccountId> officer;
    access::AccountId deputy;
    field::Date from;
    field::Date until;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(NameDeputy, (), (officer, deputy, from, until, reason))

struct EndDeputy {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(EndDeputy, (), (reason))

}  // namespace anping::circulation
