// SPDX-License-Identifier: Apache-2.0
// Numbers as they are written: 0.50 says more than 0.5.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anping::forensics {

// `digits` with the last `places` of them behind the point: "0.50" is 50 and 2, "-12" is -12 and 0. One in the last
// place is the resolution it states.
struct Decimal {
    std::int64_t digits = 0;
    int places = 0;
    bool operator==(Decimal const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Decimal, (), (digits, places))

// What a cell of a table says.
struct Quantity {
    Decimal number;
    std::string unit;  // what follows the number, without spaces; may be empty
};

// The whole text is one number of at most 15 digits with at most 9 places: a sign, full width digits and commas between
// thousands are understood. Nothing for "<0.5", "3~5", "12-3" and words.
std::optional<Decimal> decimal_of(std::string_view utf8);
// The same with a unit of at most 12 bytes behind it: "4.2 MΩ", "35%". Nothing where the unit begins with a digit's or
// a range's sign, and for years, days and numbers of things ("2026年", "3个").
std::optional<Quantity> quantity_of(std::string_view utf8);

double value_of(Decimal number) noexcept;
std::string to_string(Decimal number);
// Counted in units of the `places`-th decimal; nothing where it is finer than that or the count passes 10^15.
std::optional<std::int64_t> in_steps(Decimal number, int places) noexcept;

}  // namespace anping::forensics
