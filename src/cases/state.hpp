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
};

struct State {
    CaseId id;
    CaseOpened opened;
    std::vector<StepRecorded> steps = {};  // without the decision, in their order
    std::optional<DecisionMade> decision = {};
    std::vector<OpenLimit> limits = {};

    StepRecorded const* last(StepKind kind) const {
        auto const found =
            std::find_if(steps.rbegin(), steps.rend(), [&](auto const& one) { return one.kind == kind; });
        return found == steps.rend() ? nullptr : &*found;
    }
    bool has(StepKind kind) const { return kind == StepKind::decision ? decision.has_value() : last(kind) != nullptr; }
    std::optional<field::Date> day_of(StepKind kind) const {
        if (kind == StepKind::decision) return decision ? std::optional(decision->on) : std::nullopt;
        auto const* found = last(kind);
        return found == nullptr ? std::nullopt : std::optional(found->on);
    }
    // Suspended, and not resumed so far.
    bool suspended() const {
        auto const count = [&](StepKind kind) { return std::ranges::count(steps, kind, &StepRecorded::kind); };
        return count(StepKind::suspension) > count(StepKind::resumption);
    }
    std::int64_t next_number() const { return static_cast<std::int64_t>(steps.size()) + (decision ? 2 : 1); }
    rulebook::Place place() const { return {opened.region, opened.authority}; }
};

}  // namespace anping::cases
