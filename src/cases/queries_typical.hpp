// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>

#include "rules_typical.hpp"

namespace anping::cases::queries {

std::optional<TypicalState> typical_state(db::Session& session, TypicalId const& id);
std::optional<access::Target> typical_target(db::Session& session, TypicalId const& id);
// Stage, publication and annulment of the case alone.
std::optional<TypicalGround> typical_ground(db::Session& session, CaseId const& id);
// Newest first, below the entry `before`; bureaus by their ids.
std::vector<TypicalView> typicals(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                  std::int64_t limit);
std::vector<TypicalView> published_cases(db::Session& session, PublishedFilter const& filter, std::int64_t limit);
std::optional<TypicalView> typical(db::Session& session, TypicalId const& id);
// Code and name of those something is published about.
std::vector<std::pair<std::string, std::string>> published_topics(db::Session& session);

}  // namespace anping::cases::queries
