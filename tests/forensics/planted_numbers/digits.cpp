// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/terminal_digits.hpp>

#include <functional>

#include "numbers_scene.hpp"
#include "table.hpp"

namespace anping::planted {
namespace {

using namespace forensics;
using Steps = std::vector<std::int64_t>;

struct Batch {
    std::size_t series = 20'000;
    std::size_t shortest = 30, longest = 120;
    double finest = 60;  // spread of a fine instrument's values, in steps
    std::function<void(Steps&, Random&)> fake;
};

// One of a hundred made up, ten of a hundred from coarse instruments.
Row screened(std::string name, std::string const& detector, Batch const& batch, DigitSettings const& settings) {
    Random random(20'000);
    std::uniform_int_distribution<std::size_t> length(batch.shortest, batch.longest);
    std::uniform_real_distribution<double> fine(5, batch.finest), coarse(0.6, 2.5), mean(2 * batch.finest, 5000);
    Row row{std::move(name)};
    std::vector<Series> series;
    series.reserve(batch.series);
    for (std::size_t i = 0; i < batch.series; ++i) {
        bool const made_up = i % 100 == 0;
        auto const spread = made_up ? fine(random) : i % 10 == 5 ? coarse(random) : fine(random);
        auto steps = normal_steps(length(random), mean(random), spread, random);
        if (made_up) batch.fake(steps, random);
        ++(made_up ? row.planted : row.honest);
        series.push_back(series_of(steps, 1, made_up ? "made up" : "honest"));
    }
    for (auto const& clue : digit_clues(series, settings, random))
        if (clue.finding.detector == detector) ++(clue.report == "honest" ? row.wrong : row.found);
    auto const told = row.found + row.wrong;
    row.note = "of what is told " + std::to_string(row.wrong) + " of " + std::to_string(told) + " honest";
    return row;
}

void heap(Steps& steps, double share, Random& random) {
    std::uniform_real_distribution<double> chance;
    for (auto& one : steps)
        if (chance(random) < share) one = one / 10 * 10 + (chance(random) < 0.5 ? 0 : 5);
}

void shun_the_one_before(Steps& steps, double share, Random& random) {
    std::uniform_real_distribution<double> chance;
    for (std::size_t i = 1; i < steps.size(); ++i)
        if (steps[i] % 10 == steps[i - 1] % 10 && chance(random) < share)
            steps[i] += 1 + static_cast<std::int64_t>(random() % 8);
}

void shun_pairs(Steps& steps, double share, Random& random) {
    std::uniform_real_distribution<double> chance;
    for (auto& one : steps)
        if (one % 10 == one / 10 % 10 && chance(random) < share) one += one % 10 < 5 ? 2 : -2;
}

}  // namespace

std::vector<Row> digits() {
    DigitSettings const gated;
    DigitSettings open;
    open.least_spread = 0;
    Batch const strong{20'000, 30, 120, 60, [](Steps& steps, Random& random) { heap(steps, 0.6, random); }};
    Batch const mild{20'000, 30, 120, 60, [](Steps& steps, Random& random) { heap(steps, 0.3, random); }};
    Batch const shun{20'000, 200, 400, 60,
                     [](Steps& steps, Random& random) { shun_the_one_before(steps, 0.9, random); }};
    Batch const pairs{20'000, 200, 400, 400, [](Steps& steps, Random& random) { shun_pairs(steps, 0.9, random); }};
    return {screened("last digit, 60 % on 0 and 5, n 30 to 120", "numbers.terminal_digit", strong, gated),
            screened("the same without the gate", "numbers.terminal_digit", strong, open),
            screened("last digit, 30 % on 0 and 5, n 30 to 120", "numbers.terminal_digit", mild, gated),
            screened("last digit never that before, n 200 to 400", "numbers.digit_repeats", shun, gated),
            screened("last two digits never the same, n 200 to 400", "numbers.digit_pairs", pairs, gated)};
}

}  // namespace anping::planted
