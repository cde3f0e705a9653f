// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include <anping/licensing/service.hpp>

#include "queries.hpp"
#include "rules.hpp"

namespace anping::licensing {
namespace {

constexpr std::int64_t kLookedAt = 500;  // open applications of a bureau, those due first

std::string first_of(CorrectionDemanded const& asked) {
    std::string out = asked.items.front().value;
    if (asked.items.size() > 1) out += " 等 " + std::to_string(asked.items.size()) + " 项";
    return out;
}

void count_days(WaitingApplication& to, rulebook::Place const& place, Circumstances const& with) {
    if (!to.waiting.due) return;
    if (auto const left = with.law.calendar(place).working_days_between(with.today, *to.waiting.due))
        to.working_days_left = *left;
}

void name_applicants(std::vector<WaitingApplication>& rows, db::Session& session,
                     registry::Directory const& directory) {
    std::vector<std::string*> names;
    names.reserve(rows.size());
    for (auto& row : rows) names.push_back(&row.enterprise_name);
    directory.put_names(session, names);
}

std::vector<WaitingApplication> of_corrections(std::vector<queries::AskedCorrection> const& asked, WaitingKind kind,
                                               Circumstances const& with) {
    std::vector<WaitingApplication> out;
    for (auto const& one : asked) {
        WaitingApplication row{one.application, one.title, one.enterprise, {}, {}};
        row.waiting.kind = kind;
        row.waiting.text = (kind == WaitingKind::correction ? "补正：" : "机构须补正：") + first_of(one.body);
        if (one.body.due) {
            row.waiting.due = one.body.due->due;
            row.waiting.why = one.body.due->citation;
        }
        count_days(row, one.place, with);
        out.push_back(std::move(row));
    }
    return out;
}

// The division right below `outer` that `inner` lies in; itself where it is `outer` or unknown.
field::RegionCode part_of(field::Regions const& regions, field::RegionCode const& outer,
                          field::RegionCode const& inner) {
    auto part = inner;
    for (auto const& above : regions.ancestry(inner)) {
        if (above == outer) break;
        part = above;
    }
    return part;
}

struct NewestFirst {
    bool operator()(std::pair<std::int64_t, std::string> const& a,
                    std::pair<std::int64_t, std::string> const& b) const {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    }
};
using Counts = std::map<std::pair<std::int64_t, std::string>, PermitCount, NewestFirst>;

void add(Counts& to, field::RegionCode const& part, PermitCount const& more) {
    auto& sum = to[{more.year, part.digits}];
    sum.region = part;
    sum.year = more.year;
    sum.received += more.received;
    sum.decided += more.decided;
    sum.held += more.held;
    sum.escalated += more.escalated;
    sum.in_spite_of_hold += more.in_spite_of_hold;
}

}  // namespace

std::vector<HistoryItem> Service::history(db::Session& session, ApplicationId const& id,
                                          std::optional<registry::InstitutionId> const& reader) const {
    auto const state = queries::state(session, id);
    if (!state) return {};
    auto const law = law_();
    Circumstances const with{*law, field::beijing_date(clock_.now())};
    auto out = queries::history(session, id, reader);
    std::vector<std::string*> names;
    names.reserve(out.size());
    for (auto& item : out) names.push_back(&item.unit_name);
    directory_.put_names(session, names);
    for (auto& turn : turns(*state, with))
        out.push_back({std::nullopt,
                       field::beijing_midnight(turn.on),
                       turn.kind,
                       {},
                       {},
                       std::move(turn.text),
                       {std::move(turn.clause)}});
    std::ranges::stable_sort(out, std::ranges::greater{}, &HistoryItem::at);
    return out;
}

std::vector<WaitingApplication> Service::waiting(db::Session& session, registry::BureauId const& of, Hand hand,
                                                 std::int64_t limit) const {
    auto const law = law_();
    Circumstances const with{*law, field::beijing_date(clock_.now())};
    std::vector<WaitingApplication> out;
    for (auto const& [state, title] : queries::open_at(session, of, kLookedAt)) {
        if (out.size() >= static_cast<std::size_t>(limit)) break;
        for (auto& one : hand == Hand::leader ? waiting_for_leader(state, with) : waiting_for_desk(state, with)) {
            out.push_back({state.id, title, state.enterprise.text, std::move(one), {}});
            count_days(out.back(), state.place(), with);
        }
    }
    name_applicants(out, session, directory_);
    return out;
}

std::vector<WaitingApplication> Service::waiting(db::Session& session, registry::InstitutionId const& of,
                                                 std::int64_t limit) const {
    auto const law = law_();
    auto out = of_corrections(queries::asked_of(session, of, limit), WaitingKind::correction,
                              {*law, field::beijing_date(clock_.now())});
    name_applicants(out, session, directory_);
    return out;
}

std::vector<WaitingApplication> Service::waiting(db::Session& session, registry::EnterpriseId const& of,
                                                 std::int64_t limit) const {
    auto const law = law_();
    auto out = of_corrections(queries::copied_to(session, of, limit), WaitingKind::correction_copy,
                              {*law, field::beijing_date(clock_.now())});
    name_applicants(out, session, directory_);
    return out;
}

std::vector<PermitCount> Service::counts(db::Session& session, field::RegionCode const& region) const {
    auto const law = law_();
    auto const& regions = law->regions();
    Circumstances const with{*law, field::beijing_date(clock_.now())};
    std::string const prefix(field::subtree_prefix(region));
    Counts sums;
    for (auto const& one : queries::counts(session, prefix)) add(sums, part_of(regions, region, one.region), one);
    auto const stands = [&](field::RegionCode const& at, std::int64_t PermitCount::* what, std::int64_t number) {
        if (number == 0) return;
        PermitCount standing;
        standing.year = with.today.year();
        standing.*what = number;
        add(sums, part_of(regions, region, at), standing);
    };
    for (auto const& one : queries::uncorrected(session, prefix, with.today)) {
        auto const flag = hold(one.place, one.open, one.overdue, with);
        if (flag && flag->severity == "hold") stands(one.place.region, &PermitCount::held, one.applications);
    }
    for (auto const& place : queries::open_places(session, prefix))
        if (auto const first = not_yet_escalated(place, with))
            stands(place.region, &PermitCount::escalated, queries::open_before(session, place, *first));
    std::vector<PermitCount> out;
    for (auto& [_, count] : sums) {
        count.region_name = regions.full_name(count.region);
        if (auto const* clause = law->find(rulebook::Kind::gate, "permit_agenda", {count.region}, with.today))
            count.hold = clause->citation;
        out.push_back(std::move(count));
    }
    return out;
}

}  // namespace anping::licensing
