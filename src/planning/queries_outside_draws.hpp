// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>

#include "rules_outside_draws.hpp"

namespace anping::planning::queries {

std::optional<OutsideState> outside_state(db::Session& session, OutsideDrawId const& id);
// Recorded by the bureau and not withdrawn.
bool outside_known(db::Session& session, registry::BureauId const& bureau, std::string const& platform,
                   std::string const& number);
std::vector<OutsideDrawSummary> outside_draws(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                              std::int64_t limit);
// An account stands where the officer's name will; nobody of the register is named.
std::optional<OutsideDrawView> outside_draw(db::Session& session, OutsideDrawId const& id);

}  // namespace anping::planning::queries
