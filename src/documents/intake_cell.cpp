// SPDX-License-Identifier: Apache-2.0
#include "intake_cell.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "errors.hpp"

namespace anping::documents {
namespace {

constexpr std::array<std::string_view, 3> kBlanks = {" ", "\u3000", "\u00a0"};

std::optional<double> number_of(std::string_view text) {
    double out = 0;
    auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(out)) return std::nullopt;
    return out;
}

// Excel's day 1 is 1900-01-01, and its day 60 never was.
std::optional<field::Date> day_of_serial(double serial, bool from_1904) {
    constexpr double kLast = 2'958'465;  // 9999-12-31
    if (serial < 0 || serial > kLast) return std::nullopt;
    auto const days = static_cast<int>(std::floor(serial));
    if (from_1904) return *field::Date::of(1904, 1, 1) + days;
    if (days < 1 || days == 60) return std::nullopt;
    return *field::Date::of(1899, 12, days < 60 ? 31 : 30) + days;
}

// Takes digits from the front.
std::optional<int> digits(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int out = 0;
    for (; count < most && count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count)
        out = out * 10 + (text[count] - '0');
    if (count < least) return std::nullopt;
    text.remove_prefix(count);
    return out;
}

bool skip(std::string_view& text, std::string_view what) {
    if (!text.starts_with(what)) return false;
    text.remove_prefix(what.size());
    return true;
}

// Between the parts of a date stands one kind of mark.
std::optional<field::Date> written_day(std::string_view text) {
    auto const year = digits(text, 4, 4);
    if (!year) return std::nullopt;
    bool const chinese = skip(text, "年");
    std::string_view mark;
    for (auto const* one : {"-", "/", "."})
        if (!chinese && text.starts_with(one)) mark = one;
    bool const together = !chinese && mark.empty();
    text.remove_prefix(mark.size());
    auto const month = digits(text, together ? 2 : 1, 2);
    if (!month || (chinese && !skip(text, "月")) || !skip(text, mark)) return std::nullopt;
    auto const day = digits(text, together ? 2 : 1, 2);
    if (!day || (chinese && !skip(text, "日") && !skip(text, "号"))) return std::nullopt;
    // The time a copied date brings with it.
    for (auto const* midnight : {" 00:00:00", "T00:00:00", " 0:00:00", " 00:00", " 0:00"})
        if (text == midnight) text = {};
    if (!text.empty()) return std::nullopt;
    return field::Date::of(*year, *month, *day);
}

}  // namespace

std::string trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (auto const blank : kBlanks) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
        }
    }
    return std::string(text);
}

std::string narrow(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const at = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
        // U+FF01 to U+FF5E stand for '!' to '~'.
        bool const wide = i + 2 < text.size() && at(0) == 0xef && (at(1) == 0xbc || at(1) == 0xbd);
        int const narrowed = wide ? (at(1) - 0xbc) * 64 + at(2) - 0x80 + 0x20 : 0;
        bool const taken = (narrowed >= '0' && narrowed <= '9') || (narrowed >= 'A' && narrowed <= 'Z') ||
                           (narrowed >= 'a' && narrowed <= 'z') || narrowed == '-' || narrowed == '/' ||
                           narrowed == '.';
        if (taken) out += static_cast<char>(narrowed), i += 2;
        else out += text[i];
    }
    return out;
}

Result<std::string> typed(vault::Table::Cell const& cell) {
    if (!cell.number) return trimmed(cell.text);
    constexpr double kExact = 1e15;
    auto const value = number_of(cell.text);
    if (!value) return trimmed(cell.text);
    if (std::abs(*value) >= kExact) return digits_lost();
    if (*value == std::floor(*value)) return fmt::format("{:.0f}", *value);
    return fmt::format("{}", *value);
}

std::optional<field::Date> day_of(vault::Table::Cell const& cell, bool from_1904) {
    auto const text = narrow(trimmed(cell.text));
    if (cell.number) {
        auto const value = number_of(text);
        // "20260301" typed as a number is no day of Excel's.
        if (value && *value <= 2'958'465) return day_of_serial(*value, from_1904);
    }
    return written_day(text);
}

}  // namespace anping::documents
