// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>

namespace anping::forensics {

inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

}  // namespace anping::forensics
