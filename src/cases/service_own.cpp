// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include <anping/cases/service.hpp>

#include "noting.hpp"
#include "queries.hpp"

namespace anping::cases {
namespace {

// Whose own act a step is. Those recorded before it was noted are the first institution's, and have no officers.
bool is_act_of(StepRecorded const& step, State const& state, std::string const& unit) {
    if (step.party) return *step.party == unit;
    auto const& parties = state.opened.parties;
    auto const first = std::ranges::find_if(
        parties, [](PartyNoted const& one) { return one.kind == PartyKind::institution && one.id; });
    return step.officers.empty() && first != parties.end() && *first->id == unit;
}

std::vector<Said> said_in(State const& state, std::vector<queries::Recorded> const& recorded, std::string const& unit) {
    std::map<std::int64_t, std::int64_t> entries;
    for (auto const& one : recorded) entries[one.number] = one.entry;
    std::vector<Said> out;
    for (auto const& step : state.steps) {
        bool const hearing = step.kind == StepKind::hearing_requested;
        if ((hearing || step.kind == StepKind::defence) && is_act_of(step, state, unit))
            out.push_back({hearing, step.on, step.text, entries[step.number]});
    }
    return out;
}

// The last day to ask for a hearing: it runs on for whoever did not ask, whatever another party did.
std::optional<field::Date> hearing_until(db::Session& session, State const& state, OwnCase const& of, Law const& law) {
    auto const* asked = state.last(StepKind::hearing_requested);
    bool const by_another =
        asked != nullptr && asked->party && std::ranges::none_of(of.said, [](Said const& one) { return one.hearing; });
    std::optional<field::Date> out;
    for (auto const& limit : queries::limits(session, state.id.text, law))
        if (limit.limit.duty == "hearing_request" && (limit.state == LimitState::open || by_another))
            out = limit.limit.due;
    return out;
}

}  // namespace

std::vector<OwnCase> Service::own(db::Session& session, std::string const& unit) const {
    constexpr std::int64_t kCases = 200;
    auto const books = with_.law();
    Law const law{*books, field::beijing_date(with_.clock.now())};
    std::vector<OwnCase> out;
    for (auto const& id : queries::told_to(session, unit, kCases)) {
        auto const state = queries::state(session, id, law);
        auto const summary = queries::summary(session, id, law);
        if (!state || !summary) continue;
        OwnCase one;
        one.id = id;
        one.bureau_name = with_.directory.bureau_name(summary->bureau);
        one.title = summary->title;
        one.notified_on = state->day_of(StepKind::notice);
        one.hearing_told_on = state->day_of(StepKind::hearing_notice);
        one.decided_on = summary->decided_on;
        one.said = said_in(*state, queries::recorded(session, id), unit);
        one.hearing_until = hearing_until(session, *state, one, law);
        one.entry = summary->entry;
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace anping::cases
