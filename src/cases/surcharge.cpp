// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "limits.hpp"

namespace anping::cases {
namespace {

std::optional<std::int64_t> percent_of(rulebook::Clause const* clause) {
    auto const* steps = clause == nullptr ? nullptr : clause->body.if_contains("steps");
    if (steps == nullptr || steps->as_array().empty()) return std::nullopt;
    auto const* value = steps->as_array().front().as_object().if_contains("value");
    return value == nullptr ? std::nullopt : std::optional(value->as_int64());
}

std::int64_t sum_until(std::vector<Instalment> const& of, field::Date day) {
    std::int64_t out = 0;
    for (auto const& one : of)
        if (one.due <= day) out += one.amount.fen;
    return out;
}

// In (from, until], without those of a review or suit.
std::int64_t days_between(field::Date from, field::Date until, std::vector<Pause> const& pauses) {
    std::int64_t out = until - from;
    for (auto const& pause : pauses) out -= std::max(0, std::min(until, pause.until) - std::max(from, pause.from));
    return out;
}

std::int64_t added(std::int64_t fen, std::int64_t percent, std::int64_t days) {
    auto const capped = std::min<std::int64_t>(days, 100'000);
    return fen / 100 * percent * capped + fen % 100 * percent * capped / 100;
}

// On which what is late may change.
std::vector<field::Date> days_of(Fine const& fine, field::Date today) {
    std::vector<field::Date> out{today};
    for (auto const* of : {&fine.parts, &fine.paid})
        for (auto const& one : *of)
            if (one.due < today) out.push_back(one.due);
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

std::vector<Instalment> paid_of(State const& state) {
    std::vector<Instalment> out;
    for (auto const& step : state.steps)
        if (pays_fine(step) && state.decision && step.number > state.decision->number)
            out.push_back({step.on, *step.amount});
    return out;
}

std::vector<Pause> disputes_of(State const& state, field::Date today) {
    std::vector<Pause> out;
    std::optional<field::Date> since;
    bool review = false;
    bool suit = false;
    for (auto const& step : state.steps) {
        if (!state.decision || step.number < state.decision->number) continue;
        if (step.kind == StepKind::review_applied || step.kind == StepKind::review_decided)
            review = step.kind == StepKind::review_applied;
        if (step.kind == StepKind::suit_filed || step.kind == StepKind::judgment)
            suit = step.kind == StepKind::suit_filed;
        if ((review || suit) && !since) since = step.on;
        if (review || suit || !since) continue;
        out.push_back({*since, step.on});
        since.reset();
    }
    if (since) out.push_back({*since, today});
    return out;
}

std::optional<Surcharge> surcharge(Fine const& fine, rulebook::Place const& place, Law const& law) {
    if (fine.parts.empty()) return std::nullopt;
    auto const* clause = law.books.find(rulebook::Kind::procedure, "surcharge", place, fine.parts.front().due);
    auto const percent = percent_of(clause);
    if (!percent) return std::nullopt;
    Surcharge out;
    std::int64_t whole = 0;
    int pieces = 0;
    auto const days = days_of(fine, law.today);
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        auto const late = sum_until(fine.parts, days[i]) - sum_until(fine.paid, days[i]);
        auto const counted = days_between(days[i], days[i + 1], fine.pauses);
        if (late <= 0 || counted <= 0) continue;
        auto const piece = added(late, *percent, counted);
        out.arithmetic += fmt::format("{}{} × {}% × {} 日 = {}", pieces++ == 0 ? "" : "；", yuan({late}), *percent,
                                      counted, yuan({piece}));
        out.days += counted;
        whole += piece;
    }
    if (pieces == 0) return std::nullopt;
    auto const principal = sum_until(fine.parts, fine.parts.back().due);
    if (pieces > 1) out.arithmetic += fmt::format("；合计 {}", yuan({whole}));
    if (whole > principal) out.arithmetic += fmt::format("，不超过本金 {}", yuan({principal}));
    out.amount = {std::min(whole, principal)};
    out.clause = clause->citation;
    return out;
}

}  // namespace anping::cases
