// SPDX-License-Identifier: Apache-2.0
// What a decision knows of a case.
#pragma once

#include <algorithm>

#include <anping/cases/events.hpp>

namespace anping::cases {

// A day of the law that runs, and that nothing has ended.
struct OpenLimit {
    std::string duty;
    std::string owes;
    std::optional<field::Date> due;
    std::string title;
    std::optional<Timestamp> due_at = {};
};

// Illegal income that is handed over, and what is added, pay no fine.
inline bool pays_fine(StepRecorded const& step) {
    return step.kind == StepKind::payment && step.amount && step.pays.value_or(PaymentOf::fine) == PaymentOf::fine;
}

struct State {
    CaseId id;
    CaseOpened opened;
    std::vector<StepRecorded> steps = {};       // without the decision, in their order
    std::optional<DecisionMade> decision = {};  // the last
    std::vector<OpenLimit> limits = {};
    std::vector<DecisionMade> annulled = {};  // in whose place the last one came

    // The step that annulled the last decision there was then; 0 where none did.
    std::int64_t begun_anew() const;
    bool stands() const { return decision && decision->number > begun_anew(); }
    // After an annulment the notice and all that follows it happen anew: those before count no more.
    StepRecorded const* last(StepKind kind) const;
    bool has(StepKind kind) const { return kind == StepKind::decision ? stands() : last(kind) != nullptr; }
    std::optional<field::Date> day_of(StepKind kind) const {
        if (kind == StepKind::decision) return stands() ? std::optional(decision->on) : std::nullopt;
        auto const* found = last(kind);
        return found == nullptr ? std::nullopt : std::optional(found->on);
    }
    // Suspended, and not resumed so far.
    bool suspended() const {
        auto const count = [&](StepKind kind) { return std::ranges::count(steps, kind, &StepRecorded::kind); };
        return count(StepKind::suspension) > count(StepKind::resumption);
    }
    std::int64_t next_number() const {
        return static_cast<std::int64_t>(steps.size() + annulled.size()) + (decision ? 2 : 1);
    }
    rulebook::Place place() const { return {opened.region, opened.authority}; }
};

}  // namespace anping::cases
