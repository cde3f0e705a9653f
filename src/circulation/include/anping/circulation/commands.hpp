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

struct StartGroup {
    Text<2, 100> name;
    std::vector<access::AccountId> members;
    std::vector<registry::BureauId> counties;
    field::Date from;
    field::Date until;
    std::optional<Text<1, 200>> campaign;
};
BOOST_DESCRIBE_STRUCT(StartGroup, (), (name, members, counties, from, until, campaign))

struct VisitCounty {
    registry::BureauId county;
    field::Date on;
    Text<2, 2000> finding;
};
BOOST_DESCRIBE_STRUCT(VisitCounty, (), (county, on, finding))

struct PlaceFollowUp {
    registry::BureauId county;
    Text<2, 1000> reason;
    std::vector<Text<2, 500>> items;
    field::Date due;
};
BOOST_DESCRIBE_STRUCT(PlaceFollowUp, (), (county, reason, items, due))

struct AnswerFollowUp {
    std::int64_t number = 1;
    Text<2, 2000> text;
};
BOOST_DESCRIBE_STRUCT(AnswerFollowUp, (), (number, text))

struct EndFollowUp {
    Text<2, 2000> result;
};
BOOST_DESCRIBE_STRUCT(EndFollowUp, (), (result))

}  // namespace anping::circulation
