// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/db/session.hpp>
#include <anping/planning/views/prices.hpp>

namespace anping::planning::queries {

// Of the project's last conclusion.
std::optional<PriceVerdict> last_verdict(db::Session& session, practice::ProjectId const& project);
// The newest first. A bureau's id and an account stand where names will.
std::vector<PriceConclusionView> conclusions(db::Session& session, practice::ProjectId const& project);

struct SuspectedPrice {
    PriceConclusionId id;
    PriceConcluded concluded;
    Timestamp at;
};
// Conclusions that stand, by bureaus at the place or below it, about projects of the institution.
std::vector<SuspectedPrice> suspected_prices(db::Session& session, registry::InstitutionId const& institution,
                                             rulebook::Place const& place);

}  // namespace anping::planning::queries
