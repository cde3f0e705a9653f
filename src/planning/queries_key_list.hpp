// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include <anping/db/session.hpp>

#include "rules_key_list.hpp"

namespace anping::planning::queries {

std::optional<ListingState> listing_state(db::Session& session, ListingId const& id);
std::vector<ListingSummary> listings(db::Session& session, access::Visibility const& sees,
                                     std::string const& institution, field::Date today, std::int64_t before,
                                     std::int64_t limit);
std::optional<ListingView> listing(db::Session& session, ListingId const& id, field::Date today);
// Keys proposed at the place and around it.
std::set<std::string> listing_keys(db::Session& session, rulebook::Place const& place);
// Of institutions listed at the place or around it, on that day: the triggers.
std::vector<std::pair<registry::InstitutionId, Trigger>> listed_on(db::Session& session, rulebook::Place const& place,
                                                                   field::Date day);

}  // namespace anping::planning::queries
