// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>

#include <anping/base/digits.hpp>
#include <anping/field/date.hpp>

namespace anping::field {
namespace {

using std::chrono::year_month_day;

constexpr std::int64_t kMicrosPerDay = 86'400'000'000;
constexpr std::int64_t kBeijing = 8 * 3'600'000'000;
constexpr std::int64_t kFirst = -719'162;  // 0001-01-01
constexpr std::int64_t kLast = 2'932'896;  // 9999-12-31

constexpr Date clamped(std::int64_t days) noexcept {
    return {static_cast<std::int32_t>(std::clamp(days, kFirst, kLast))};
}

year_month_day parts(Date date) noexcept { return year_month_day{std::chrono::sys_days{std::chrono::days{date.days}}}; }

constexpr std::int64_t floor_div(std::int64_t value, std::int64_t by) noexcept {
    return value / by - (value % by < 0 ? 1 : 0);
}

std::optional<int> number(std::string_view digits) noexcept {
    int out = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        out = out * 10 + (c - '0');
    }
    return out;
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) noexcept {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    year_month_day const date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

int Date::year() const noexcept { return static_cast<int>(parts(*this).year()); }
int Date::month() const noexcept { return static_cast<int>(static_cast<unsigned>(parts(*this).month())); }
int Date::day() const noexcept { return static_cast<int>(static_cast<unsigned>(parts(*this).day())); }

int Date::weekday() const noexcept {
    std::chrono::weekday const day{std::chrono::sys_days{std::chrono::days{days}}};
    return static_cast<int>(day.iso_encoding());
}

Date operator+(Date date, int days) noexcept { return clamped(std::int64_t{date.days} + days); }
Date operator-(Date date, int days) noexcept { return clamped(std::int64_t{date.days} - days); }
int operator-(Date later, Date earlier) noexcept { return later.days - earlier.days; }

Date add_months(Date date, int months) noexcept {
    auto const from = parts(date);
    std::int64_t const index =
        std::int64_t{static_cast<int>(from.year())} * 12 + static_cast<unsigned>(from.month()) - 1 + months;
    auto const year = floor_div(index, 12);
    if (year < 1) return clamped(kFirst);
    if (year > 9999) return clamped(kLast);
    std::chrono::year_month const target{std::chrono::year{static_cast<int>(year)},
                                         std::chrono::month{static_cast<unsigned>(index - year * 12 + 1)}};
    auto const last = (target / std::chrono::last).day();
    std::chrono::sys_days const day{target / std::min(from.day(), last)};
    return clamped(day.time_since_epoch().count());
}

std::string to_string(Date date) {
    auto const day = parts(date);
    std::string out = "0000-00-00";
    write_digits(out.data(), 4, static_cast<int>(day.year()));
    write_digits(out.data() + 5, 2, static_cast<unsigned>(day.month()));
    write_digits(out.data() + 8, 2, static_cast<unsigned>(day.day()));
    return out;
}

std::optional<Date> parse_date(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const year = number(text.substr(0, 4));
    auto const month = number(text.substr(5, 2));
    auto const day = number(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return Date::of(*year, *month, *day);
}

Date beijing_date(Timestamp at) noexcept {
    auto const since_midnight = (at.micros % kMicrosPerDay + kMicrosPerDay) % kMicrosPerDay;
    bool const next = since_midnight >= kMicrosPerDay - kBeijing;  // not added to at.micros, which it might overflow
    return clamped(floor_div(at.micros, kMicrosPerDay) + (next ? 1 : 0));
}

Timestamp beijing_midnight(Date date) noexcept { return {date.days * kMicrosPerDay - kBeijing}; }

}  // namespace anping::field

namespace anping {

field::Date Codec<field::Date>::read(boost::json::value const& value, FieldReader& in) {
    auto const text = in.string(value, 1, 40);
    if (text.empty()) return {};
    if (auto const date = field::parse_date(text)) return *date;
    in.problem("date", "应为日期，如 2026-11-20");
    return {};
}

}  // namespace anping
