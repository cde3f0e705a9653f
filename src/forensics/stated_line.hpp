// SPDX-License-Identifier: Apache-2.0
// What one line stamped on a photo says, as it was read off it: with full width, blanks, O for 0 and l for 1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <anping/field/date.hpp>

namespace anping::forensics {

struct Angle {
    double degrees = 0;
    double unit = 0;  // what its last figure stands for
    bool operator==(Angle const&) const = default;
};

struct Said {
    std::vector<field::Date> days;
    std::vector<std::string> times;  // "09:42", "09:42:07"
    std::vector<int> weekdays;       // 1 Monday .. 7 Sunday
    std::vector<Angle> latitudes, longitudes;
    // Words that say that the day is not the photo's: 有效期至, 出厂日期.
    bool of_something_else = false;
};

Said said_in(std::string_view line);

}  // namespace anping::forensics
