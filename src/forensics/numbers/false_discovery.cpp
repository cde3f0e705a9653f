// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include <anping/forensics/clue.hpp>

namespace anping::forensics {

std::vector<double> q_values(std::span<double const> p, Dependence dependence, std::size_t least_tests) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return p[i]; });
    auto const tests = static_cast<double>(std::max(p.size(), least_tests));
    double weight = 1;
    if (dependence == Dependence::arbitrary)
        for (std::size_t i = 2; i <= std::max(p.size(), least_tests); ++i) weight += 1 / static_cast<double>(i);
    std::vector<double> out(p.size());
    double least = 1;
    for (auto rank = order.size(); rank > 0; --rank) {
        auto const at = order[rank - 1];
        least = std::min(least, p[at] * weight * tests / static_cast<double>(rank));
        out[at] = least;
    }
    return out;
}

}  // namespace anping::forensics
