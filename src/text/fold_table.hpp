// SPDX-License-Identifier: Apache-2.0
// Made by tools/gen_folding.py.
#pragma once

#include <cstddef>
#include <string_view>

namespace anping::text {

// What a character of the basic plane becomes: one character, nothing (0), or the text kLonger[entry - kFirstLonger].
extern char16_t const kFolded[65536];
inline constexpr char16_t kFirstLonger = 0xd800;
inline constexpr char16_t kPastLonger = 0xe000;
extern std::u16string_view const kLonger[];

// What lies outside it and becomes a character of it, by code.
struct Beyond {
    char32_t code;
    char16_t folded;
};
extern Beyond const kBeyond[];
extern std::size_t const kBeyondSize;

}  // namespace anping::text
