// SPDX-License-Identifier: Apache-2.0
// Invented series, honest and made up.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include <anping/forensics/clue.hpp>
#include <anping/forensics/series.hpp>

namespace anping::forensics {

inline Series series_of(std::vector<std::int64_t> const& steps, int places, std::string report = "r") {
    Series out;
    out.origin = {std::move(report), "institution", "enterprise"};
    out.quantity = "接地电阻 实测值";
    out.unit = "Ω";
    std::uint32_t at = 0;
    for (auto const one : steps) {
        out.values.push_back({one, places});
        out.where.push_back({at, at + 3});
        at += 4;
    }
    return out;
}

inline std::vector<std::int64_t> normal_steps(std::size_t count, double mean, double deviation, Random& random) {
    std::normal_distribution<double> draw(mean, deviation);
    std::vector<std::int64_t> out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i) out.push_back(std::llround(draw(random)));
    return out;
}

// Last digits drawn to 0 and 5, this share of the time.
inline std::vector<std::int64_t> heaped_steps(std::size_t count, double mean, double deviation, double share,
                                              Random& random) {
    auto out = normal_steps(count, mean, deviation, random);
    std::uniform_real_distribution<double> chance;
    for (auto& one : out)
        if (chance(random) < share) one = one / 10 * 10 + (chance(random) < 0.5 ? 0 : 5);
    return out;
}

}  // namespace anping::forensics
