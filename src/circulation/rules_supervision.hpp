// SPDX-License-Identifier: Apache-2.0
// Decisions about supervision groups and key follow-ups. Pure.
#pragma once

#include <anping/circulation/events.hpp>
#include <anping/circulation/supervision_views.hpp>

#include "rules.hpp"

namespace anping::circulation {

struct GroupState {
    GroupId id;
    GroupStarted started;
};

struct FollowUpState {
    FollowUpId id;
    GroupId group;
    registry::BureauId county;
    std::int64_t items = 0;
    bool ended = false;
};

// `officers` says of each member named whether it is an officer of the bureau who can sign in.
Result<Events> start_group(StartGroup const& in, access::Principal const& who, std::vector<bool> const& officers,
                           Circumstances const& with);
Result<Events> visit_county(VisitCounty const& in, GroupState const& state, access::Principal const& who,
                            field::Date today);
enum class Followed { no, yes };
Result<Events> place_follow_up(PlaceFollowUp const& in, GroupState const& state, Followed already,
                               Circumstances const& with);
Result<Events> answer_follow_up(AnswerFollowUp const& in, FollowUpState const& state);
Result<Events> end_follow_up(EndFollowUp const& in, FollowUpState const& state);

// The slowest first. Equal ones stay as they were.
void order_by_lateness(std::vector<CountyStanding>& rows);

}  // namespace anping::circulation
