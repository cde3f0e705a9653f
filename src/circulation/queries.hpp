// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them. Ids stand where names come.
#pragma once

#include <anping/circulation/views.hpp>
#include <anping/db/session.hpp>

#include "rules.hpp"

namespace anping::circulation::queries {

std::optional<State> state(db::Session& session, SlipId const& id);
// The newest first.
std::vector<SlipView> of_matter(db::Session& session, Matter const& matter);
// Those that wait for this hand, the nearest day first.
std::vector<SlipView> waiting(db::Session& session, Hand const& hand, std::int64_t limit);
// Sent by the account or in its stead, the newest first.
std::vector<SlipView> sent(db::Session& session, access::AccountId const& account, std::int64_t limit);

// Open ones asked of the bureau or its officers, the nearest day first.
std::vector<SlipView> lying_at(db::Session& session, registry::BureauId const& bureau, std::int64_t limit);
// Open ones whose day is past.
std::vector<SlipView> late(db::Session& session, field::Date today);
// How many are open at each bureau.
std::vector<std::pair<registry::BureauId, std::int64_t>> loads(db::Session& session);

// Whose deputy the account is on that day.
std::vector<access::AccountId> stood_in_for(db::Session& session, access::AccountId const& deputy, field::Date day);
std::optional<DeputyState> deputy(db::Session& session, DeputyId const& id);
// The newest first.
std::vector<DeputyView> deputies(db::Session& session, registry::BureauId const& bureau, std::int64_t limit);

}  // namespace anping::circulation::queries
