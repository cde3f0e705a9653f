// SPDX-License-Identifier: Apache-2.0
// What can happen to a listing among those watched more closely; its id is the subject.
#pragma once

#include <anping/planning/commands/key_list.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::planning {

struct ListingProposed {
    static constexpr char const* kType = "planning.listing_proposed";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    ProposeListing proposal;
    std::string key;  // the same fact is proposed once
    rulebook::Citation citation;
    std::optional<rulebook::Deadline> confirm_due;
};
BOOST_DESCRIBE_STRUCT(ListingProposed, (), (bureau, region, authority, proposal, key, citation, confirm_due))

struct ListingConfirmed {
    static constexpr char const* kType = "planning.listing_confirmed";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 1000> reason;
    field::Date until;  // the last day
    std::optional<rulebook::Deadline> expiry;
};
BOOST_DESCRIBE_STRUCT(ListingConfirmed, (), (reason, until, expiry))

struct ListingDeclined {
    static constexpr char const* kType = "planning.listing_declined";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(ListingDeclined, (), (reason))

struct ListingObjected {
    static constexpr char const* kType = "planning.listing_objected";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 4000> text;
    std::optional<rulebook::Deadline> answer_due;
};
BOOST_DESCRIBE_STRUCT(ListingObjected, (), (text, answer_due))

struct ObjectionAnswered {
    static constexpr char const* kType = "planning.objection_answered";
    static constexpr std::int64_t kVersion = 1;
    bool upheld = false;
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(ObjectionAnswered, (), (upheld, reason))

struct ListingRemoved {
    static constexpr char const* kType = "planning.listing_removed";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(ListingRemoved, (), (reason))

}  // namespace anping::planning
