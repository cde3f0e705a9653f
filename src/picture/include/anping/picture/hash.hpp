// SPDX-License-Identifier: Apache-2.0
// What a picture looks like in 256 bits: pictures that look alike differ in few of them, others in about 128.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <anping/picture/grey.hpp>

namespace anping::picture {

struct Hash256 {
    std::array<std::uint64_t, 4> words{};  // bit i is bit i % 64 of word i / 64
    bool operator==(Hash256 const&) const = default;
};

int distance(Hash256 const& a, Hash256 const& b) noexcept;  // 0 to 256
std::string to_hex(Hash256 const& hash);                    // 64 digits, from bit 255 to bit 0
std::optional<Hash256> hash_from_hex(std::string_view text) noexcept;

// The ways a picture can be laid on its sides: bit 0 mirrored left to right, bit 1 upside down, bit 2 columns made rows
// before that. 0 is the picture as it is.
inline constexpr std::size_t kTurns = 8;

// PDQ ("The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", Meta 2019, §3): two passes of a box
// filter, 64 by 64 means, their cosine transform's 16 by 16 lowest frequencies but the constant ones, each against
// their median.
struct Pdq {
    std::array<Hash256, kTurns> turned;  // of the picture in each of the ways, all from one transform
    int quality = 0;                     // 0 to 100, how much there is to see; below 50 a hash says little
};
Pdq pdq_of(Grey const& picture);

// Of 17 by 16 means, which are brighter than their right neighbour.
Hash256 gradient_hash(Grey const& picture);

}  // namespace anping::picture
