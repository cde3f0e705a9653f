// SPDX-License-Identifier: Apache-2.0
// The standard library's distributions differ between implementations; these give the same corpus everywhere.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <utility>
#include <vector>

namespace corpus {

inline std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

// The seed of a part, from the seed of the whole and the part's number.
inline std::uint64_t derived(std::uint64_t seed, std::uint64_t part) { return mixed(mixed(seed) ^ (part * 2 + 1)); }

class Rng {
public:
    explicit Rng(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        return mixed(state_);
    }
    std::size_t below(std::size_t bound) {
        return static_cast<std::size_t>(((next() >> 32) * static_cast<std::uint64_t>(bound)) >> 32);
    }
    // Both ends included.
    std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return unit() < probability; }
    double normal() {
        double const radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
        return radius * std::cos(2.0 * std::numbers::pi * unit());
    }
    // Log-normal whose mean, not median, is `mean`.
    double lognormal(double mean, double sigma) { return mean * std::exp(sigma * normal() - sigma * sigma / 2); }

    template <class Container>
    auto const& pick(Container const& from) {
        return from[below(from.size())];
    }
    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[below(left)]);
    }

private:
    std::uint64_t state_;
};

}  // namespace corpus
