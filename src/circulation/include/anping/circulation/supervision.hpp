// SPDX-License-Identifier: Apache-2.0
// Supervision groups 督导组 a bureau sends to counties, and counties under key follow-up 重点跟进 (QHD-10, ZZ-8).
#pragma once

#include <anping/circulation/service.hpp>
#include <anping/circulation/supervision_views.hpp>

namespace anping::circulation {

// Thread-safe.
class Supervision {
public:
    // `desks` says what is late below; it outlives this.
    Supervision(Surroundings with, Service const& desks) : with_(std::move(with)), desks_(desks) {}

    Decision start(access::Principal who, StartGroup in) const;
    Decision visit(access::Principal who, GroupId id, VisitCounty in) const;
    Decision place(GroupId id, PlaceFollowUp in) const;
    Decision answer(FollowUpId id, AnswerFollowUp in) const;
    Decision end(FollowUpId id, EndFollowUp in) const;

    Result<access::Target> target(db::Session& session, GroupId const& id) const;
    Result<access::Target> target(db::Session& session, FollowUpId const& id) const;

    // The slowest first: by how much is late, then by how long, then by what is covered.
    std::vector<CountyStanding> standing(db::Session& session, access::Principal const& who) const;
    std::vector<GroupSummary> groups(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                     std::int64_t limit) const;
    Result<GroupView> group(db::Session& session, GroupId const& id, access::Principal const& who) const;
    // Open ones of the bureau's own groups, or of the bureau as the county.
    std::vector<FollowUpTask> open_follow_ups(db::Session& session, registry::BureauId const& bureau) const;

private:
    Surroundings with_;
    Service const& desks_;
};

}  // namespace anping::circulation
