// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/access/policy.hpp>
#include <anping/circulation/criticisms.hpp>
#include <anping/db/session.hpp>

namespace anping::circulation::queries {

std::optional<access::Target> criticism_target(db::Session& session, CriticismId const& id);
// Newest first, below the entry `before`; units by their ids.
std::vector<CriticismView> criticisms(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                      std::int64_t limit);
std::optional<CriticismView> criticism(db::Session& session, CriticismId const& id);
// Of the bureau, and not answered yet.
std::vector<CriticismView> unanswered(db::Session& session, registry::BureauId const& bureau);

}  // namespace anping::circulation::queries
