// SPDX-License-Identifier: Apache-2.0
// Numbers, quantities and days as reports write them.
#pragma once

#include <optional>
#include <vector>

#include <anping/field/date.hpp>

#include "leftovers/letters.hpp"

namespace anping::forensics {

struct Number {
    Place place;
    double value = 0;
    int decimals = 0;
};

// The number that begins at `at`: "1,200.5". Nothing where none does, or what begins is part of a longer one.
std::optional<Number> number_at(View text, std::uint32_t at);
std::vector<Number> numbers_in(View text);
// A cell that is a number and nothing else, perhaps with a unit after it.
std::optional<Number> number_of_cell(View cell);
// The whole of a count in hanzi: "二十一" is 21, "一百零三" 103; nothing for another word.
std::optional<int> count_of(View hanzi);

// "2024年3月15日", "2024-03-15", "2024.3.15", "二〇二四年三月"; a month stands for its days.
struct Dated {
    Place place;
    field::Date first, last;
};
std::vector<Dated> days_in(View text);
// "2024年3月15日".
std::string said(field::Date day);

}  // namespace anping::forensics
