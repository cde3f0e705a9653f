// SPDX-License-Identifier: Apache-2.0
#include "leftovers/quantities.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace anping::forensics {
namespace {

constexpr View kDigits = U"〇一二三四五六七八九";

bool three_digits_at(View text, std::size_t at) {
    return at + 3 <= text.size() && is_digit(text[at]) && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
           (at + 3 == text.size() || !is_digit(text[at + 3]));
}

int digit_of(char32_t one) {
    if (is_digit(one)) return static_cast<int>(one - U'0');
    if (one == U'零' || one == U'○' || one == U'O') return 0;
    auto const found = kDigits.find(one);
    return found == View::npos ? -1 : static_cast<int>(found);
}

// Four characters before "年": a year in digits or hanzi.
std::optional<int> year_before(View text, std::size_t at) {
    if (at < 4) return std::nullopt;
    int year = 0;
    for (auto i = at - 4; i < at; ++i) {
        auto const digit = digit_of(text[i]);
        if (digit < 0) return std::nullopt;
        year = year * 10 + digit;
    }
    if (year < 1949 || year > 2100) return std::nullopt;
    return year;
}

struct Part {
    int value;
    std::uint32_t end;
};

// A month or a day at `at`: "3", "03", "十二".
std::optional<Part> part_at(View text, std::uint32_t at) {
    auto end = at;
    while (end < text.size() && end - at < 2 && is_digit(text[end])) ++end;
    if (end > at) {
        int value = 0;
        for (auto i = at; i < end; ++i) value = value * 10 + digit_of(text[i]);
        return Part{value, end};
    }
    while (end < text.size() && end - at < 3 && is_among(text[end], U"一二三四五六七八九十")) ++end;
    auto const count = count_of(text.substr(at, end - at));
    if (!count) return std::nullopt;
    return Part{*count, end};
}

std::optional<Dated> dated(Place place, int year, int month, std::optional<int> day) {
    auto const first = field::Date::of(year, month, day.value_or(1));
    if (!first) return std::nullopt;
    return Dated{place, *first, day ? *first : field::add_months(*first, 1) - 1};
}

std::optional<Dated> spelled(View text, std::uint32_t at) {  // `at` is of "年"
    auto const year = year_before(text, at);
    if (!year) return std::nullopt;
    auto const month = part_at(text, at + 1);
    if (!month || month->end >= text.size() || text[month->end] != U'月') return std::nullopt;
    auto const day = part_at(text, month->end + 1);
    bool const whole = day && day->end < text.size() && (text[day->end] == U'日' || text[day->end] == U'号');
    if (!whole) return dated({at - 4, month->end + 1}, *year, month->value, std::nullopt);
    return dated({at - 4, day->end + 1}, *year, month->value, day->value);
}

std::optional<Dated> figures(View text, std::uint32_t at) {  // `at` is of the mark after the year
    auto const year = year_before(text, at);
    if (!year || !is_digit(text[at - 1]) ||
        (at > 4 && (is_digit(text[at - 5]) || text[at - 5] == U'-' || text[at - 5] == U'.')))
        return std::nullopt;
    auto const month = part_at(text, at + 1);
    if (!month || month->end >= text.size() || text[month->end] != text[at]) return std::nullopt;
    auto const day = part_at(text, month->end + 1);
    if (!day || !is_digit(text[month->end + 1]) || (day->end < text.size() && is_digit(text[day->end])))
        return std::nullopt;
    return dated({at - 4, day->end}, *year, month->value, day->value);
}

}  // namespace

std::optional<Number> number_at(View text, std::uint32_t at) {
    if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
    if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == U'.')) return std::nullopt;
    Number out;
    std::size_t i = at;
    for (; i < text.size(); ++i) {
        if (text[i] == U',' && three_digits_at(text, i + 1) && i - at <= 3) continue;
        if (!is_digit(text[i])) break;
        out.value = out.value * 10 + digit_of(text[i]);
    }
    if (i + 1 < text.size() && text[i] == U'.' && is_digit(text[i + 1])) {
        double place = 0.1;
        for (++i; i < text.size() && is_digit(text[i]); ++i, ++out.decimals, place /= 10)
            out.value += place * digit_of(text[i]);
    }
    out.place = {at, static_cast<std::uint32_t>(i)};
    return out;
}

std::vector<Number> numbers_in(View text) {
    std::vector<Number> out;
    for (std::uint32_t at = 0; at < text.size(); ++at)
        if (auto const one = number_at(text, at)) {
            out.push_back(*one);
            at = one->place.to;
        }
    return out;
}

std::optional<Number> number_of_cell(View cell) {
    cell = trimmed(cell);
    auto const out = number_at(cell, 0);
    if (!out) return std::nullopt;
    auto const rest = cell.substr(out->place.to);
    bool const only_unit =
        rest.size() <= 5 && std::ranges::none_of(rest, is_digit) && rest.find_first_of(U"-~/×*,。;:") == View::npos;
    return only_unit ? out : std::nullopt;
}

std::optional<int> count_of(View hanzi) {
    int total = 0;
    int last = -1;
    for (auto const one : hanzi) {
        auto const scale = one == U'十' ? 10 : one == U'百' ? 100 : one == U'千' ? 1000 : 0;
        auto const digit = digit_of(one);
        if (scale != 0) {
            total += (last < 0 ? 1 : last) * scale;
            last = 0;
        } else if (digit >= 0 && last <= 0) {
            last = digit;
        } else {
            return std::nullopt;
        }
    }
    if (hanzi.empty()) return std::nullopt;
    return total + std::max(last, 0);
}

std::vector<Dated> days_in(View text) {
    std::vector<Dated> out;
    for (std::uint32_t at = 4; at < text.size(); ++at) {
        auto const one = text[at] == U'年'                                          ? spelled(text, at)
                         : text[at] == U'-' || text[at] == U'.' || text[at] == U'/' ? figures(text, at)
                                                                                    : std::nullopt;
        if (one) out.push_back(*one);
    }
    return out;
}

std::string said(field::Date day) { return fmt::format("{}年{}月{}日", day.year(), day.month(), day.day()); }

}  // namespace anping::forensics
