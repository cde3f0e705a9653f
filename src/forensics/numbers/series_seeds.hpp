// SPDX-License-Identifier: Apache-2.0
// What two series with values in common are found by, and how likely they have them in common by chance.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace anping::forensics {

enum class SeedKind : std::uint8_t {
    linear,   // changes over their common divisor: kept by shifts and exact scaling
    order,    // ranks of ten values: kept by scaling with rounding
    multiset  // all values, sorted
};

struct Seed {
    std::uint32_t hash = 0;
    std::uint16_t at = 0;
    std::uint16_t length = 0;
    SeedKind kind = SeedKind::linear;
};

// A window whose values scatter little is taken longer, so that its seed says something. Even steps, and windows that
// only rise or only fall, have none.
std::vector<Seed> seeds_of(std::span<std::int32_t const> steps);

// The common divisor of the changes from `at`; 0 where nothing changes.
std::int64_t divisor_of(std::span<std::int32_t const> steps, std::size_t at, std::size_t length);

// That an independent value of the same kind has the same steps.
double value_chance(std::span<std::int32_t const> whole, std::span<std::int32_t const> stretch);
// That an independent series of the same kind has the same values in any order.
double multiset_chance(std::span<std::int32_t const> steps);

}  // namespace anping::forensics
