// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>
#include <anping/planning/views/draws.hpp>

#include "rules_draws.hpp"

namespace anping::planning::queries {

std::optional<State> state(db::Session& session, DrawId const& id);
std::optional<access::Target> target(db::Session& session, DrawId const& id);
std::vector<DrawSummary> draws(db::Session& session, access::Visibility const& sees, std::int64_t before,
                               std::int64_t limit);
// Of every bureau.
std::vector<DrawSummary> all_draws(db::Session& session, std::int64_t before, std::int64_t limit);
std::optional<DrawSummary> summary(db::Session& session, DrawId const& id);
std::optional<DrawHeld> held(db::Session& session, DrawId const& id);
// Of the bureau's draw that was held last: who was sent to whom.
std::vector<Pair> last_pairs(db::Session& session, registry::BureauId const& bureau, DrawScope scope);
std::optional<std::string> held_by(db::Session& session, DrawId const& id);
std::optional<std::string> voided(db::Session& session, DrawId const& id);
std::int64_t version(db::Session& session, DrawId const& id);
// Announced by the bureau and not used: the oldest.
std::optional<std::string> unused_seed(db::Session& session, registry::BureauId const& bureau);
std::vector<SeedView> seeds(db::Session& session, registry::BureauId const& bureau);
std::optional<std::string> secret_of(db::Session& session, std::string const& digest);

}  // namespace anping::planning::queries
