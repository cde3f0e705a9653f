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

// Which remedy's end an enforcement is counted from, while that has no day.
constexpr char const* kRemedy = "remedy.duty";
constexpr char const* kExtended = "case.extended_until";
constexpr char const* kSuspended = "case.days_suspended";

std::optional<field::Date> day_in(json::object const& facts, std::string_view name) {
    auto const* value = facts.if_contains(name);
    return value == nullptr || !value->is_string() ? std::nullopt
                                                   : field::parse_date(std::string_view(value->get_string()));
}

// What a limit is counted from.
struct From {
    std::string fact;
    field::Date day;
};
std::optional<From> from_in(json::object const& facts) {
    for (auto const& fact : facts)
        if (auto const day = day_in(facts, fact.key()); day && fact.key() != kExtended)
            return From{std::string(fact.key()), *day};
    return std::nullopt;
}

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
    auto const* days = limit.facts.if_contains(kSuspended);
    return days == nullptr ? 0 : days->as_int64();
}

// From as many days later as the case was suspended: the period is longer by what does not count. False where the
// clause counts no day.
bool count(Limit& out, From const& from, field::Date act, rulebook::Place const& place, Law const& law) {
    auto const days = days_in(out);
    json::object const facts{{from.fact, to_string(from.day + static_cast<int>(days))}};
    auto const counted = law.books.deadline(out.duty, place, act, facts);
    if (counted && !*counted) return false;
    if (counted) {
        out.due = (**counted).due;
        out.calendar = (**counted).calendar;
    }
    out.count = counted ? (**counted).count : counted.error().text;
    if (days > 0) out.count = fmt::format("立案 {}，扣除中止的 {} 日后：{}", to_string(from.day), days, out.count);
    return true;
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
                              rulebook::Place const& place, Law const& law, std::optional<field::Date> act) {
    auto out = uncounted(duty, act.value_or(from), place, law);
    if (!out) return out;
    out->facts.emplace(fact, to_string(from));
    return count(*out, {fact, from}, act.value_or(from), place, law) ? out : std::nullopt;
}

std::string moment(Timestamp at) {
    auto out = to_string(at).substr(0, 16);
    out[10] = ' ';
    return out;
}

std::optional<Limit> hours_limit(std::string_view procedure, std::string const& fact, Timestamp from,
                                 rulebook::Place const& place, Law const& law) {
    constexpr std::int64_t kHour = 3'600'000'000;
    auto const* clause = law.books.find(Kind::procedure, procedure, place, field::beijing_date(from));
    auto const* steps = clause == nullptr ? nullptr : clause->body.if_contains("steps");
    if (steps == nullptr || steps->as_array().empty()) return std::nullopt;
    auto const& period = steps->as_array().front().as_object();
    auto const* amount = period.if_contains("value");
    auto const unit = text_in(period, "unit");
    if (amount == nullptr || unit != "小时") return std::nullopt;
    Limit out;
    out.duty = std::string(procedure);
    out.owes = text_in(clause->body, "actor");
    out.due_at = Timestamp{from.micros + amount->as_int64() * kHour};
    out.due = field::beijing_date(*out.due_at);
    out.count = fmt::format("自 {} 起 {} {}，至 {}", moment(from), amount->as_int64(), unit, moment(*out.due_at));
    out.citation = clause->citation;
    out.facts.emplace(fact, to_string(from));
    return out;
}

Limit recounted(Limit limit, rulebook::Place const& place, Law const& law) {
    auto const from = from_in(limit.facts);
    if (limit.due || !from) return limit;
    auto again = limit;
    if (auto const until = day_in(limit.facts, kExtended)) {
        count_extended(again, *until, place, law);
    } else if (auto const* remedy = limit.facts.if_contains(kRemedy)) {
        auto const ended = limit_of(remedy->as_string(), from->fact, from->day, place, law);
        auto const enforcement = ended && ended->due ? enforcement_limit(*ended, place, law) : std::nullopt;
        if (enforcement) again = *enforcement;
    } else {
        count(again, *from, from->day, place, law);
    }
    return again.due ? again : limit;
}

std::optional<Limit> enforcement_limit(Limit const& remedy, rulebook::Place const& place, Law const& law) {
    if (remedy.due) return limit_of("enforcement_request", "remedy.ended_on", *remedy.due, place, law);
    auto const from = from_in(remedy.facts);
    auto out = from ? uncounted("enforcement_request", from->day, place, law) : std::nullopt;
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
    out->facts[kExtended] = to_string(*extension.until);
    if (auto const days = days_suspended(state, resumed, extension.on); days > 0) out->facts[kSuspended] = days;
    count_extended(*out, *extension.until, state.place(), law);
    return out;
}

std::optional<Limit> case_limit(State const& state, Law const& law, std::optional<field::Date> resumed) {
    if (auto const* extension = state.last(StepKind::extension)) return extended_limit(state, *extension, law, resumed);
    auto const opened = state.opened.opened_on;
    auto out = uncounted("case_decision", opened, state.place(), law);
    if (!out) return out;
    out->facts["case.opened_on"] = to_string(opened);
    if (auto const days = days_suspended(state, resumed); days > 0) out->facts[kSuspended] = days;
    return count(*out, {"case.opened_on", opened}, opened, state.place(), law) ? out : std::nullopt;
}

}  // namespace anping::cases
