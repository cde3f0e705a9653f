// SPDX-License-Identifier: Apache-2.0
#include "limits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anping::cases {
namespace {

using rulebook::Kind;

std::string text_in(json::object const& body, char const* key) {
    auto const* value = body.if_contains(key);
    return value == nullptr || !value->is_string() ? std::string() : std::string(value->get_string());
}

std::optional<std::int64_t> step_value(rulebook::Clause const& clause) {
    auto const* steps = clause.body.if_contains("steps");
    if (steps == nullptr || steps->as_array().empty()) return std::nullopt;
    auto const* value = steps->as_array().front().as_object().if_contains("value");
    return value == nullptr ? std::nullopt : std::optional(value->as_int64());
}

// The fact it is counted from.
std::optional<field::Date> first_day(json::object const& facts) {
    for (auto const& fact : facts)
        if (fact.value().is_string())
            if (auto const day = field::parse_date(std::string_view(fact.value().get_string()))) return day;
    return std::nullopt;
}

// Which remedy's end an enforcement is counted from, while that has no day.
constexpr char const* kRemedy = "remedy.duty";

std::optional<Limit> uncounted(std::string_view duty, field::Date act, rulebook::Place const& place, Law const& law) {
    auto const* clause = law.books.find(Kind::duty, duty, place, act);
    if (clause == nullptr) return std::nullopt;
    Limit out;
    out.duty = std::string(duty);
    out.owes = text_in(clause->body, "owes");
    out.citation = clause->citation;
    return out;
}

std::int64_t days_in(Limit const& limit) {
    auto const* days = limit.facts.if_contains("case.days_suspended");
    return days == nullptr ? 0 : days->as_int64();
}

// The day that was approved; with days of a suspension added it may come to be a holiday.
void count_extended(Limit& out, field::Date until, rulebook::Place const& place, Law const& law) {
    out.due = until;
    out.count = fmt::format("经批准延期至 {}", to_string(until));
    auto const days = days_in(out);
    if (days == 0) return;
    auto const rolled = law.books.calendar(place).roll_over(until + static_cast<int>(days));
    out.due = rolled ? std::optional(*rolled) : std::nullopt;
    out.count += rolled ? fmt::format("，扣除此后中止的 {} 日", days) : "：" + rolled.error().text;
    out.calendar = law.books.calendar(place).version();
}

}  // namespace

std::optional<Limit> limit_of(std::string_view duty, std::string const& fact, field::Date from,
                              rulebook::Place const& place, Law const& law) {
    auto limit = uncounted(duty, from, place, law);
    if (!limit) return std::nullopt;
    auto& out = *limit;
    out.facts.emplace(fact, to_string(from));
    auto const counted = law.books.deadline(duty, place, from, out.facts);
    if (!counted) {
        out.count = counted.error().text;
        return limit;
    }
    if (!*counted) return std::nullopt;
    out.due = (**counted).due;
    out.count = (**counted).count;
    out.calendar = (**counted).calendar;
    return limit;
}

std::optional<Limit> enforcement_limit(Limit const& remedy, rulebook::Place const& place, Law const& law) {
    if (remedy.due) return limit_of("enforcement_request", "remedy.ended_on", *remedy.due, place, law);
    auto const begins = first_day(remedy.facts);
    auto out = begins ? uncounted("enforcement_request", *begins, place, law) : std::nullopt;
    if (!out) return out;
    out->facts = remedy.facts;
    out->facts[kRemedy] = remedy.duty;
    out->count = remedy.count;
    return out;
}

std::int64_t days_suspended(State const& state, std::optional<field::Date> resumed, std::optional<field::Date> since) {
    std::int64_t days = 0;
    std::optional<field::Date> from;
    auto const add = [&](field::Date until) { days += std::max(0, until - std::max(*from, since.value_or(*from))); };
    for (auto const& step : state.steps) {
        if (step.kind == StepKind::suspension) from = step.on;
        if (step.kind != StepKind::resumption || !from) continue;
        add(step.on);
        from.reset();
    }
    if (from && resumed) add(*resumed);
    return days;
}

std::optional<Limit> extended_limit(State const& state, StepRecorded const& extension, Law const& law,
                                    std::optional<field::Date> resumed) {
    auto out = limit_of("case_decision", "case.opened_on", state.opened.opened_on, state.place(), law);
    if (!out) return out;
    out->facts["case.extended_until"] = to_string(*extension.until);
    if (auto const days = days_suspended(state, resumed, extension.on); days > 0)
        out->facts["case.days_suspended"] = days;
    count_extended(*out, *extension.until, state.place(), law);
    return out;
}

std::optional<Limit> case_limit(State const& state, Law const& law, std::optional<field::Date> resumed) {
    if (auto const* extension = state.last(StepKind::extension)) return extended_limit(state, *extension, law, resumed);
    auto const days = days_suspended(state, resumed);
    auto const opened = state.opened.opened_on;
    // Counted from the day as many days later: the period is longer by what does not count.
    auto out = limit_of("case_decision", "case.opened_on", opened + static_cast<int>(days), state.place(), law);
    if (!out || days == 0) return out;
    out->facts["case.opened_on"] = to_string(opened);
    out->facts["case.days_suspended"] = days;
    out->count = fmt::format("立案 {}，扣除中止的 {} 日后：{}", to_string(opened), days, out->count);
    return out;
}

std::optional<Surcharge> surcharge(field::Money unpaid, field::Date due, std::int64_t days_not_counted,
                                   rulebook::Place const& place, Law const& law) {
    auto const* clause = law.books.find(Kind::procedure, "surcharge", place, due);
    auto const percent = clause == nullptr ? std::nullopt : step_value(*clause);
    auto const days = static_cast<std::int64_t>(law.today - due) - days_not_counted;
    if (!percent || days <= 0 || unpaid.fen == 0) return std::nullopt;
    Surcharge out;
    out.days = days;
    out.clause = clause->citation;
    auto const whole = static_cast<std::int64_t>(unpaid.fen / 100 * *percent * std::min<std::int64_t>(days, 100'000)) +
                       unpaid.fen % 100 * *percent * std::min<std::int64_t>(days, 100'000) / 100;
    out.amount = {std::min(whole, unpaid.fen)};
    out.arithmetic = fmt::format("{} × {}% × {} 日 = {}{}", yuan(unpaid), *percent, days, yuan({whole}),
                                 whole > unpaid.fen ? fmt::format("，不超过本金 {}", yuan(unpaid)) : std::string());
    return out;
}

}  // namespace anping::cases
