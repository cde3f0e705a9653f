// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <anping/cases/service.hpp>

#include "noting.hpp"
#include "queries.hpp"

namespace anping::cases {
namespace {

// What the institution recorded itself has no officers.
std::vector<Said> said_in(State const& state, std::vector<queries::Recorded> const& recorded) {
    std::map<std::int64_t, std::int64_t> entries;
    for (auto const& one : recorded) entries[one.number] = one.entry;
    std::vector<Said> out;
    for (auto const& step : state.steps) {
        bool const hearing = step.kind == StepKind::hearing_requested;
        if ((hearing || step.kind == StepKind::defence) && step.officers.empty())
            out.push_back({hearing, step.on, step.text, entries[step.number]});
    }
    return out;
}

}  // namespace

std::vector<OwnCase> Service::own(db::Session& session, registry::InstitutionId const& institution) const {
    constexpr std::int64_t kCases = 200;
    auto const books = with_.law();
    Law const law{*books, field::beijing_date(with_.clock.now())};
    std::vector<OwnCase> out;
    for (auto const& id : queries::told_to(session, institution, kCases)) {
        auto const state = queries::state(session, id, law);
        auto const summary = queries::summary(session, id, law);
        if (!state || !summary) continue;
        OwnCase one;
        one.id = id;
        one.bureau_name = with_.directory.bureau_name(summary->bureau);
        one.title = summary->title;
        one.notified_on = state->day_of(StepKind::notice);
        one.hearing_told_on = state->day_of(StepKind::hearing_notice);
        for (auto const& limit : queries::limits(session, id.text, law))
            if (limit.limit.duty == "hearing_request" && limit.state == LimitState::open)
                one.hearing_until = limit.limit.due;
        one.decided_on = summary->decided_on;
        one.said = said_in(*state, queries::recorded(session, id));
        one.entry = summary->entry;
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace anping::cases
