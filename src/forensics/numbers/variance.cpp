// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <anping/forensics/measurement.hpp>

#include "tails.hpp"
#include "words.hpp"

namespace anping::forensics {
namespace {

constexpr double kLeastSteps = 0.8;  // repeatability in last places: below, equal readings are what rounding makes
constexpr int kEnoughDraws = 20;

double squares_around_mean(std::vector<double> const& row) {
    double const mean = mean_of(row);
    double out = 0;
    for (double const one : row) out += (one - mean) * (one - mean);
    return out;
}

// Readings in units of the last place.
struct Pool {
    std::vector<std::size_t> lengths;
    double squares = 0;
    int degrees = 0;
    int places = 0;
};

Pool pool_of(Readings const& readings) {
    Pool out;
    for (auto const& row : readings.rows)
        for (auto const& value : row) out.places = std::max(out.places, value.places);
    for (auto const& row : readings.rows) {
        if (row.size() < 2) continue;
        std::vector<double> values;
        values.reserve(row.size());
        for (auto const& value : row) values.push_back(value_of(value) * std::pow(10.0, out.places));
        out.squares += squares_around_mean(values);
        out.degrees += static_cast<int>(row.size()) - 1;
        out.lengths.push_back(row.size());
    }
    return out;
}

double drawn_squares(Pool const& pool, double deviation, Random& random) {
    std::normal_distribution<double> reading(0, deviation);
    std::uniform_real_distribution<double> phase(0, 1);
    std::vector<double> row;
    double out = 0;
    for (auto const length : pool.lengths) {
        double const mean = phase(random);
        row.clear();
        for (std::size_t i = 0; i < length; ++i) row.push_back(std::round(mean + reading(random)));
        out += squares_around_mean(row);
    }
    return out;
}

Clue clue_of(Repeated const& one, VarianceTest const& test, double q) {
    Clue out;
    auto const& readings = *one.readings;
    out.report = readings.origin.report;
    out.finding.detector = "numbers.variance";
    out.finding.strength = test.degrees >= 10 ? Strength::suspected : Strength::lead;
    out.finding.where = readings.where;
    out.finding.words = named(readings.quantity) + "重复读数的标准差为 " + shown(test.found) + "，小于仪器重复性 " +
                        shown(test.stated) + " 所能达到的程度，与实际测量不符，需说明。";
    out.finding.facts = {{"n", std::to_string(readings.rows.size())},
                         {"degrees", std::to_string(test.degrees)},
                         {"p", shown(test.p)},
                         {"q", shown(q)},
                         {"sd", shown(test.found)},
                         {"repeatability", shown(test.stated)},
                         {"effect", shown(test.found / test.stated)},
                         {"instrument", one.instrument->serial},
                         {"gate", "重复性不小于末位的 " + shown(kLeastSteps) + " 倍"},
                         {"formula", "Σ(读数 − 组均值)² 与正态读数修约后的同一和比较，下尾"}};
    out.plot = {"points", {}, {{"各组读数的标准差", {}}, {"仪器重复性", {}}}};
    for (std::size_t i = 0; i < readings.rows.size(); ++i) {
        std::vector<double> values;
        values.reserve(readings.rows[i].size());
        for (auto const& value : readings.rows[i]) values.push_back(value_of(value));
        out.plot.labels.push_back(std::to_string(i + 1));
        out.plot.lines[0].values.push_back(deviation_of(values));
        out.plot.lines[1].values.push_back(test.stated);
    }
    return out;
}

}  // namespace

std::optional<VarianceTest> variance_test(Readings const& readings, Instrument const& instrument, int draws,
                                          Random& random) {
    constexpr int kLeastDegrees = 4;
    if (!instrument.repeatability || instrument.repeatability->digits <= 0) return std::nullopt;
    auto const unit = readings.unit.empty() ? instrument.unit : readings.unit;
    auto const factor = unit_factor(instrument.unit, unit);
    auto const pool = pool_of(readings);
    if (!factor || pool.degrees < kLeastDegrees) return std::nullopt;
    VarianceTest out;
    out.degrees = pool.degrees;
    out.stated = value_of(*instrument.repeatability) * *factor;
    auto const place = std::pow(10.0, -pool.places);
    auto const in_places = out.stated / place;
    if (in_places < kLeastSteps) return std::nullopt;
    out.found = std::sqrt(pool.squares / pool.degrees) * place;
    out.p = chi_square_below(pool.squares / (in_places * in_places), pool.degrees);
    if (out.p > 0.1) return out;
    int drawn = 0, as_small = 0;
    while (drawn < draws && as_small < kEnoughDraws) {
        ++drawn;
        if (drawn_squares(pool, in_places, random) <= pool.squares + 1e-9) ++as_small;
    }
    auto const by_chance = static_cast<double>(as_small + 1) / static_cast<double>(drawn + 1);
    // Where rounding matters the tail of chi-square says too little; beyond the draws only a fine scale lets it speak.
    constexpr double kFine = 4;
    out.p = as_small >= kEnoughDraws / 2 || in_places < kFine ? by_chance : std::min(out.p, by_chance);
    return out;
}

std::vector<Clue> variance_clues(std::span<Repeated const> repeated, double q, int draws, Random& random) {
    std::vector<VarianceTest> tests;
    std::vector<Repeated const*> tested;
    std::vector<double> p;
    for (auto const& one : repeated) {
        auto const test = variance_test(*one.readings, *one.instrument, draws, random);
        if (!test) continue;
        tests.push_back(*test);
        tested.push_back(&one);
        p.push_back(test->p);
    }
    auto const weighed = q_values(p, Dependence::none, kLeastTests);
    std::vector<Clue> out;
    for (std::size_t i = 0; i < tests.size(); ++i)
        if (weighed[i] <= q) out.push_back(clue_of(*tested[i], tests[i], weighed[i]));
    return out;
}

}  // namespace anping::forensics
