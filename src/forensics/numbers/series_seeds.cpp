// SPDX-License-Identifier: Apache-2.0
#include "series_seeds.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "tails.hpp"
#include "words.hpp"

namespace anping::forensics {
namespace {

using Steps = std::span<std::int32_t const>;

constexpr std::size_t kOrder = 10;
constexpr std::size_t kLeastDistinct = 6;  // of ten, for their order to say something
constexpr std::size_t kLeastMultiset = 8;
constexpr std::size_t kLongest = 0xffff;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29);
}

std::uint32_t folded(std::uint64_t hash) { return static_cast<std::uint32_t>(hash ^ (hash >> 32)); }

// Values a window begins with say how many it takes.
std::size_t window_length(Steps steps, std::size_t at) {
    constexpr std::size_t kLook = 5;
    if (at + kLook > steps.size()) return 0;
    auto const divisor = divisor_of(steps, at, kLook);
    if (divisor == 0) return 14;
    std::int64_t changed = 0;
    for (auto i = at + 1; i < at + kLook; ++i) changed += std::abs(std::int64_t{steps[i]} - steps[i - 1]);
    auto const mean = static_cast<double>(changed) / static_cast<double>(divisor) / (kLook - 1);
    if (mean >= 40) return kLook;
    if (mean >= 6) return 6;
    return mean >= 2.5 ? 9 : 14;
}

bool is_plain(Steps window) {
    bool rises = true, falls = true, even = true;
    for (std::size_t i = 1; i < window.size(); ++i) {
        rises = rises && window[i] >= window[i - 1];
        falls = falls && window[i] <= window[i - 1];
        even = even && (i < 2 || std::int64_t{window[i]} - window[i - 1] == std::int64_t{window[1]} - window[0]);
    }
    return rises || falls || even;
}

void linear_seeds(Steps steps, std::vector<Seed>& out) {
    for (std::size_t at = 0; at < steps.size(); ++at) {
        auto const length = window_length(steps, at);
        if (length == 0 || at + length > steps.size() || is_plain(steps.subspan(at, length))) continue;
        auto const divisor = divisor_of(steps, at, length);
        auto hash = mixed(1, length);
        for (auto i = at + 1; i < at + length; ++i)
            hash = mixed(hash, static_cast<std::uint64_t>((std::int64_t{steps[i]} - steps[i - 1]) / divisor));
        out.push_back(
            {folded(hash), static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(length), SeedKind::linear});
    }
}

// Every third window, chosen by its hash as its neighbours would: both sides choose the same.
void order_seeds(Steps steps, std::vector<Seed>& out) {
    std::vector<Seed> all;
    for (std::size_t at = 0; at + kOrder <= steps.size(); ++at) {
        auto const window = steps.subspan(at, kOrder);
        std::vector<std::int32_t> sorted(window.begin(), window.end());
        std::ranges::sort(sorted);
        auto const repeated = std::ranges::unique(sorted);
        sorted.erase(repeated.begin(), repeated.end());
        if (sorted.size() < kLeastDistinct || is_plain(window)) continue;
        std::uint64_t hash = 2;
        for (auto const one : window)
            hash = mixed(hash, static_cast<std::uint64_t>(std::ranges::lower_bound(sorted, one) - sorted.begin()));
        all.push_back({folded(hash), static_cast<std::uint16_t>(at), kOrder, SeedKind::order});
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const least = [&](std::size_t from) {
            auto const to = std::min(from + 3, all.size());
            for (auto k = from; k < to; ++k)
                if (all[k].hash < all[i].hash) return false;
            return true;
        };
        if (least(i) || (i >= 1 && least(i - 1)) || (i >= 2 && least(i - 2))) out.push_back(all[i]);
    }
}

double middle(std::vector<double> values) {
    if (values.empty()) return 0;
    auto const at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, at);
    return *at;
}

double spread_of(Steps steps, double step) {
    std::vector<double> values, changes, away;
    values.reserve(steps.size());
    changes.reserve(steps.size());
    away.reserve(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        values.push_back(steps[i] / step);
        if (i > 0) changes.push_back(values[i] - values[i - 1]);
    }
    double const centre = middle(values);
    for (double const one : values) away.push_back(std::abs(one - centre));
    return std::min(
        {deviation_of(values), deviation_of(changes) / std::numbers::sqrt2, 1.5 * 1.4826 * middle(std::move(away))});
}

double step_of(Steps steps) {
    std::int64_t out = 0;
    for (auto const one : steps) out = std::gcd(out, std::int64_t{one});
    return static_cast<double>(std::max<std::int64_t>(out, 1));
}

// Pairs of values that are the same, among all pairs.
double same_pairs(Steps steps) {
    std::vector<std::int32_t> sorted(steps.begin(), steps.end());
    std::ranges::sort(sorted);
    double same = 0;
    for (std::size_t i = 0, run = 0; i < sorted.size(); ++i) {
        run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 0;
        same += static_cast<double>(run);
    }
    auto const count = static_cast<double>(sorted.size());
    return count < 2 ? 1 : same / (count * (count - 1) / 2);
}

}  // namespace

std::int64_t divisor_of(Steps steps, std::size_t at, std::size_t length) {
    std::int64_t out = 0;
    for (auto i = at + 1; i < at + length && out != 1; ++i) out = std::gcd(out, std::int64_t{steps[i]} - steps[i - 1]);
    return out;
}

std::vector<Seed> seeds_of(Steps steps) {
    std::vector<Seed> out;
    steps = steps.first(std::min(steps.size(), kLongest));
    linear_seeds(steps, out);
    order_seeds(steps, out);
    if (steps.size() < kLeastMultiset) return out;
    std::vector<std::int32_t> sorted(steps.begin(), steps.end());
    std::ranges::sort(sorted);
    std::uint64_t hash = 3;
    for (auto const one : sorted) hash = mixed(hash, static_cast<std::uint64_t>(one));
    out.push_back({folded(hash), 0, static_cast<std::uint16_t>(sorted.size()), SeedKind::multiset});
    return out;
}

double value_chance(Steps whole, Steps stretch) {
    auto const step = step_of(whole);
    // Few values say little of how far they scatter: the whole series has a say, but a flat stretch counts as flat.
    auto const spread = std::max(0.3, std::min(spread_of(whole, step), 1.5 * spread_of(stretch, step)));
    auto const normal = 1 / (2 * std::sqrt(std::numbers::pi) * spread);
    return std::min(1.0, std::max(normal, same_pairs(whole)));
}

double multiset_chance(Steps steps) {
    auto const step = step_of(steps);
    auto const spread = std::max(0.3, spread_of(steps, step));
    auto const count = static_cast<double>(steps.size());
    double out = 0;
    auto const last = static_cast<int>(std::min(4 * spread, 1e6));
    for (int i = 0; i <= last; ++i) {
        double const at = i;
        auto const share = std::exp(-at * at / (2 * spread * spread)) / (spread * std::sqrt(2 * std::numbers::pi));
        out += (i == 0 ? 1 : 2) * std::log(poisson_equal(count * share));
    }
    return std::exp(out - std::log(poisson_equal(count)));
}

}  // namespace anping::forensics
