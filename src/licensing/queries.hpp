// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>
#include <anping/licensing/views.hpp>

#include "state.hpp"

namespace anping::licensing::queries {

std::optional<State> state(db::Session& session, ApplicationId const& id);
std::optional<access::Target> target(db::Session& session, ApplicationId const& id);
// What is kept; names, what is missing today and what is held are still to come.
std::optional<ApplicationView> application(db::Session& session, ApplicationId const& id);
std::vector<ApplicationSummary> applications(db::Session& session, access::Visibility const& sees,
                                             ApplicationFilter const& filter, std::int64_t limit);
bool decided_in_spite(db::Session& session, ApplicationId const& id);
std::vector<DecidedCount> counts(db::Session& session);

}  // namespace anping::licensing::queries
