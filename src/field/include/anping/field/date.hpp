// SPDX-License-Identifier: Apache-2.0
// Days as the law counts them: Beijing dates without time.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <anping/base/codec.hpp>
#include <anping/base/time.hpp>

namespace anping::field {

// A Gregorian day, 0001-01-01 to 9999-12-31, as days since 1970-01-01.
struct Date {
    std::int32_t days = 0;
    auto operator<=>(Date const&) const = default;

    static std::optional<Date> of(int year, int month, int day) noexcept;
    int year() const noexcept;
    int month() const noexcept;
    int day() const noexcept;
    int weekday() const noexcept;  // 1 Monday .. 7 Sunday
};

// Sums stop at the first and the last day.
Date operator+(Date date, int days) noexcept;
Date operator-(Date date, int days) noexcept;
int operator-(Date later, Date earlier) noexcept;
// The corresponding day `months` later; the month's last day where there is none (Civil Code art. 202).
Date add_months(Date date, int months) noexcept;

std::string to_string(Date date);  // "2026-11-20"
std::optional<Date> parse_date(std::string_view text) noexcept;

Date beijing_date(Timestamp at) noexcept;
Timestamp beijing_midnight(Date date) noexcept;  // the instant the day begins

}  // namespace anping::field

namespace anping {
template <>
struct Codec<field::Date> {
    static boost::json::value write(field::Date date) { return boost::json::value(field::to_string(date)); }
    static field::Date read(boost::json::value const& value, FieldReader& in);
    static boost::json::object schema() { return {{"type", "string"}, {"format", "date"}}; }
};
}  // namespace anping
