// SPDX-License-Identifier: Apache-2.0
// A folded text as one byte a character, which is what an index keeps and alignment compares. Some characters share a
// byte; an original says what they are.
#pragma once

#include <cstdint>

namespace anping::text {

using Code = std::uint8_t;

// Of a character that is not to be compared; equal to nothing, itself included, as long as one side has none.
inline constexpr Code kMasked = 0;

// 1 to 255.
inline constexpr Code code_of(char16_t folded) noexcept {
    return static_cast<Code>(1 + (((folded * 0x9e3779b1u) >> 16) * 255u >> 16));
}

}  // namespace anping::text
