// SPDX-License-Identifier: Apache-2.0
// What can happen to a clause. A released event never changes; a new version is a new struct.
#pragma once

#include <anping/field/region.hpp>
#include <anping/legal/commands.hpp>

namespace anping::legal {

struct ClauseConfirmed {
    static constexpr char const* kType = "legal.clause_confirmed";
    static constexpr std::int64_t kVersion = 1;
    field::RegionCode region;  // where it binds from now on
    Text<64, 64> content;      // of the clause and its parts, as confirmed
    std::string book_digest;
    Text<4, 1000> basis;
};
BOOST_DESCRIBE_STRUCT(ClauseConfirmed, (), (region, content, book_digest, basis))

struct ConfirmationWithdrawn {
    static constexpr char const* kType = "legal.confirmation_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    field::RegionCode region;
    Text<4, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(ConfirmationWithdrawn, (), (region, reason))

}  // namespace anping::legal
