// SPDX-License-Identifier: Apache-2.0
// What tools/gen_hanzi.py writes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace anping::worker {

inline constexpr char32_t kFirstHanzi = 0x3400;
inline constexpr char32_t kLastHanzi = 0x9FFF;
// One bit each, from the lowest of the first on.
extern std::uint64_t const kExpectedBits[(kLastHanzi - kFirstHanzi) / 64 + 1];
// Those of other planes, ascending.
extern char32_t const kExpectedBeyond[];
extern std::size_t const kExpectedBeyondSize;

// A character that looks like a hanzi, and that hanzi; ascending.
struct Alike {
    char32_t character;
    char32_t hanzi;
};
extern Alike const kAlike[];
extern std::size_t const kAlikeSize;

}  // namespace anping::worker
