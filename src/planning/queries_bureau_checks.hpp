// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/db/session.hpp>
#include <anping/planning/views/bureau_checks.hpp>

namespace anping::planning::queries {

// Of a draw, in the order they were recorded; an account stands where the officer's name will.
std::vector<BureauCheckView> bureau_checks(db::Session& session, DrawId const& draw);
// Draws that chose the bureau and have no check of it, newest first; the id of the bureau that drew stands where its
// name will.
std::vector<BureauToCheck> to_be_checked(db::Session& session, registry::BureauId const& bureau, std::int64_t limit);

}  // namespace anping::planning::queries
