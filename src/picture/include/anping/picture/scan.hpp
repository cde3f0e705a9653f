// SPDX-License-Identifier: Apache-2.0
// Which of millions of hashes are near to some: all of them are looked at, which up to some hundred million is faster
// than any index at the distances pictures need (Norouzi, Punjani and Fleet, 2014, on what an index costs).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <anping/picture/hash.hpp>

namespace anping::picture {

// Which instructions count; all give the same results.
enum class Vector { portable, avx2, avx512 };
Vector best_vector() noexcept;

struct Near {
    std::uint64_t at = 0;     // of the hashes looked at
    std::uint32_t query = 0;  // of the queries
    int distance = 0;
    auto operator<=>(Near const&) const = default;
};

// Every pair at most `within` bits apart, in the order of `hashes`. One pass for all the queries.
std::vector<Near> scan(std::span<Hash256 const> hashes, std::span<Hash256 const> queries, int within,
                       Vector vector = best_vector());

}  // namespace anping::picture
