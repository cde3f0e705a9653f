// SPDX-License-Identifier: Apache-2.0
// The end of a body has a fixed shape, so chain, number and duplicated columns are checked without parsing JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace anping::ledger {

struct BodyTail {
    std::string_view prev;  // 64 hex digits
    std::int64_t seq = 0;
    std::string_view subject;
    std::string_view type;
};
// Nothing when `body` does not end as a body does. Views into `body`.
std::optional<BodyTail> read_tail(std::string_view body) noexcept;
// The 32 characters of the time, or nothing.
std::optional<std::string_view> read_time(std::string_view body) noexcept;

}  // namespace anping::ledger
