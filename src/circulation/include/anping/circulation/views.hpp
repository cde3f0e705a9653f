// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/circulation/types.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::circulation {

struct MatterView {
    MatterKind kind = MatterKind::project;
    Id<MatterTag> id;
    std::string title;
    std::string unit_name;
    std::optional<std::string> project;
};
BOOST_DESCRIBE_STRUCT(MatterView, (), (kind, id, title, unit_name, project))

// One who was asked, and what became of it there.
struct LineView {
    std::int64_t number = 0;
    registry::BureauId bureau;
    std::string bureau_name;
    std::optional<access::AccountId> officer;
    std::string officer_name;  // "" for the bureau as a whole
    std::optional<Timestamp> received_at;
    std::optional<Outcome> outcome;
    std::optional<std::string> text;
    std::string answered_by;   // name
    std::string answered_for;  // name of the absent officer; "" when it was their own
    std::optional<Timestamp> answered_at;
    std::optional<std::int64_t> entry;
    bool mine = false;       // waits for the one who reads
    std::string deputy_for;  // why it is theirs: the absent officer's name
};
BOOST_DESCRIBE_STRUCT(LineView, (),
                      (number, bureau, bureau_name, officer, officer_name, received_at, outcome, text, answered_by,
                       answered_for, answered_at, entry, mine, deputy_for))

struct SlipView {
    SlipId id;
    SlipKind kind = SlipKind::transfer;
    MatterView matter;
    registry::BureauId from_bureau;
    std::string from_bureau_name;
    std::string from_name;
    std::string from_for;  // the absent officer's name; "" when it was the sender's own
    std::optional<std::string> text;
    std::optional<field::Date> due;
    std::optional<std::string> count;
    std::optional<std::int64_t> working_days_left;  // nothing when all have answered
    Timestamp sent_at;
    std::int64_t entry = 0;
    std::optional<SlipId> follows;
    std::vector<LineView> lines;
};
BOOST_DESCRIBE_STRUCT(SlipView, (),
                      (id, kind, matter, from_bureau, from_bureau_name, from_name, from_for, text, due, count,
                       working_days_left, sent_at, entry, follows, lines))

// Whom a slip can go to.
struct OfficeView {
    registry::BureauId bureau;
    std::string bureau_name;
    std::optional<access::AccountId> officer;
    std::string officer_name;
    std::optional<access::Role> role;
};
BOOST_DESCRIBE_STRUCT(OfficeView, (), (bureau, bureau_name, officer, officer_name, role))

struct DeputyView {
    DeputyId id;
    access::AccountId officer;
    std::string officer_name;
    access::AccountId deputy;
    std::string deputy_name;
    field::Date from;
    field::Date until;
    std::string reason;
    std::string named_by;
    Timestamp named_at;
    std::optional<Timestamp> ended_at;  // before its last day
    std::string ended_by;
    std::optional<std::string> ended_reason;
    std::int64_t entry = 0;
    bool now = false;  // in force today
};
BOOST_DESCRIBE_STRUCT(DeputyView, (),
                      (id, officer, officer_name, deputy, deputy_name, from, until, reason, named_by, named_at,
                       ended_at, ended_by, ended_reason, entry, now))

// What lies at a bureau and what is late there: its own, and its institutions'.
struct BureauLoad {
    registry::BureauId bureau;
    std::string bureau_name;
    field::RegionCode region;
    std::int64_t open = 0;
    std::int64_t own_overdue = 0;
    std::int64_t institutions_overdue = 0;
};
BOOST_DESCRIBE_STRUCT(BureauLoad, (), (bureau, bureau_name, region, open, own_overdue, institutions_overdue))

// Something a bureau itself is late with. The flags say who is told of it by now.
struct OwnOverdue {
    registry::BureauId bureau;
    std::string bureau_name;
    std::string officer_name;  // "" for the bureau as a whole
    MatterView matter;
    std::string what;
    field::Date due;
    std::int64_t days = 0;  // working days late
    std::vector<rulebook::Flag> flags;
    std::optional<Timestamp> due_at = {};  // of what runs by the hour
};
BOOST_DESCRIBE_STRUCT(OwnOverdue, (), (bureau, bureau_name, officer_name, matter, what, due, days, flags, due_at))

struct OversightView {
    std::vector<BureauLoad> bureaus;  // own first
    std::vector<OwnOverdue> overdue;  // the latest first
    std::vector<SlipView> lying;      // at the own bureau
};
BOOST_DESCRIBE_STRUCT(OversightView, (), (bureaus, overdue, lying))

}  // namespace anping::circulation
