// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>

#include "rules_interview.hpp"

namespace anping::cases::queries {

std::optional<InvitationState> invitation_state(db::Session& session, InvitationId const& id);
std::optional<access::Target> invitation_target(db::Session& session, InvitationId const& id);
// Newest first.
std::vector<InvitationView> invitations(db::Session& session, access::Visibility const& sees, Timestamp now,
                                        std::int64_t before, std::int64_t limit);
std::vector<InvitationView> invitations_of(db::Session& session, registry::InstitutionId const& institution,
                                           Timestamp now, std::int64_t limit);
std::vector<OwnTalk> talks_of(db::Session& session, registry::InstitutionId const& institution, std::int64_t limit);
// Of a talk, in their order.
std::vector<TalkRemarkView> remarks_of(db::Session& session, TalkId const& id);

}  // namespace anping::cases::queries
