// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/series_index.hpp>

#include <gmock/gmock.h>
#include <algorithm>

#include "numbers_scene.hpp"

namespace anping::forensics {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SeriesIndices : public ::testing::Test {
protected:
    SeriesIndices() {
        for (int i = 0; i < 2000; ++i) index.add(series_of(normal_steps(20, 500, 12, random), 2, report(i)));
        original = normal_steps(20, 500, 12, random);
        number = *index.add(series_of(original, 2, "source"));
    }
    static std::string report(int i) { return "r" + std::to_string(i); }
    std::vector<SeriesMatch> found(std::vector<std::int64_t> const& steps, int places = 2) {
        return index.find(series_of(steps, places, "asked"));
    }

    Random random{11};
    SeriesIndex index;
    std::vector<std::int64_t> original;
    std::uint32_t number = 0;
};

TEST_F(SeriesIndices, ValuesThatStandAgainAreFoundInTheMiddleOfOthers) {
    auto steps = normal_steps(6, 500, 12, random);
    steps.insert(steps.end(), original.begin() + 4, original.begin() + 15);
    for (auto const one : normal_steps(5, 500, 12, random)) steps.push_back(one);
    auto const matches = found(steps);
    ASSERT_THAT(matches, SizeIs(1));
    EXPECT_EQ(matches[0].stored, number);
    EXPECT_EQ(matches[0].likeness, Likeness::exact);
    EXPECT_LE(matches[0].a_from, 6U);
    EXPECT_GE(matches[0].length, 11U);
    EXPECT_LT(matches[0].chance, 1e-3);
}

TEST_F(SeriesIndices, AShiftByAConstantIsToldAsOne) {
    auto steps = original;
    for (auto& one : steps) one += 37;
    auto const matches = found(steps);
    ASSERT_THAT(matches, SizeIs(1));
    EXPECT_EQ(matches[0].likeness, Likeness::shifted);
    EXPECT_NEAR(matches[0].offset, -0.37, 1e-9);
}

TEST_F(SeriesIndices, ScalingIsToldWithItsFactorExactAndRounded) {
    auto steps = original;
    for (auto& one : steps) one *= 2;
    auto matches = found(steps);
    ASSERT_THAT(matches, SizeIs(1));
    EXPECT_EQ(matches[0].likeness, Likeness::scaled);
    EXPECT_NEAR(matches[0].factor, 0.5, 1e-9);
    for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = std::llround(static_cast<double>(original[i]) * 1.37);
    matches = found(steps);
    ASSERT_THAT(matches, SizeIs(1));
    EXPECT_EQ(matches[0].likeness, Likeness::rounded);
    EXPECT_NEAR(matches[0].factor, 1 / 1.37, 0.01);
}

TEST_F(SeriesIndices, AnotherUnitIsTheSameSeries) {
    auto const matches = found(original, 0);
    ASSERT_THAT(matches, SizeIs(1));
    EXPECT_EQ(matches[0].likeness, Likeness::exact);
    EXPECT_NEAR(matches[0].factor, 0.01, 1e-9);
}

TEST_F(SeriesIndices, AnotherOrderIsToldAsOne) {
    auto steps = original;
    std::ranges::shuffle(steps, random);
    auto const matches = found(steps);
    ASSERT_THAT(matches, SizeIs(1));
    EXPECT_EQ(matches[0].likeness, Likeness::permuted);
}

TEST_F(SeriesIndices, HonestSeriesMatchNothing) {
    for (int i = 0; i < 2000; ++i)
        EXPECT_THAT(found(normal_steps(20, 500, i % 2 == 0 ? 12 : 2, random)), IsEmpty()) << i;
}

TEST_F(SeriesIndices, CoarseSeriesTakeMoreValues) {
    auto const coarse = normal_steps(40, 50, 2, random);
    index.add(series_of(coarse, 1, "coarse"));
    EXPECT_THAT(found({coarse.begin(), coarse.begin() + 8}, 1), IsEmpty());
    EXPECT_THAT(found(coarse, 1), SizeIs(1));
}

TEST_F(SeriesIndices, AReportIsNoSourceOfItself) {
    EXPECT_THAT(index.find(series_of(original, 2, "source")), IsEmpty());
}

TEST_F(SeriesIndices, WhatManyInstitutionsStateIsATableOfAStandard) {
    auto series = series_of(original, 2);
    for (int i = 0; i < 12; ++i) {
        series.origin = {report(10'000 + i), "i" + std::to_string(i), "e"};
        index.add(series);
    }
    EXPECT_THAT(found(original), IsEmpty());
}

TEST_F(SeriesIndices, BytesMakeTheSameIndex) {
    auto const again = SeriesIndex::from_bytes(index.bytes());
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->size(), index.size());
    EXPECT_EQ(again->bytes(), index.bytes());
    EXPECT_THAT(again->find(series_of(original, 2, "asked")), SizeIs(1));
    EXPECT_EQ(again->stored(number).origin.report, "source");
}

TEST_F(SeriesIndices, OneTakesInAnother) {
    SeriesIndex all;
    all.add(series_of(normal_steps(20, 500, 12, random), 2, "first"));
    all.add(index);
    EXPECT_EQ(all.size(), index.size() + 1);
    auto const matches = all.find(series_of(original, 2, "asked"));
    ASSERT_THAT(matches, SizeIs(1));
    EXPECT_EQ(all.stored(matches[0].stored).origin.report, "source");
    EXPECT_EQ(all.stored(0).origin.report, "first");
}

TEST_F(SeriesIndices, BytesCutOffOrChangedAreRefusedOrReadWithoutHarm) {
    SeriesIndex small;
    small.add(series_of(original, 2, "source"));
    auto const bytes = small.bytes();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        EXPECT_FALSE(SeriesIndex::from_bytes(std::string_view(bytes).substr(0, i)).has_value()) << i;
        auto changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0x81);
        auto const read = SeriesIndex::from_bytes(changed);
        EXPECT_TRUE(!read || read->size() <= 1) << i;
    }
}

TEST(RepeatedSeries, OfAnotherEnterpriseIsEstablishedOfTheSameOnAnotherDayALead) {
    Random random(12);
    SeriesIndex index;
    auto series = series_of(normal_steps(20, 800, 40, random), 2, "first");
    series.day = field::Date::of(2026, 3, 5);
    index.add(series);
    series.origin.report = "second";
    EXPECT_THAT(repeated_series(series, index), IsEmpty()) << "the same day's values stated again";
    series.day = field::Date::of(2026, 9, 5);
    auto clues = repeated_series(series, index);
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_EQ(clues[0].finding.strength, Strength::lead);
    series.origin.enterprise = "another";
    clues = repeated_series(series, index);
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_EQ(clues[0].finding.strength, Strength::established);
    EXPECT_EQ(clues[0].finding.words.find("造假"), std::string::npos);
    EXPECT_NE(clues[0].finding.words.find("偶然如此的可能不到百万分之一，需说明。"), std::string::npos);
    EXPECT_THAT(clues[0].finding.where, SizeIs(20));
    EXPECT_THAT(clues[0].plot.lines[1].values, SizeIs(20));
}

TEST(RepeatedSeries, WhatAgreesByARelationIsDrawnConvertedAndInAnotherOrderSorted) {
    Random random(15);
    SeriesIndex index;
    auto const steps = normal_steps(20, 800, 40, random);
    index.add(series_of(steps, 2, "first"));
    auto shifted = steps;
    for (auto& one : shifted) one += 37;
    auto asked = series_of(shifted, 2, "second");
    asked.origin.enterprise = "another";
    auto plot = repeated_series(asked, index).at(0).plot;
    ASSERT_THAT(plot.lines, SizeIs(3));
    for (std::size_t i = 0; i < 20; ++i) {
        EXPECT_NEAR(plot.lines[2].values[i], plot.lines[0].values[i], 1e-9);
        EXPECT_NEAR(plot.lines[1].values[i], plot.lines[0].values[i] - 0.37, 1e-9);
    }
    asked = series_of(steps, 2, "third");
    asked.origin.enterprise = "another";
    std::ranges::shuffle(asked.values, random);
    plot = repeated_series(asked, index).at(0).plot;
    ASSERT_THAT(plot.lines, SizeIs(2));
    EXPECT_EQ(plot.lines[0].values, plot.lines[1].values);
    EXPECT_TRUE(std::ranges::is_sorted(plot.lines[0].values));
}

TEST(RepeatedSeries, WithinAReportIsToldUnlessTheSamePointsAreStatedAgain) {
    Random random(13);
    auto first = series_of(normal_steps(12, 800, 40, random), 2);
    for (std::size_t i = 0; i < first.values.size(); ++i) first.points.push_back("罐" + std::to_string(i));
    auto again = first;
    EXPECT_THAT(repeated_within(std::vector{first, again}), IsEmpty());
    for (auto& point : again.points) point += "（二期）";
    EXPECT_THAT(repeated_within(std::vector{first, again}), SizeIs(1));
}

TEST(RepeatedSeries, AColumnThatRepeatsItselfIsTold) {
    Random random(14);
    auto steps = normal_steps(10, 800, 40, random);
    auto const block = steps;
    for (auto const one : normal_steps(3, 800, 40, random)) steps.push_back(one);
    steps.insert(steps.end(), block.begin(), block.end());
    auto const clues = repeated_within(std::vector{series_of(steps, 2)});
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_THAT(clues[0].finding.where, SizeIs(10));
}

}  // namespace
}  // namespace anping::forensics
