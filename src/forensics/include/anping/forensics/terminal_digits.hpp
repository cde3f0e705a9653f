// SPDX-License-Identifier: Apache-2.0
// Last digits as people make them up. Honest last digits are even only where values scatter over more than a few of the
// instrument's steps (Mosimann et al. 1995), so nothing is tested below a gate.
#pragma once

#include <span>
#include <vector>

#include <anping/forensics/clue.hpp>
#include <anping/forensics/series.hpp>

namespace anping::forensics {

struct DigitSettings {
    // Standard deviation in steps; the gate rises with the length. 0 tests everything, which is only right for showing
    // why there is a gate.
    double least_spread = 4;
    std::size_t least_values = 30;
    std::size_t least_for_repeats = 50;  // of last digits that avoid the one before
    double q = 0.03;                     // false ones among those told
    // Of the series given: `arbitrary` where some share values, as a table and its summary do.
    Dependence dependence = Dependence::none;
    int draws = 20'000;  // of a p by chance
};

// What stands between a series and the tests.
struct DigitGate {
    bool open = false;
    std::int64_t step = 1;  // of the instrument, in the last place: 5 where all values end in 0 or 5
    double spread = 0;      // in such steps
    double needed = 0;
};
DigitGate digit_gate(std::span<std::int64_t const> steps, DigitSettings const& settings);

// Whether the values lie about a few nominal values, so that they scatter less than the gate's spread says.
bool in_narrow_groups(std::span<std::int64_t const> steps, DigitGate const& gate);

// A step coarser than the last place that all values lie on when rounded, as a converted unit leaves it; 0 for none.
double converted_step(std::span<std::int64_t const> steps);

// Chi-square of last digits against evenness, and its p: by chance, and of nine degrees of freedom beyond what the
// draws can tell.
struct DigitTest {
    double statistic = 0;
    double p = 1;
    int draws = 0;     // 0 where the p is far from small and none were needed
    int as_great = 0;  // of the draws
};
DigitTest terminal_test(std::span<std::size_t const, 10> counts, int draws, Random& random);

// Three families, each controlled by itself over all series given:
// "numbers.terminal_digit": last digits are not even;
// "numbers.digit_repeats": a last digit is too seldom that of the value before;
// "numbers.digit_pairs": the last two digits are too seldom the same.
// Below 200 values a clue is a lead.
std::vector<Clue> digit_clues(std::span<Series const> series, DigitSettings const& settings, Random& random);

}  // namespace anping::forensics
