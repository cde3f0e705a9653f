// SPDX-License-Identifier: Apache-2.0
// Ids stand where names come; what a year asks for is not known here.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>

#include "rules_hosting.hpp"

namespace anping::practice::queries {

std::optional<HostingState> hosting_state(db::Session& session, HostingId const& id);
std::vector<HostingState> hostings_of(db::Session& session, registry::InstitutionId const& institution,
                                      registry::EnterpriseId const& enterprise);
// The newest first, with the visits of that year.
std::vector<HostingSummary> hostings(db::Session& session, access::Visibility const& sees, std::int64_t year,
                                     std::int64_t before, std::int64_t limit);
// Those that had a day in that year, in no order.
std::vector<HostingSummary> hosted_in(db::Session& session, access::Visibility const& sees, std::int64_t year);
std::vector<HostingSummary> hosted_by(db::Session& session, registry::InstitutionId const& institution,
                                      std::int64_t year);
std::optional<HostingSummary> hosting(db::Session& session, HostingId const& id, std::int64_t year);
std::optional<std::string> ended_reason(db::Session& session, HostingId const& id);
std::vector<HostingVisit> hosting_visits(db::Session& session, HostingId const& id);
std::optional<Exhibit> hosting_record(db::Session& session, HostingId const& id, std::string const& sm3);

}  // namespace anping::practice::queries
