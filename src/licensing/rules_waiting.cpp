// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "rules.hpp"

namespace anping::licensing {
namespace {

using Kind = rulebook::Kind;

std::optional<rulebook::Citation> citation(Kind kind, char const* name, State const& state, Circumstances const& with) {
    auto const* clause = with.law.find(kind, name, state.place(), with.today);
    return clause == nullptr ? std::nullopt : std::optional(clause->citation);
}

std::optional<std::int64_t> days_left(State const& state, Circumstances const& with) {
    if (!state.due) return std::nullopt;
    auto const left = with.law.calendar(state.place()).working_days_between(with.today, *state.due);
    return left ? std::optional<std::int64_t>(*left) : std::nullopt;
}

std::string in_words(std::int64_t left) {
    if (left == 0) return "今天到期";
    return left > 0 ? fmt::format("剩 {} 个工作日", left) : fmt::format("超期 {} 个工作日", -left);
}

std::string limit_in_words(State const& state, Circumstances const& with) {
    auto const left = days_left(state, with);
    return "法定期限" + (left ? in_words(*left) : std::string("将满"));
}

bool open(OpenCorrection const& one) { return !one.closed; }
bool answered(OpenCorrection const& one) { return !one.closed && one.answered; }

std::optional<rulebook::Flag> kept_away(State const& state, Circumstances const& with) {
    auto flag = hold(state, with);
    return flag && flag->severity == "hold" ? std::move(flag) : std::nullopt;
}

// Found to need correcting, and nobody asked for it so far.
bool to_demand(State const& state, Review const& review) {
    return review.result == ReviewResult::to_correct &&
           std::ranges::find(state.corrections, review.project, &OpenCorrection::project) == state.corrections.end();
}

NextStep correcting(State const& state, Circumstances const& with) {
    auto const waits = std::ranges::count_if(state.corrections, open);
    if (waits == std::ranges::count_if(state.corrections, answered))
        return {NextAct::correct, Hand::desk, "核对机构的答复，办结补正"};
    auto const late = std::ranges::count_if(
        state.corrections, [&](auto const& one) { return !one.closed && one.due && *one.due < with.today; });
    return {
        NextAct::correct, Hand::institution,
        late > 0 ? fmt::format("补正，有 {} 份通知逾期未完成", late) : fmt::format("补正，有 {} 份通知未完成", waits)};
}

// The day the first of them that nobody answered was to be done by, if it has come.
std::optional<Waiting> correction_due(State const& state, Circumstances const& with) {
    std::int64_t count = 0;
    std::optional<field::Date> first;
    for (auto const& one : state.corrections) {
        if (one.closed || one.answered || !one.due || *one.due > with.today) continue;
        ++count;
        first = std::min(first.value_or(*one.due), *one.due);
    }
    if (count == 0) return std::nullopt;
    return Waiting{WaitingKind::correction_due, fmt::format("补正期限已到，有 {} 份通知机构没有完成", count), first,
                   citation(Kind::duty, "permit_correction", state, with)};
}

// As it stood at the end of that day.
State as_of(State state, field::Date day) {
    state.decided = false;
    std::erase_if(state.corrections, [&](auto const& one) { return one.demanded_on > day; });
    for (auto& one : state.corrections) one.closed = one.closed_on && *one.closed_on <= day;
    return state;
}

std::optional<Turn> put_before_the_leader(State const& state, Circumstances const& with, field::Date last) {
    constexpr int kFurthest = 60;  // days a limit is looked back from
    if (!state.due) return std::nullopt;
    auto const near = [&](field::Date day) { return escalation(as_of(state, day), {with.law, day}); };
    auto day = *state.due;
    if (!near(day)) return std::nullopt;
    while (day > *state.due - kFurthest && near(day - 1)) day = day - 1;
    day = std::max(day, state.accepted_on.value_or(day));
    if (day > last) return std::nullopt;
    return Turn{day, "escalated", limit_in_words(state, {with.law, day}) + "，提请负责人决定", near(day)->clause};
}

}  // namespace

std::optional<rulebook::Citation> escalation(State const& state, Circumstances const& with) {
    if (!escalated(state, with)) return std::nullopt;
    return citation(Kind::procedure, "permit_escalation", state, with);
}

NextStep next_step(State const& state, Circumstances const& with) {
    using enum NextAct;
    if (state.decided)
        return {none, Hand::nobody, state.decided_on ? to_string(*state.decided_on) + " 已作出决定" : "已作出决定"};
    if (!state.accepted_on) return {accept, Hand::desk, "决定是否受理"};
    if (escalated(state, with)) return {decide, Hand::leader, "作出决定，" + limit_in_words(state, with)};
    if (state.reports.empty()) return {link, Hand::desk, "关联所依据的评价报告"};
    if (auto const unread = state.reports.size() - state.reviews.size(); unread > 0)
        return {review, Hand::desk, fmt::format("审核所依据的报告，有 {} 份未审核", unread)};
    if (std::ranges::any_of(state.reviews, [&](auto const& one) { return to_demand(state, one); }))
        return {demand, Hand::desk, "向机构发出补正通知"};
    if (std::ranges::any_of(state.corrections, open)) return correcting(state, with);
    if (!state.meeting_on) return {agenda, Hand::desk, "列入办公会议议程"};
    return {decide, Hand::leader, to_string(*state.meeting_on) + " 办公会议后作出决定"};
}

std::vector<Waiting> waiting_for_desk(State const& state, Circumstances const& with) {
    std::vector<Waiting> out;
    if (state.decided) return out;
    auto const next = next_step(state, with);
    auto const flag = kept_away(state, with);
    auto const left = days_left(state, with);
    auto const soon = escalation_step("warn_days_left", state.place(), with);
    auto late = correction_due(state, with);
    if (auto near = escalation(state, with))
        out.push_back({WaitingKind::limit,
                       limit_in_words(state, with) + "，提请负责人决定" + (flag ? "；机构没有按时补正" : ""), state.due,
                       std::move(near)});
    else if (flag && left && soon && *left <= *soon)
        out.push_back({WaitingKind::held, flag->text, state.due, flag->citation});
    else if (late) out.push_back(std::move(*late));
    if (std::ranges::any_of(state.corrections, answered))
        out.push_back({WaitingKind::correction_answered, "核对机构的答复，办结补正", state.due, {}});
    else if (next.hand == Hand::desk) out.push_back({WaitingKind::examine, next.text, state.due, {}});
    return out;
}

std::vector<Waiting> waiting_for_leader(State const& state, Circumstances const& with) {
    auto const next = next_step(state, with);
    if (next.hand != Hand::leader) return {};
    auto why = escalation(state, with);
    if (!why && *state.meeting_on > with.today) return {};
    auto text = next.text;
    if (auto const flag = kept_away(state, with)) text += "；" + flag->text;
    return {{WaitingKind::decide, std::move(text), state.due, std::move(why)}};
}

std::vector<Turn> turns(State const& state, Circumstances const& with) {
    auto const last = state.decided_on ? std::min(*state.decided_on, with.today) : with.today;
    std::vector<Turn> out;
    for (auto const& one : state.corrections) {
        if (!one.due) continue;
        auto const day = *one.due + 1;
        if (day > last || std::ranges::find(out, day, &Turn::on) != out.end()) continue;
        if (one.closed_on && *one.closed_on < day) continue;
        // On the day it was closed it was held until then.
        auto then = as_of(state, day);
        for (auto& other : then.corrections)
            if (other.closed_on == day) other.closed = false;
        if (auto flag = kept_away(then, {with.law, day}))
            out.push_back({day, "held", std::move(flag->text), std::move(flag->citation.clause)});
    }
    if (auto turn = put_before_the_leader(state, with, last)) out.push_back(std::move(*turn));
    return out;
}

}  // namespace anping::licensing
