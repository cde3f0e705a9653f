// SPDX-License-Identifier: Apache-2.0
#include "queries_supervision.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::circulation::queries {
namespace {

using OptionalText = std::optional<std::string>;
using OptionalTime = std::optional<Timestamp>;

std::vector<GroupSummary> summaries(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<GroupSummary> out;
    // lint: sql - the conditions below, their values bound
    session.each<GroupId, std::string, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT g.id, g.body, g.entry, (SELECT COUNT(*) FROM circulation_follow_up f WHERE f.of_group = g.id AND "
        "f.ended_at IS NULL), (SELECT COUNT(*) FROM circulation_group_visit v WHERE v.of_group = g.id) FROM "
        "circulation_group g WHERE " +
            rest,
        params, [&](auto id, auto body, auto entry, auto follow_ups, auto visits) {
            auto in = from_trusted_json<GroupStarted>(json::parse(body));
            GroupSummary row{std::move(id),
                             in.bureau,
                             in.bureau.text,
                             std::move(in.name.value),
                             {},
                             in.from,
                             in.until,
                             static_cast<std::int64_t>(in.counties.size()),
                             follow_ups,
                             visits,
                             entry};
            if (in.campaign) row.campaign = std::move(in.campaign->value);
            out.push_back(std::move(row));
        });
    return out;
}

std::vector<FollowUpItem> items_of(db::Session& session, FollowUpId const& id) {
    std::vector<FollowUpItem> out;
    session.each<std::int64_t, std::string, OptionalText, OptionalText, OptionalTime>(
        "SELECT number, text, answer, answered_by, answered_at FROM circulation_follow_up_item WHERE follow_up = :id "
        "ORDER BY number",
        {id}, [&](auto number, auto text, auto answer, auto by, auto at) {
            out.push_back({number, std::move(text), std::move(answer), by.value_or(""), at});
        });
    return out;
}

}  // namespace

std::optional<GroupState> group_state(db::Session& session, GroupId const& id) {
    auto row = session.one<std::string>("SELECT body FROM circulation_group WHERE id = :id", {id});
    if (!row) return std::nullopt;
    return GroupState{id, from_trusted_json<GroupStarted>(json::parse(std::get<0>(*row)))};
}

std::optional<FollowUpState> follow_up_state(db::Session& session, FollowUpId const& id) {
    auto row = session.one<GroupId, registry::BureauId, std::int64_t, OptionalTime>(
        "SELECT of_group, county, items, ended_at FROM circulation_follow_up WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [group, county, items, ended] = *row;
    return FollowUpState{id, std::move(group), std::move(county), items, ended.has_value()};
}

Followed followed(db::Session& session, GroupId const& group, registry::BureauId const& county) {
    auto const open = session.scalar<std::int64_t>(
        "SELECT COUNT(*) FROM circulation_follow_up WHERE of_group = :id AND county = :county AND ended_at IS NULL",
        {group, county});
    return open > 0 ? Followed::yes : Followed::no;
}

std::vector<GroupSummary> groups(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                 std::int64_t limit) {
    auto seen =
        sees.where({"g.bureau",
                    {"EXISTS (SELECT 1 FROM circulation_group_county c WHERE c.of_group = g.id AND {c.county})"},
                    {"g.region"},
                    "g.authority",
                    ""});
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return summaries(session, seen.text + " AND g.entry < :before ORDER BY g.entry DESC LIMIT :limit", seen.params);
}

std::optional<GroupSummary> group(db::Session& session, GroupId const& id) {
    auto found = summaries(session, "g.id = :id", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<FollowUpView> follow_ups(db::Session& session, GroupId const& group) {
    std::vector<FollowUpView> out;
    session.each<FollowUpId, registry::BureauId, std::string, std::string, Timestamp, std::int64_t, OptionalTime,
                 OptionalText, OptionalText>(
        "SELECT id, county, body, placed_by, placed_at, entry, ended_at, ended_by, result FROM circulation_follow_up "
        "WHERE of_group = :id ORDER BY entry DESC",
        {group},
        [&](auto id, auto county, auto body, auto by, auto at, auto entry, auto ended, auto ended_by, auto result) {
            auto in = from_trusted_json<FollowUpPlaced>(json::parse(body));
            auto name = county.text;
            out.push_back({std::move(id),
                           group,
                           std::move(county),
                           std::move(name),
                           std::move(in.reason.value),
                           in.due,
                           {},
                           std::move(by),
                           at,
                           entry,
                           ended,
                           ended_by.value_or(""),
                           std::move(result),
                           false});
        });
    for (auto& one : out) one.items = items_of(session, one.id);
    return out;
}

std::vector<GroupVisit> visits(db::Session& session, GroupId const& group) {
    std::vector<GroupVisit> out;
    session.each<registry::BureauId, field::Date, std::string, std::string, Timestamp, std::int64_t>(
        "SELECT county, visited_on, finding, visited_by, recorded_at, entry FROM circulation_group_visit WHERE "
        "of_group = :id ORDER BY visited_on DESC, entry DESC",
        {group}, [&](auto county, auto on, auto finding, auto by, auto at, auto entry) {
            auto name = county.text;
            out.push_back({std::move(county), std::move(name), on, std::move(finding), std::move(by), at, entry});
        });
    return out;
}

std::int64_t version(db::Session& session, GroupId const& id) {
    return session.scalar<std::int64_t>("SELECT acts FROM circulation_group WHERE id = :id", {id});
}

std::vector<FollowUpTask> open_follow_ups(db::Session& session, registry::BureauId const& bureau) {
    std::vector<FollowUpTask> out;
    session.each<std::string, std::string, std::string, std::int64_t, std::int64_t, std::string>(
        "SELECT g.id, g.body, f.body, f.items, (SELECT COUNT(*) FROM circulation_follow_up_item i WHERE i.follow_up = "
        "f.id AND i.answer IS NOT NULL), f.placed_by FROM circulation_follow_up f JOIN circulation_group g ON g.id = "
        "f.of_group WHERE f.ended_at IS NULL AND (f.county = :bureau OR g.bureau = :bureau) ORDER BY f.entry",
        {bureau}, [&](auto id, auto group, auto body, auto items, auto answered, auto by) {
            auto of = from_trusted_json<GroupStarted>(json::parse(group));
            auto in = from_trusted_json<FollowUpPlaced>(json::parse(body));
            out.push_back({{std::move(id)},
                           std::move(of.name.value),
                           of.bureau,
                           in.county,
                           std::move(in.reason.value),
                           in.due,
                           items,
                           answered,
                           std::move(by)});
        });
    return out;
}

}  // namespace anping::circulation::queries
