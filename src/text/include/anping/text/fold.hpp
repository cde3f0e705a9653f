// SPDX-License-Identifier: Apache-2.0
// Texts as they are compared: letters and digits alone, as NFKC and case folding leave them, hanzi simplified one by
// one, every run of digits one '0'. Full width, traditional hanzi, spaces, line breaks, punctuation and invisible
// characters therefore make no difference.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anping::text {

// Whoever stores folded texts stores this with them.
inline constexpr std::uint32_t kFoldVersion = 1;

struct Folded {
    std::u16string text;
    std::vector<std::uint32_t> origin;  // of each character: the code point of the original it came from, ascending
    std::uint32_t points = 0;           // code points of the original
};

// A byte that is no UTF-8 is left out and counts as one code point. What is outside the basic plane and has no form in
// it keeps a form of its own, in the private area.
void fold(std::string_view utf8, Folded& out);
Folded fold(std::string_view utf8);

inline constexpr char32_t kPrivate = 0xe000;
inline constexpr char32_t kPrivateSize = 0x1900;

// Unified hanzi of the basic plane, and what stands for those outside it.
inline bool is_hanzi(char16_t folded) noexcept {
    return (folded >= 0x3400 && folded < 0xa000) || (folded >= kPrivate && folded < kPrivate + kPrivateSize);
}

}  // namespace anping::text
