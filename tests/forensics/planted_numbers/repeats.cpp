// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/series_index.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

#include "numbers_scene.hpp"
#include "table.hpp"

namespace anping::planted {
namespace {

using namespace forensics;
using Steps = std::vector<std::int64_t>;

// Processor time: the machine may have others to serve.
double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Of fine and coarse instruments, even and skewed, 8 to 40 values; each fifth drifts.
Steps honest(Random& random) {
    std::uniform_int_distribution<std::size_t> length(8, 40);
    std::uniform_real_distribution<double> fine(1, 4.5), mean(50, 5000), chance;
    auto const spread = std::exp(fine(random));
    auto steps = normal_steps(length(random), mean(random) + 4 * spread, spread, random);
    auto const kind = chance(random);
    if (kind < 0.2)
        for (std::size_t i = 1; i < steps.size(); ++i) steps[i] = (4 * steps[i - 1] + steps[i]) / 5;
    else if (kind < 0.4)
        for (auto& one : steps) one = std::llround(40 * std::exp(static_cast<double>(one) / 5000));
    return steps;
}

Steps part(Steps const& steps, Random& random) {
    Steps out = normal_steps(5, static_cast<double>(steps[0]), 30, random);
    out.insert(out.end(), steps.begin() + 3, steps.begin() + 15);
    return out;
}

Steps scaled(Steps steps, double factor) {
    for (auto& one : steps) one = std::llround(static_cast<double>(one) * factor);
    return steps;
}

Steps shifted(Steps steps) {
    for (auto& one : steps) one += 17;
    return steps;
}

Steps shuffled(Steps steps, Random& random) {
    std::ranges::shuffle(steps, random);
    return steps;
}

struct Change {
    std::string name;
    std::function<Steps(Steps const&)> of;
};

// Of 500 stored series of 20 values, spread 20 steps, each changed once.
Row asked(SeriesIndex const& index, std::vector<Steps> const& sources, std::uint32_t first, Change const& change) {
    Row row{"series " + change.name};
    for (std::size_t i = 0; i < sources.size(); ++i) {
        ++row.planted;
        auto const found = index.find(series_of(change.of(sources[i]), 2, "asked"));
        bool told = false;
        for (auto const& one : found) told = told || one.stored == first + i;
        row.found += told ? 1 : 0;
        row.wrong += found.size() - (told ? 1 : 0);
    }
    row.honest = row.planted;
    row.note = "told: other series than the source";
    return row;
}

}  // namespace

std::vector<Row> repeats(std::size_t stored) {
    Random random(7);
    SeriesIndex index;
    double at = seconds();
    for (std::size_t i = 0; i < stored; ++i) index.add(series_of(honest(random), 2, "r" + std::to_string(i / 5)));
    std::printf("index: %zu series added in %.1f s (made in the same time)\n", stored, seconds() - at);
    std::vector<Steps> sources;
    auto const first = static_cast<std::uint32_t>(index.size());
    for (int i = 0; i < 500; ++i) {
        sources.push_back(normal_steps(20, 800, 20, random));
        index.add(series_of(sources.back(), 2, "source " + std::to_string(i)));
    }
    std::vector<Row> rows;
    for (auto const& change :
         std::vector<Change>{{"exact", [](Steps const& one) { return one; }},
                             {"12 of 20 values", [&](Steps const& one) { return part(one, random); }},
                             {"shifted", shifted},
                             {"scaled by 3", [](Steps const& one) { return scaled(one, 3); }},
                             {"scaled by 1.07, rounded", [](Steps const& one) { return scaled(one, 1.07); }},
                             {"scaled by 0.9, rounded", [](Steps const& one) { return scaled(one, 0.9); }},
                             {"in another order", [&](Steps const& one) { return shuffled(one, random); }}})
        rows.push_back(asked(index, sources, first, change));
    Row row{"honest series asked about"};
    at = seconds();
    constexpr std::size_t kAsked = 20'000;
    for (std::size_t i = 0; i < kAsked; ++i) {
        ++row.honest;
        row.wrong += index.find(series_of(honest(random), 2, "asked")).empty() ? 0 : 1;
    }
    std::printf("index: %zu asked about in %.2f s\n", kAsked, seconds() - at);
    rows.push_back(row);
    at = seconds();
    auto const bytes = index.bytes();
    auto const again = SeriesIndex::from_bytes(bytes);
    std::printf("index: %.1f MB kept, read again in %.1f s: %s\n", static_cast<double>(bytes.size()) / 1e6,
                seconds() - at, again && again->size() == index.size() ? "the same" : "NOT the same");
    return rows;
}

}  // namespace anping::planted
