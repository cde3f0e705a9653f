// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <anping/forensics/terminal_digits.hpp>

#include "tails.hpp"
#include "words.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kEnoughAlone = 200;  // values: below, last digits are no ground by themselves
constexpr int kEnoughDraws = 20;           // as great: the p is known well enough
constexpr double kWorthDrawing = 0.05;

struct Tested {
    Series const* series = nullptr;
    DigitGate gate;
    std::size_t trials = 0;
    std::array<std::size_t, 10> counts{};  // of last digits; of a family that counts successes the first alone
    DigitTest test;
};

std::size_t digit_of(std::int64_t step) { return static_cast<std::size_t>(std::abs(step) % 10); }

std::uint64_t squares(std::span<std::size_t const, 10> counts) {
    std::uint64_t out = 0;
    for (auto const one : counts) out += one * one;
    return out;
}

std::uint64_t drawn_squares(std::size_t values, Random& random) {
    constexpr int kDigitsADraw = 15;
    std::array<std::size_t, 10> counts{};
    std::uint64_t drawn = 0;
    int left = 0;
    for (std::size_t i = 0; i < values; ++i, --left, drawn /= 10) {
        if (left == 0) {
            drawn = random();
            left = kDigitsADraw;
        }
        ++counts[drawn % 10];
    }
    return squares(counts);
}

Clue explained(Tested const& tested, std::string detector, double q) {
    Clue out;
    out.report = tested.series->origin.report;
    out.finding.detector = std::move(detector);
    auto const values = tested.series->values.size();
    out.finding.strength = values >= kEnoughAlone ? Strength::suspected : Strength::lead;
    out.finding.where = tested.series->where;
    auto const resolution = Decimal{tested.gate.step, places_of(*tested.series)};
    out.finding.facts = {{"n", shown(values)},
                         {"p", shown(tested.test.p)},
                         {"q", shown(q)},
                         {"resolution", to_string(resolution)},
                         {"sd_in_steps", shown(tested.gate.spread)},
                         {"gate", shown(tested.gate.needed)}};
    if (tested.test.draws > 0) {
        out.finding.facts.push_back({"draws", std::to_string(tested.test.draws)});
        out.finding.facts.push_back({"draws_as_great", std::to_string(tested.test.as_great)});
    }
    return out;
}

// The digits that stand out: most above what is expected, all that exceed it by three quarters.
std::string heaped(std::array<std::size_t, 10> const& counts, std::size_t values) {
    std::string out;
    for (std::size_t digit = 0; digit < 10; ++digit)
        if (static_cast<double>(counts[digit]) * 10 >= 1.75 * static_cast<double>(values))
            out += (out.empty() ? "" : "、") + std::to_string(digit);
    return out;
}

Clue terminal_clue(Tested const& tested, double q) {
    auto out = explained(tested, "numbers.terminal_digit", q);
    auto const values = tested.trials;
    auto const many = heaped(tested.counts, values);
    out.finding.words = named(*tested.series) + shown(values) + " 个数值的末位数字" +
                        (many.empty() ? "分布不均" : "偏多为 " + many) +
                        "，与仪器实际读数的规律不符，需说明（指针式仪表估读也会如此）。";
    out.finding.facts.push_back({"chi_square", shown(tested.test.statistic)});
    out.finding.facts.push_back({"formula", "χ² = Σ(次数 − n/10)² ÷ (n/10)，自由度 9"});
    // Cramér's V against evenness.
    auto const effect = std::sqrt(tested.test.statistic / (9 * static_cast<double>(values)));
    out.finding.facts.push_back({"effect", shown(effect)});
    out.plot = {"bars", {}, {{"实际次数", {}}, {"均匀时的次数", {}}}};
    for (std::size_t digit = 0; digit < 10; ++digit) {
        out.plot.labels.push_back(std::to_string(digit));
        out.plot.lines[0].values.push_back(static_cast<double>(tested.counts[digit]));
        out.plot.lines[1].values.push_back(static_cast<double>(values) / 10);
    }
    return out;
}

Clue seldom_clue(Tested const& tested, double q, bool repeats) {
    auto out = explained(tested, repeats ? "numbers.digit_repeats" : "numbers.digit_pairs", q);
    auto const expected = static_cast<double>(tested.trials) / 10;
    out.finding.words = named(*tested.series) + (repeats ? "相邻数值的末位数字相同的只有 " : "末两位数字相同的只有 ") +
                        shown(tested.counts[0]) + " 处，实际测量约应有 " + shown(expected) +
                        " 处，与实际测量的规律不符，需说明。";
    out.finding.facts.push_back({"trials", shown(tested.trials)});
    out.finding.facts.push_back({"formula", "二项分布下尾，每处相同的概率 1/10"});
    out.finding.facts.push_back({"effect", shown(static_cast<double>(tested.counts[0]) / expected)});
    out.plot = {"bars", {repeats ? "相邻相同" : "末两位相同", "不同"}, {{"实际次数", {}}, {"应有次数", {}}}};
    auto const others = static_cast<double>(tested.trials - tested.counts[0]);
    out.plot.lines[0].values = {static_cast<double>(tested.counts[0]), others};
    out.plot.lines[1].values = {expected, static_cast<double>(tested.trials) - expected};
    return out;
}

// Values that scatter over less than a cycle of ten favour neighbouring digits together; people favour single ones.
bool favours_neighbours(std::array<std::size_t, 10> const& counts, std::size_t values) {
    double together = 0, alone = 0;
    for (std::size_t digit = 0; digit < 10; ++digit) {
        auto const excess = [&](std::size_t one) {
            return static_cast<double>(counts[one % 10]) - static_cast<double>(values) / 10;
        };
        together += excess(digit) * excess(digit + 1);
        alone += excess(digit) * excess(digit);
    }
    return together > 0.2 * alone;
}

void test_terminal(Tested tested, std::span<std::int64_t const> steps, DigitSettings const& settings, Random& random,
                   std::vector<Tested>& out) {
    for (auto const one : steps) ++tested.counts[digit_of(one / tested.gate.step)];
    tested.trials = steps.size();
    tested.test = terminal_test(tested.counts, settings.draws, random);
    // Looked for where it matters alone; what is explained otherwise counts as a test that shows nothing.
    if (settings.least_spread > 0 && tested.test.p < kWorthDrawing &&
        (favours_neighbours(tested.counts, tested.trials) || in_narrow_groups(steps, tested.gate) ||
         converted_step(steps) > 0))
        tested.test.p = 1;
    out.push_back(tested);
}

void test_seldom(Tested tested, std::size_t successes, std::size_t trials, std::vector<Tested>& out) {
    tested.counts[0] = successes;
    tested.trials = trials;
    tested.test.p = binomial_at_most(static_cast<std::int64_t>(successes), static_cast<std::int64_t>(trials), 0.1);
    out.push_back(tested);
}

// A value near the one before has another last digit for good reasons: the changes, too, must scatter.
void test_repeats(Tested const& tested, std::span<std::int64_t const> steps, DigitSettings const& settings,
                  std::vector<Tested>& out) {
    if (steps.size() < settings.least_for_repeats) return;
    std::vector<std::int64_t> changes;
    changes.reserve(steps.size());
    std::size_t same = 0;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        changes.push_back((steps[i] - steps[i - 1]) / tested.gate.step);
        if (digit_of(steps[i] / tested.gate.step) == digit_of(steps[i - 1] / tested.gate.step)) ++same;
    }
    auto const gate = digit_gate(changes, settings);
    if (!gate.open || gate.spread < 2 * gate.needed) return;
    test_seldom(tested, same, changes.size(), out);
    if (out.back().test.p < kWorthDrawing && in_narrow_groups(changes, gate)) out.back().test.p = 1;
}

void test_pairs(Tested const& tested, std::span<std::int64_t const> steps, std::vector<Tested>& out) {
    if (tested.gate.step != 1 || tested.gate.spread < 10 * tested.gate.needed) return;
    auto const same = std::ranges::count_if(steps, [](auto one) { return digit_of(one) == digit_of(one / 10); });
    test_seldom(tested, static_cast<std::size_t>(same), steps.size(), out);
}

template <class Explain>
void tell(std::vector<Tested> const& family, DigitSettings const& settings, Explain explain, std::vector<Clue>& out) {
    std::vector<double> p;
    p.reserve(family.size());
    for (auto const& one : family) p.push_back(one.test.p);
    auto const q = q_values(p, settings.dependence, kLeastTests);
    for (std::size_t i = 0; i < family.size(); ++i)
        if (q[i] <= settings.q) out.push_back(explain(family[i], q[i]));
}

}  // namespace

DigitTest terminal_test(std::span<std::size_t const, 10> counts, int draws, Random& random) {
    DigitTest out;
    std::size_t values = 0;
    for (auto const one : counts) values += one;
    if (values == 0) return out;
    auto const observed = squares(counts);
    out.statistic = 10 * static_cast<double>(observed) / static_cast<double>(values) - static_cast<double>(values);
    out.p = chi_square_above(out.statistic, 9);
    if (out.p >= kWorthDrawing) return out;
    while (out.draws < draws && out.as_great < kEnoughDraws) {
        ++out.draws;
        if (drawn_squares(values, random) >= observed) ++out.as_great;
    }
    auto const by_chance = static_cast<double>(out.as_great + 1) / static_cast<double>(out.draws + 1);
    out.p = out.as_great >= kEnoughDraws / 2 ? by_chance : std::min(out.p, by_chance);
    return out;
}

std::vector<Clue> digit_clues(std::span<Series const> series, DigitSettings const& settings, Random& random) {
    std::vector<Tested> terminal, repeats, pairs;
    for (auto const& one : series) {
        auto const steps = steps_of(one);
        Tested tested;
        tested.series = &one;
        tested.gate = digit_gate(steps, settings);
        if (!tested.gate.open) continue;
        test_terminal(tested, steps, settings, random, terminal);
        test_repeats(tested, steps, settings, repeats);
        test_pairs(tested, steps, pairs);
    }
    std::vector<Clue> out;
    tell(terminal, settings, terminal_clue, out);
    tell(repeats, settings, [](Tested const& one, double q) { return seldom_clue(one, q, true); }, out);
    tell(pairs, settings, [](Tested const& one, double q) { return seldom_clue(one, q, false); }, out);
    return out;
}

}  // namespace anping::forensics
