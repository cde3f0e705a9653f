// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/circulation/supervision.hpp>

#include "bureaus.hpp"
#include "errors.hpp"
#include "names.hpp"
#include "queries_supervision.hpp"

namespace anping::circulation {
namespace {

Result<ledger::Decided> decided(Result<Events> events) {
    if (!events) return unexpected<Error>(std::move(events.error()));
    json::object answer{{"id", events->front().subject}};
    return ledger::Decided{std::move(*events), std::move(answer)};
}

template <class Decide>
Decision on_group(GroupId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::group_state(tx.session(), id);
        if (!state) return unknown_group();
        return decided(decide(tx, *state));
    };
}

template <class Decide>
Decision on_follow_up(FollowUpId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::follow_up_state(tx.session(), id);
        if (!state) return unknown_follow_up();
        return decided(decide(*state));
    };
}

access::Target target_of(GroupStarted const& group, std::vector<registry::BureauId> const& counties) {
    access::Target out;
    out.unit = group.bureau.text;
    for (auto const& county : counties) out.parties.push_back(county.text);
    out.region = group.region;
    out.authority = group.authority;
    return out;
}

// A county reads of a group what concerns itself.
void leave_own(GroupView& view, registry::BureauId const& county) {
    std::erase_if(view.counties, [&](GroupCounty const& one) { return one.bureau != county; });
    std::erase_if(view.follow_ups, [&](FollowUpView const& one) { return one.county != county; });
    std::erase_if(view.visits, [&](GroupVisit const& one) { return one.county != county; });
    view.summary.counties = static_cast<std::int64_t>(view.counties.size());
    view.summary.visits = static_cast<std::int64_t>(view.visits.size());
    view.summary.follow_ups = std::ranges::count_if(view.follow_ups, [](auto const& one) { return !one.ended_at; });
}

// The row whose region a bureau below lies in, or is.
CountyStanding* row_of(std::vector<CountyStanding>& rows, registry::BureauId const& bureau,
                       field::Regions const& regions) {
    auto const office = office_of(bureau);
    if (!office) return nullptr;
    auto const found = std::ranges::find_if(
        rows, [&](CountyStanding const& row) { return regions.contains(row.region, office->first); });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

Decision Supervision::start(access::Principal who, StartGroup in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        std::vector<bool> officers;
        for (auto const& member : in.members) {
            auto const found = with_.colleagues.find(tx.session(), member);
            officers.push_back(found && !found->disabled && found->who.unit == who.unit);
        }
        auto const law = with_.law();
        return decided(start_group(in, who, officers, {*law, field::beijing_date(tx.now()), tx.next_seq()}));
    };
}

Decision Supervision::visit(access::Principal who, GroupId id, VisitCounty in) const {
    return on_group(std::move(id), [who = std::move(who), in = std::move(in)](ledger::Transaction& tx, auto& state) {
        return visit_county(in, state, who, field::beijing_date(tx.now()));
    });
}

Decision Supervision::place(GroupId id, PlaceFollowUp in) const {
    return on_group(std::move(id), [this, in = std::move(in)](ledger::Transaction& tx, auto& state) {
        auto const law = with_.law();
        return place_follow_up(in, state, queries::followed(tx.session(), state.id, in.county),
                               {*law, field::beijing_date(tx.now()), tx.next_seq()});
    });
}

Decision Supervision::answer(FollowUpId id, AnswerFollowUp in) const {
    return on_follow_up(std::move(id), [in = std::move(in)](auto& state) { return answer_follow_up(in, state); });
}

Decision Supervision::end(FollowUpId id, EndFollowUp in) const {
    return on_follow_up(std::move(id), [in = std::move(in)](auto& state) { return end_follow_up(in, state); });
}

Result<access::Target> Supervision::target(db::Session& session, GroupId const& id) const {
    auto const state = queries::group_state(session, id);
    if (!state) return unknown_group();
    return target_of(state->started, state->started.counties);
}

Result<access::Target> Supervision::target(db::Session& session, FollowUpId const& id) const {
    auto const state = queries::follow_up_state(session, id);
    if (!state) return unknown_follow_up();
    return target_of(queries::group_state(session, state->group).value().started, {state->county});
}

std::vector<CountyStanding> Supervision::standing(db::Session& session, access::Principal const& who) const {
    auto const law = with_.law();
    auto const today = field::beijing_date(with_.clock.now());
    std::vector<CountyStanding> out;
    for (auto const& one : with_.matters.covered_below(session, who, today)) {
        CountyStanding row;
        row.bureau = one.bureau;
        row.bureau_name = with_.directory.bureau_name(one.bureau);
        row.region = registry::region_of(one.bureau);
        row.institutions = one.institutions;
        row.covered = one.covered;
        out.push_back(std::move(row));
    }
    auto const of = [&](registry::BureauId const& bureau) { return row_of(out, bureau, law->regions()); };
    for (auto& late : desks_.overdue(session, who))
        if (auto* row = of(late.bureau)) row->late.push_back(std::move(late));
    for (auto const& one : with_.matters.institutions_overdue(session, who, today))
        if (auto* row = of(one.bureau)) row->institutions_overdue += one.count;
    for (auto const& one : with_.matters.orders_late(session, who))
        if (auto* row = of(one.bureau)) row->orders_late += one.count;
    for (auto const& one : queries::open_follow_ups(session, {who.unit}))
        for (auto& row : out)
            if (row.bureau == one.county) row.followed_by = one.group;
    order_by_lateness(out);
    return out;
}

std::vector<GroupSummary> Supervision::groups(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                              std::int64_t limit) const {
    auto out = queries::groups(session, sees, before, limit);
    for (auto& one : out) one.bureau_name = with_.directory.bureau_name(one.bureau);
    return out;
}

Result<GroupView> Supervision::group(db::Session& session, GroupId const& id, access::Principal const& who) const {
    auto const state = queries::group_state(session, id);
    if (!state) return unknown_group();
    Names names(session, with_.colleagues);
    GroupView out;
    out.summary = queries::group(session, id).value();
    out.summary.bureau_name = with_.directory.bureau_name(out.summary.bureau);
    for (auto const& member : state->started.members) {
        out.members.push_back({member, member.text});
        names.put(out.members.back().name);
        out.yours_to_visit = out.yours_to_visit || member == who.account;
    }
    for (auto const& county : state->started.counties)
        out.counties.push_back({county, with_.directory.bureau_name(county)});
    out.follow_ups = queries::follow_ups(session, id);
    out.visits = queries::visits(session, id);
    if (std::ranges::any_of(out.counties, [&](auto const& one) { return one.bureau.text == who.unit; }))
        leave_own(out, {who.unit});
    for (auto& one : out.follow_ups) {
        one.county_name = with_.directory.bureau_name(one.county);
        one.yours_to_answer = one.county.text == who.unit && !one.ended_at;
        for (auto* name : {&one.placed_by, &one.ended_by}) names.put(*name);
        for (auto& item : one.items) names.put(item.answered_by);
    }
    for (auto& one : out.visits) {
        one.county_name = with_.directory.bureau_name(one.county);
        names.put(one.by);
    }
    out.version = queries::version(session, id);
    return out;
}

std::vector<FollowUpTask> Supervision::open_follow_ups(db::Session& session, registry::BureauId const& bureau) const {
    return queries::open_follow_ups(session, bureau);
}

}  // namespace anping::circulation
