// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them. Accounts and ids stand where names will.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>

#include "rules.hpp"

namespace anping::determination::queries {

std::optional<State> state(db::Session& session, DeterminationId const& id);
std::vector<DeterminationSummary> determinations(db::Session& session, access::Visibility const& sees,
                                                 std::string const& report, std::int64_t before, std::int64_t limit);
std::optional<DeterminationView> determination(db::Session& session, State const& state);

}  // namespace anping::determination::queries
