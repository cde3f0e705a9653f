// SPDX-License-Identifier: Apache-2.0
// Ids stand where names come.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>

#include "rules_supervision.hpp"

namespace anping::circulation::queries {

std::optional<GroupState> group_state(db::Session& session, GroupId const& id);
std::optional<FollowUpState> follow_up_state(db::Session& session, FollowUpId const& id);
Followed followed(db::Session& session, GroupId const& group, registry::BureauId const& county);

std::vector<GroupSummary> groups(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                 std::int64_t limit);
std::optional<GroupSummary> group(db::Session& session, GroupId const& id);
std::vector<FollowUpView> follow_ups(db::Session& session, GroupId const& group);
std::vector<GroupVisit> visits(db::Session& session, GroupId const& group);
// Counts every act on the group and its follow-ups.
std::int64_t version(db::Session& session, GroupId const& id);
// That are open, of the bureau's groups or of the bureau as the county.
std::vector<FollowUpTask> open_follow_ups(db::Session& session, registry::BureauId const& bureau);

}  // namespace anping::circulation::queries
