// SPDX-License-Identifier: Apache-2.0
// Numbers of items as a report enumerates them: "3", "第1~6、8条", "(一)至(四)".
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "leftovers/letters.hpp"

namespace anping::forensics {

struct ItemNumbers {
    Place place;                    // of the enumeration, from "第" to "条"
    std::set<std::size_t> numbers;  // with those within ranges
    bool many = false;              // a range or several, not one number
    bool counted = false;           // "条", "项" stands after it
};

// The enumeration that begins at `at`. Nothing where none does, or what begins is part of another number: "5.2", "2号".
std::optional<ItemNumbers> item_numbers_at(View text, std::uint32_t at);
// Of a cell that says nothing else, but for the list's name before it.
std::optional<ItemNumbers> item_numbers_alone(View cell);
// Each "第1~6、8条" and "1~6条" of a sentence; not "第四条第(一)项", a place within a place.
std::vector<ItemNumbers> item_numbers_in(View sentence);

}  // namespace anping::forensics
