// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/credit/standing.hpp>
#include <anping/db/session.hpp>

#include "rules.hpp"

namespace anping::credit::queries {

std::optional<State> state(db::Session& session, GradeId const& id);
// Confirmed ones, and those `drafts` sees; of everybody where nobody is named.
std::vector<GradeView> grades(db::Session& session, access::Visibility const& drafts,
                              std::vector<std::string> const& institutions, std::int64_t before, std::int64_t limit);

}  // namespace anping::credit::queries
