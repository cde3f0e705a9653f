// SPDX-License-Identifier: Apache-2.0
// The table to views: the only code that reads it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/base/time.hpp>
#include <anping/db/session.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::legal::queries {

struct Standing {
    rulebook::Confirmation confirmation;
    std::string basis;
    std::string unit;
    Timestamp at;
    std::int64_t entry = 0;
};

std::vector<Standing> standing(db::Session& session);
std::vector<rulebook::Confirmation> confirmations(db::Session& session);
// The content confirmed in the region, if any.
std::optional<std::string> content(db::Session& session, std::string const& clause, field::RegionCode const& region);

}  // namespace anping::legal::queries
