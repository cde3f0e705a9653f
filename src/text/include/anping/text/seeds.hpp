// SPDX-License-Identifier: Apache-2.0
// Where a search begins: six characters that two texts share. One in four is looked at, chosen by its own hash, so that
// an edit changes no choice but of the seeds it touches.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace anping::text {

inline constexpr std::size_t kSeedLength = 6;

struct Seed {
    std::uint64_t key;  // 38 bits
    std::uint32_t at;   // its first character
};

// Six characters from `at`.
inline std::uint64_t seed_hash(char16_t const* at) noexcept {
    std::uint64_t first = 0;
    std::uint32_t rest = 0;
    std::memcpy(&first, at, sizeof first);
    std::memcpy(&rest, at + 4, sizeof rest);
    auto const mixed = (first ^ (static_cast<std::uint64_t>(rest) << 17) ^ rest) * 0x9e3779b97f4a7c15u;
    return (mixed ^ (mixed >> 29)) * 0xbf58476d1ce4e5b9u;
}
inline bool is_sampled(std::uint64_t hash) noexcept { return (hash & 0x300000) == 0; }
inline std::uint64_t seed_key(std::uint64_t hash) noexcept { return hash >> 26; }

// Appends those of `folded` that hold no character `masked` says is not compared (empty: all are).
void seeds_of(std::u16string_view folded, std::vector<std::uint8_t> const& masked, std::vector<Seed>& out);

}  // namespace anping::text
