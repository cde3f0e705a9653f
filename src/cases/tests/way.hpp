// SPDX-License-Identifier: Apache-2.0
// The way of a case, step by step, for the tests of rules.
#pragma once

#include "scene.hpp"

namespace anping::cases::way {

using enum StepKind;

inline void end(State& state, std::vector<std::string> const& ends) {
    std::erase_if(state.limits, [&](OpenLimit const& one) { return std::ranges::find(ends, one.duty) != ends.end(); });
}
inline void begin(State& state, std::vector<Limit> const& limits) {
    for (auto const& one : limits) {
        end(state, {one.duty});
        state.limits.push_back({one.duty, one.owes, one.due, one.citation.title, one.due_at});
    }
}

inline State opened(OpenCase const& in = opening(), Mode const& mode = {}) {
    State out{{"AJ-1"},
              from_trusted_json<CaseOpened>(open_case({"AJ-1"}, in, kClerk, mode, two(), law()).value().front().data)};
    begin(out, out.opened.limits);
    return out;
}

inline RecordStep step(StepKind kind, char const* on) {
    RecordStep out;
    out.kind = kind;
    out.on = day(on);
    out.text = {"已办理"};
    return out;
}
inline StepRecorded recorded(RecordStep const& in, State const& state, Noted names = two()) {
    return from_trusted_json<StepRecorded>(record_step(in, state, std::move(names), law()).value().front().data);
}
inline void take(State& state, RecordStep const& in, Noted names = two()) {
    auto out = recorded(in, state, std::move(names));
    end(state, out.ends);
    begin(state, out.limits);
    if (out.kind == suspension) end(state, {"case_decision"});
    state.steps.push_back(std::move(out));
}
inline MakeDecision deciding(char const* on, std::int64_t yuan = 100'000) {
    MakeDecision out;
    out.on = day(on);
    out.number = {"（昌）应急罚〔2026〕1号"};
    PenaltyFacts facts;
    facts.conduct = {"false_report"};
    facts.acted_on = day("2025-12-01");
    facts.income = field::Money{0};
    out.conducts = {facts};
    out.penalties = {{1, {"fine"}, {"unit"}, {"某机构"}, field::Money{yuan * 100}},
                     {1, {"revoke"}, {"unit"}, {"某机构"}, {}}};
    out.reasons = {"事实清楚，证据确凿"};
    return out;
}

// Everything that has to come before, up to the hearing notice.
inline State told(char const* hearing_told = "2026-02-13") {
    auto out = opened();
    take(out, step(investigation, "2026-02-03"));
    take(out, step(proposal, "2026-02-10"));
    take(out, step(legal_review, "2026-02-11"), {{{"XJ-9", {"P-9", "cc"}}}, {}});
    take(out, step(notice, "2026-02-12"));
    take(out, step(hearing_notice, hearing_told));
    return out;
}

inline State decided() {
    auto out = told();
    take(out, step(discussion, "2026-02-28"));
    out.decision = from_trusted_json<DecisionMade>(decide(deciding("2026-03-02"), out, two(), law())->front().data);
    end(out, out.decision->ends);
    begin(out, out.decision->limits);
    return out;
}

inline State delivered() {
    auto out = decided();
    take(out, step(delivery, "2026-03-05"));
    return out;
}
inline bool runs(State const& state, std::string_view duty) {
    return std::ranges::any_of(state.limits, [&](OpenLimit const& one) { return one.duty == duty; });
}

}  // namespace anping::cases::way
