// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>

#include <anping/crypto/merkle.hpp>

namespace anping::crypto {

// How many leaves the left half of a tree of `size` > 1 leaves has: the largest power of two below `size`.
constexpr std::uint64_t split_of(std::uint64_t size) noexcept { return std::bit_floor(size - 1); }

// The root over `size` > 0 leaves from `start`, which is where a subtree of that tree begins.
Digest range_root(HashAlgorithm algorithm, std::uint64_t start, std::uint64_t size, NodeReader const& read);

}  // namespace anping::crypto
