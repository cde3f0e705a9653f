// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/terminal_digits.hpp>

#include <gmock/gmock.h>
#include <algorithm>
#include <array>
#include <set>

#include "numbers_scene.hpp"

namespace anping::forensics {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

DigitSettings quick() {
    DigitSettings out;
    out.draws = 2'000;
    return out;
}

TEST(QValues, AreThoseOfBenjaminiAndHochberg) {
    std::vector<double> const p{0.01, 0.04, 0.03, 0.005, 0.8};
    auto const q = q_values(p);
    EXPECT_NEAR(q[3], 0.025, 1e-9);
    EXPECT_NEAR(q[0], 0.025, 1e-9);
    EXPECT_NEAR(q[2], 0.05, 1e-9);
    EXPECT_NEAR(q[1], 0.05, 1e-9);
    EXPECT_NEAR(q[4], 0.8, 1e-9);
}

TEST(QValues, AreGreaterWhereTestsShareValues) {
    std::vector<double> const p{0.01, 0.02};
    EXPECT_NEAR(q_values(p, Dependence::arbitrary)[0], 0.02 * 1.5, 1e-9);
}

TEST(DigitGate, IsShutWhereValuesScatterOverLessThanFourSteps) {
    Random random(1);
    EXPECT_FALSE(digit_gate(normal_steps(100, 500, 2, random), quick()).open);
    EXPECT_TRUE(digit_gate(normal_steps(100, 500, 12, random), quick()).open);
    EXPECT_FALSE(digit_gate(normal_steps(29, 500, 12, random), quick()).open) << "too few";
}

TEST(DigitGate, IsNotOpenedByNarrowGroupsFarApart) {
    Random random(2);
    auto steps = normal_steps(40, 80, 1, random);
    for (double const pipe : {120.0, 160.0, 200.0})
        for (auto const one : normal_steps(40, pipe, 1, random)) steps.push_back(one);
    EXPECT_TRUE(in_narrow_groups(steps, digit_gate(steps, quick())));
    for (double const spread : {5.0, 20.0, 400.0})
        for (std::size_t const count : {30U, 200U}) {
            auto const plain = normal_steps(count, 5000, spread, random);
            EXPECT_FALSE(in_narrow_groups(plain, digit_gate(plain, quick()))) << spread << " " << count;
        }
}

TEST(DigitGate, KnowsTheStepOfTheInstrumentFromTheValues) {
    Random random(3);
    auto steps = normal_steps(60, 100, 12, random);
    for (auto& one : steps) one *= 5;
    auto const gate = digit_gate(steps, quick());
    EXPECT_EQ(gate.step, 5);
    EXPECT_TRUE(gate.open);
    EXPECT_NEAR(gate.spread, 12, 3);
}

TEST(ConvertedStep, IsFoundWhereAUnitWasConverted) {
    Random random(4);
    auto steps = normal_steps(60, 40, 12, random);
    for (auto& one : steps) one = std::llround(static_cast<double>(one) * 4.7);
    EXPECT_NEAR(converted_step(steps), 4.7, 0.05);
    for (auto& one : steps) one = std::llround(std::floor(static_cast<double>(one) / 4.7) * 1.25);
    EXPECT_EQ(converted_step(steps), 1.25);
    EXPECT_EQ(converted_step(normal_steps(60, 400, 30, random)), 0);
    EXPECT_EQ(converted_step(heaped_steps(31, 1000, 30, 0.6, random)), 0);
}

TEST(TerminalDigits, HeapingOnZeroAndFiveIsTold) {
    Random random(5);
    std::vector<Series> const series{series_of(heaped_steps(100, 3000, 200, 0.6, random), 2)};
    auto const clues = digit_clues(series, quick(), random);
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_EQ(clues[0].finding.detector, "numbers.terminal_digit");
    EXPECT_EQ(clues[0].finding.strength, Strength::lead);
    EXPECT_THAT(clues[0].finding.words, ::testing::HasSubstr("末位数字偏多为 0、5"));
    EXPECT_EQ(clues[0].finding.words.find("造假"), std::string::npos);
    EXPECT_THAT(clues[0].finding.where, SizeIs(100));
    EXPECT_THAT(clues[0].plot.lines, SizeIs(2));
    EXPECT_THAT(clues[0].plot.lines[0].values, SizeIs(10));
}

TEST(TerminalDigits, WhatAConversionExplainsIsNotTold) {
    Random random(6);
    std::vector<Series> series;
    for (int i = 0; i < 20; ++i) {
        auto steps = normal_steps(80, 60, 15, random);
        for (auto& one : steps) one = std::llround(static_cast<double>(one) * 2.5);
        series.push_back(series_of(steps, 1));
    }
    EXPECT_THAT(digit_clues(series, quick(), random), IsEmpty());
}

TEST(TerminalDigits, ValuesAboutSetPointsTenStepsApartAreNotTold) {
    Random random(16);
    std::vector<Series> series;
    for (int i = 0; i < 40; ++i) {
        std::vector<std::int64_t> steps;
        for (double const point : {60.0, 70.0, 80.0, 90.0})
            for (auto const one : normal_steps(20, point, 0.9, random)) steps.push_back(one);
        series.push_back(series_of(steps, 0));
    }
    EXPECT_THAT(digit_clues(series, quick(), random), IsEmpty());
}

TEST(TerminalDigits, ADigitThatShunsTheOneBeforeIsTold) {
    Random random(7);
    auto steps = normal_steps(300, 5000, 300, random);
    for (std::size_t i = 1; i < steps.size(); ++i)
        if (steps[i] % 10 == steps[i - 1] % 10) ++steps[i];
    auto const clues = digit_clues(std::vector{series_of(steps, 1)}, quick(), random);
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_EQ(clues[0].finding.detector, "numbers.digit_repeats");
    EXPECT_EQ(clues[0].finding.strength, Strength::suspected);
}

TEST(TerminalDigits, LastTwoDigitsThatAreNeverTheSameAreTold) {
    Random random(8);
    auto steps = normal_steps(300, 5000, 400, random);
    for (auto& one : steps)
        if (one % 10 == one / 10 % 10) one += one % 10 == 9 ? -1 : 1;
    auto const clues = digit_clues(std::vector{series_of(steps, 1)}, quick(), random);
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_EQ(clues[0].finding.detector, "numbers.digit_pairs");
}

TEST(TerminalDigits, SlowChangesAreNoGroundAgainstRepeats) {
    std::vector<std::int64_t> steps;
    for (int i = 0; i < 400; ++i) steps.push_back(500 + static_cast<std::int64_t>(40 * std::sin(i * 0.11)));
    for (std::size_t i = 1; i < steps.size(); ++i)
        if (steps[i] == steps[i - 1]) ++steps[i];
    Random random(9);
    for (auto const& clue : digit_clues(std::vector{series_of(steps, 1)}, quick(), random))
        EXPECT_NE(clue.finding.detector, "numbers.digit_repeats");
}

// What a batch of 20,000 series comes to: 1 of 100 made up, 10 of 100 from coarse instruments.
struct Outcome {
    std::size_t told = 0, wrong = 0, made_up = 0;
};
Outcome screened(double gate, int count) {
    Random random(20'000);
    std::vector<Series> series;
    Outcome out;
    std::uniform_int_distribution<std::size_t> length(30, 120);
    std::uniform_real_distribution<double> fine(5, 60), coarse(0.6, 2.5), mean(200, 3000);
    for (int i = 0; i < count; ++i) {
        bool const fake = i % 100 == 0;
        auto const spread = i % 10 == 5 ? coarse(random) : fine(random);
        auto const steps = fake ? heaped_steps(length(random), mean(random), fine(random), 0.6, random)
                                : normal_steps(length(random), mean(random), spread, random);
        out.made_up += fake ? 1 : 0;
        series.push_back(series_of(steps, 1, fake ? "made up" : "honest"));
    }
    auto settings = quick();
    settings.least_spread = gate;
    for (auto const& clue : digit_clues(series, settings, random)) {
        if (clue.finding.detector != "numbers.terminal_digit") continue;
        ++out.told;
        if (clue.report == "honest") ++out.wrong;
    }
    return out;
}

TEST(TerminalDigits, OfTwentyThousandSeriesAtMostFiveOfAHundredToldAreHonest) {
    auto const out = screened(4, 20'000);
    EXPECT_LE(static_cast<double>(out.wrong), 0.05 * static_cast<double>(out.told)) << out.wrong << " of " << out.told;
    EXPECT_GE(static_cast<double>(out.told - out.wrong), 0.75 * static_cast<double>(out.made_up));
}

TEST(TerminalDigits, WithoutTheGateMostOfWhatIsToldIsHonest) {
    auto const out = screened(0, 3'000);
    EXPECT_GE(static_cast<double>(out.wrong), 0.8 * static_cast<double>(out.told)) << out.wrong << " of " << out.told;
}

}  // namespace
}  // namespace anping::forensics
