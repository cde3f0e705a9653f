// SPDX-License-Identifier: Apache-2.0
// The segment's file: a head of 4 KiB, the parts it names in this order, each at a multiple of 4 KiB (little-endian).
//   docs      u64 id of each document
//   starts    u32 first character of each document in the text, and the end
//   origins   u32 of each document its first origin, and the end; then u32 the code point of every 128th character
//   text      one byte a character, 64 zeros on either side
//   postings  of each bucket: of each posting the key's low bits (u16 with 22 bits of bucket and more, else u32), then
//   of each
//             its u32 place
//   directory u32 of each bucket its first posting, and the end
//   sums      u32 CRC-32 of each 64 KiB of the file, without the head
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include <anping/forensics/segment.hpp>
#include <anping/text/fold.hpp>

namespace anping::forensics {

static_assert(std::endian::native == std::endian::little);

inline constexpr std::uint64_t kPage = 4096;
inline constexpr std::uint64_t kBlock = 65536;
inline constexpr std::array<char, 8> kMagic{'A', 'N', 'P', 'I', 'N', 'G', 'S', '2'};

struct Part {
    std::uint64_t at = 0;
    std::uint64_t bytes = 0;
};

struct Head {
    std::array<char, 8> magic = kMagic;
    std::uint32_t fold = text::kFoldVersion;
    std::uint32_t bits = 0;  // of a bucket's number
    std::uint64_t docs = 0;
    std::uint64_t origins = 0;
    std::uint64_t postings = 0;
    std::uint64_t characters = 0;
    Part id, start, origin, text, posting, directory, sum;
    std::uint64_t size = 0;  // of the file
    std::uint32_t own = 0;   // CRC-32 of all above
};
static_assert(sizeof(Head) < kPage);

inline std::uint64_t padded(std::uint64_t bytes) { return (bytes + kPage - 1) / kPage * kPage; }

// Buckets of 4 to 8 postings; of up to 32 where they are narrow, so that the directory stays in a processor's cache.
inline unsigned bits_for(std::uint64_t postings) {
    auto const few = static_cast<unsigned>(std::bit_width(postings / 4));
    auto const many = static_cast<unsigned>(std::bit_width(postings / 32));
    return std::clamp(std::min(few, std::max(many, kNarrowBits)), kKeyBits - 32, kMostBits);
}

std::uint32_t own_sum(Head head);

}  // namespace anping::forensics
