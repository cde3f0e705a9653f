// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/circulation/views.hpp>

namespace anping::circulation {

// What is late at a bureau directly below, and in its region.
struct CountyStanding {
    registry::BureauId bureau;
    std::string bureau_name;
    field::RegionCode region;
    std::vector<OwnOverdue> late;           // what the law of the place tells the level above of
    std::int64_t orders_late = 0;           // to put right: late, or failed the re-check
    std::int64_t institutions_overdue = 0;  // days institutions let pass there
    std::int64_t institutions = 0;          // to be looked at this year
    std::int64_t covered = 0;
    std::optional<GroupId> followed_by;  // whose key follow-up is open
};
BOOST_DESCRIBE_STRUCT(CountyStanding, (),
                      (bureau, bureau_name, region, late, orders_late, institutions_overdue, institutions, covered,
                       followed_by))

struct GroupSummary {
    GroupId id;
    registry::BureauId bureau;
    std::string bureau_name;
    std::string name;
    std::optional<std::string> campaign;
    field::Date from;
    field::Date until;
    std::int64_t counties = 0;
    std::int64_t follow_ups = 0;  // that are open
    std::int64_t visits = 0;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(GroupSummary, (),
                      (id, bureau, bureau_name, name, campaign, from, until, counties, follow_ups, visits, entry))

struct GroupMember {
    access::AccountId account;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(GroupMember, (), (account, name))

struct GroupCounty {
    registry::BureauId bureau;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(GroupCounty, (), (bureau, name))

struct GroupVisit {
    registry::BureauId county;
    std::string county_name;
    field::Date on;
    std::string finding;
    std::string by;
    Timestamp at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(GroupVisit, (), (county, county_name, on, finding, by, at, entry))

struct FollowUpItem {
    std::int64_t number = 0;
    std::string text;
    std::optional<std::string> answer;
    std::string answered_by;
    std::optional<Timestamp> answered_at;
};
BOOST_DESCRIBE_STRUCT(FollowUpItem, (), (number, text, answer, answered_by, answered_at))

struct FollowUpView {
    FollowUpId id;
    GroupId group;
    registry::BureauId county;
    std::string county_name;
    std::string reason;
    field::Date due;
    std::vector<FollowUpItem> items;
    std::string placed_by;
    Timestamp placed_at;
    std::int64_t entry = 0;
    std::optional<Timestamp> ended_at;
    std::string ended_by;
    std::optional<std::string> result;
    bool yours_to_answer = false;
};
BOOST_DESCRIBE_STRUCT(FollowUpView, (),
                      (id, group, county, county_name, reason, due, items, placed_by, placed_at, entry, ended_at,
                       ended_by, result, yours_to_answer))

// A county sees what concerns itself.
struct GroupView {
    GroupSummary summary;
    std::vector<GroupMember> members;
    std::vector<GroupCounty> counties;
    std::vector<FollowUpView> follow_ups;  // the newest first
    std::vector<GroupVisit> visits;        // the newest first
    bool yours_to_visit = false;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(GroupView, (), (summary, members, counties, follow_ups, visits, yours_to_visit, version))

// What a group still waits for, or has to end.
struct FollowUpTask {
    GroupId group;
    std::string group_name;
    registry::BureauId bureau;
    registry::BureauId county;
    std::string reason;
    field::Date due;
    std::int64_t items = 0;
    std::int64_t answered = 0;
    std::string placed_by;  // account
};

}  // namespace anping::circulation
