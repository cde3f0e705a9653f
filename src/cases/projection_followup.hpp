// SPDX-License-Identifier: Apache-2.0
// The half of the projection that is of listings and talks, and what both halves do with days of the law.
#pragma once

#include <anping/cases/followups.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::cases {

extern char const* const kFollowupSchema;
std::vector<ledger::Table> followup_tables();
void apply_followup(db::Session& session, ledger::Entry const& entry);

// Whose day it is: of a case, or of a listing that rests on one.
struct Owner {
    std::string id;
    std::string of_case;
    std::string bureau;
    std::string region;
    std::string authority;
};
// A limit counted again takes the place of the one before: that of the ninety days after a suspension.
void put_limits(db::Session& session, Owner const& owner, std::int64_t step, std::vector<Limit> const& limits);
void end_limits(db::Session& session, std::string const& owner, std::vector<std::string> const& ends, field::Date on,
                std::optional<Timestamp> at = {});

}  // namespace anping::cases
