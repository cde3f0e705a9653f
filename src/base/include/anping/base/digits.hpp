// SPDX-License-Identifier: Apache-2.0
// Numbers of a fixed width, written into their place: an answer holds dozens of dates and times.
#pragma once

#include <cstdint>

namespace anping {

// Writes the last `count` decimal digits of a number that is not negative, with leading zeros.
inline void write_digits(char* first, int count, std::int64_t value) noexcept {
    for (char* at = first + count; at != first; value /= 10) *--at = static_cast<char>('0' + value % 10);
}

}  // namespace anping
