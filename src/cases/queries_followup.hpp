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
// About the institution or its people, newest first.
std::vector<ListingId> listings_of(db::Session& session, registry::InstitutionId const& institution,
                                   std::int64_t limit);
// That live: in force, their years not over, the decision they rest on not annulled. Of everybody where nobody is
// named; `published` leaves out those the public does not see.
std::vector<ListingSummary> in_force(db::Session& session, std::vector<std::string> const& institutions, bool published,
                                     Law const& law, std::int64_t limit);
// Another listing of the institution itself, decided after the day.
std::optional<std::string> listed_after(db::Session& session, registry::InstitutionId const& institution,
                                        ListingId const& but, field::Date day);
// Shown to the public: on the list, publicised and not stopped.
std::vector<ListingSummary> listed(db::Session& session, Law const& law, std::int64_t limit);
// Of its steps, in their order: the entry, and whether the institution's own account made it.
struct ListingEntry {
    std::int64_t entry = 0;
    bool own = false;
};
std::vector<ListingEntry> listing_entries(db::Session& session, ListingId const& id);
std::int64_t listing_version(db::Session& session, ListingId const& id);
// What of a case a listing may rest on.
Ground ground(db::Session& session, CaseId const& id);

std::optional<access::Target> talk_target(db::Session& session, TalkId const& id);
std::vector<TalkView> talks(db::Session& session, access::Visibility const& sees, std::int64_t before,
                            std::int64_t limit);
std::optional<bool> talk_is_closed(db::Session& session, TalkId const& id);

}  // namespace anping::cases::queries
