// SPDX-License-Identifier: Apache-2.0
// Numbers of standards as reports cite them.
#pragma once

#include <optional>
#include <vector>

#include "leftovers/letters.hpp"

namespace anping::forensics {

struct StandardNumber {
    Place place;
    std::u32string series;  // "GB50160", "GB/T13861", "DB65/T4000.1": letters and number without blanks
    int year = 0;           // 0 where none is said
};

std::vector<StandardNumber> standard_numbers(View text);
std::optional<StandardNumber> standard_number(std::string_view utf8);
// "《…》" right before or right after.
View title_beside(View text, Place number) noexcept;

}  // namespace anping::forensics
