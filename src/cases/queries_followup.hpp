// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/access/policy.hpp>
#include <anping/cases/followup_views.hpp>
#include <anping/db/session.hpp>

#include "rules_followup.hpp"

namespace anping::cases::queries {

std::optional<ListingState> listing_state(db::Session& session, ListingId const& id, Law const& law);
std::optional<access::Target> listing_target(db::Session& session, ListingId const& id);
std::vector<ListingSummary> listings(db::Session& session, access::Visibility const& sees, Law const& law,
                                     std::int64_t before, std::int64_t limit);
std::optional<ListingSummary> listing(db::Session& session, ListingId const& id, Law const& law);
// Shown to the public: on the list, publicised and not stopped.
std::vector<ListingSummary> listed(db::Session& session, Law const& law, std::int64_t limit);
std::vector<std::int64_t> listing_entries(db::Session& session, ListingId const& id);  // of its steps, in their order
std::int64_t listing_version(db::Session& session, ListingId const& id);
// What of a case a listing may rest on.
Ground ground(db::Session& session, CaseId const& id);

std::optional<access::Target> talk_target(db::Session& session, TalkId const& id);
std::vector<TalkView> talks(db::Session& session, access::Visibility const& sees, std::int64_t before,
                            std::int64_t limit);
std::optional<bool> talk_is_closed(db::Session& session, TalkId const& id);

}  // namespace anping::cases::queries
