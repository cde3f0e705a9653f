// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/measurement.hpp>

#include <gmock/gmock.h>

#include "numbers_scene.hpp"

namespace anping::forensics {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Origin const kOrigin{"r1", "甲院", "乙厂"};

Instrument gauge() {
    Instrument out;
    out.serial = "TT300-0718";
    out.unit = "mm";
    out.resolution = Decimal{1, 1};
    out.repeatability = Decimal{10, 2};
    out.calibrated = {{*field::Date::of(2025, 1, 10), *field::Date::of(2026, 1, 9)},
                      {*field::Date::of(2026, 3, 1), *field::Date::of(2027, 2, 28)}};
    return out;
}

Series in_unit(std::vector<std::int64_t> const& steps, int places, std::string unit) {
    auto out = series_of(steps, places);
    out.unit = std::move(unit);
    return out;
}

TEST(Precision, FinerThanTheInstrumentShowsIsTold) {
    auto const clue = precision_clue(in_unit({812, 807, 795, 811, 803, 790}, 2, "mm"), gauge());
    ASSERT_TRUE(clue);
    EXPECT_EQ(clue->finding.strength, Strength::suspected);
    EXPECT_THAT(clue->finding.where, SizeIs(5)) << "7.90 is a reading of it";
    EXPECT_FALSE(precision_clue(in_unit({81, 80, 79, 81}, 1, "mm"), gauge()));
    EXPECT_FALSE(precision_clue(in_unit({810, 800, 790, 810}, 2, "mm"), gauge())) << "a nought added";
}

TEST(Precision, AConvertedUnitExplainsFurtherDigits) {
    auto bar = gauge();
    bar.unit = "kgf/cm²";
    bar.resolution = Decimal{1, 1};
    std::vector<std::int64_t> steps;
    for (int i = 30; i < 50; i += 3) steps.push_back(std::llround(i * 0.1 * 98.0665 * 100));
    EXPECT_FALSE(precision_clue(in_unit(steps, 2, "kPa"), bar));
    for (auto& one : steps) one += 211;
    EXPECT_TRUE(precision_clue(in_unit(steps, 2, "kPa"), bar));
    EXPECT_FALSE(precision_clue(in_unit(steps, 2, "mg/m3"), bar)) << "units that have nothing to do with each other";
}

TEST(Calibration, ADayBetweenTwoCertificatesIsTold) {
    auto series = series_of({81, 80, 79, 82}, 1);
    EXPECT_FALSE(calibration_clue(series, gauge())) << "no day";
    series.day = field::Date::of(2026, 1, 9);
    EXPECT_FALSE(calibration_clue(series, gauge()));
    series.day = field::Date::of(2026, 1, 10);
    auto const clue = calibration_clue(series, gauge());
    ASSERT_TRUE(clue);
    EXPECT_THAT(clue->finding.words, HasSubstr("此前有效至 2026-01-09"));
}

Readings readings_of(std::size_t rows, double deviation, int places, Random& random) {
    Readings out;
    out.origin = kOrigin;
    out.quantity = "壁厚 读数";
    out.unit = "mm";
    std::normal_distribution<double> reading(0, deviation);
    std::uniform_real_distribution<double> level(5, 12);
    double const unit = std::pow(10.0, places);
    for (std::size_t i = 0; i < rows; ++i) {
        double const mean = level(random);
        std::vector<Decimal> row;
        for (int k = 0; k < 3; ++k) row.push_back({std::llround((mean + reading(random)) * unit), places});
        out.rows.push_back(row);
        out.where.push_back({0, 1});
    }
    return out;
}

TEST(Variance, ReadingsThatAgreeBetterThanTheInstrumentCanAreTold) {
    Random random(51);
    auto const instrument = gauge();
    std::vector<Readings> const honest{readings_of(10, 0.1, 2, random), readings_of(10, 0.1, 1, random),
                                       readings_of(20, 0.13, 2, random)};
    auto const invented = readings_of(10, 0.02, 2, random);
    std::vector<Repeated> repeated;
    for (auto const& one : honest) repeated.push_back({&one, &instrument});
    EXPECT_THAT(variance_clues(repeated, 0.05, 5'000, random), IsEmpty());
    repeated.push_back({&invented, &instrument});
    auto const clues = variance_clues(repeated, 0.05, 5'000, random);
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_EQ(clues[0].finding.strength, Strength::suspected);
}

TEST(Variance, EqualReadingsOfACoarseInstrumentAreWhatRoundingMakes) {
    Random random(52);
    auto instrument = gauge();
    std::vector<Readings> all;
    for (int i = 0; i < 200; ++i) all.push_back(readings_of(5, 0.1, 1, random));
    std::vector<Repeated> repeated;
    for (auto const& one : all) repeated.push_back({&one, &instrument});
    EXPECT_THAT(variance_clues(repeated, 0.05, 2'000, random), IsEmpty());
    instrument.repeatability = Decimal{5, 2};
    EXPECT_FALSE(variance_test(all[0], instrument, 100, random)) << "below a last place nothing is tested";
}

TEST(Means, ThatNoWholeNumbersHaveAreImpossible) {
    EXPECT_EQ(mean_agreement({519, 2}, 28, {1, 0}), Agreement::impossible);  // the paper's own example
    EXPECT_EQ(mean_agreement({518, 2}, 28, {1, 0}), Agreement::possible);
    EXPECT_EQ(mean_agreement({521, 2}, 28, {1, 0}), Agreement::possible);
    EXPECT_EQ(mean_agreement({52, 1}, 28, {1, 0}), Agreement::untestable);
    EXPECT_EQ(mean_agreement({333, 2}, 3, {1, 0}), Agreement::possible);
    EXPECT_EQ(mean_agreement({366, 2}, 3, {1, 0}), Agreement::possible) << "cut off";
    EXPECT_EQ(mean_agreement({350, 2}, 3, {1, 0}), Agreement::impossible);
}

TEST(Means, OfWholeNumbersNeverCountAsImpossible) {
    Random random(53);
    for (int i = 0; i < 20'000; ++i) {
        int const count = 2 + static_cast<int>(random() % 40);
        std::int64_t sum = 0;
        for (int k = 0; k < count; ++k) sum += static_cast<std::int64_t>(random() % 100);
        auto const exact = static_cast<double>(sum) * 1000 / count;
        for (auto const stated : {std::llround(exact), std::llround(std::floor(exact))})
            ASSERT_NE(mean_agreement({stated, 3}, count, {1, 0}), Agreement::impossible) << sum << " / " << count;
    }
}

TEST(Means, AreToldTogether) {
    std::vector<Mean> const means{{"伤害人数", {519, 2}, 28, {1, 0}, {3, 7}}, {"次数", {518, 2}, 28, {1, 0}, {9, 12}}};
    auto const clue = mean_clue(kOrigin, means);
    ASSERT_TRUE(clue);
    EXPECT_THAT(clue->finding.where, SizeIs(1));
    EXPECT_FALSE(mean_clue(kOrigin, std::span(means).subspan(1)));
}

Derived sum_of(std::vector<Decimal> from, Decimal stated) {
    return {Rule::sum, 1, "用量", std::move(from), stated, {5, 9}};
}

TEST(Recomputing, AllowsWhatRoundingDoes) {
    EXPECT_TRUE(recomputes(sum_of({{125, 1}, {75, 1}}, {200, 1})));
    EXPECT_TRUE(recomputes(sum_of({{125, 1}, {75, 1}}, {201, 1})));
    EXPECT_FALSE(recomputes(sum_of({{125, 1}, {75, 1}}, {203, 1})));
    EXPECT_TRUE(recomputes({Rule::mean, 1, "", {{801, 2}, {805, 2}, {798, 2}}, {801, 2}, {}}));
    EXPECT_FALSE(recomputes({Rule::mean, 1, "", {{801, 2}, {805, 2}, {798, 2}}, {811, 2}, {}}));
    EXPECT_TRUE(recomputes({Rule::greatest, 1, "", {{801, 2}, {805, 2}}, {81, 1}, {}}));
    EXPECT_FALSE(recomputes({Rule::least, 1, "", {{801, 2}, {805, 2}}, {805, 2}, {}}));
}

TEST(Recomputing, IsToldWhereMostOfATableIsUnderstood) {
    std::vector<Derived> derived{sum_of({{1, 0}, {2, 0}}, {3, 0}), sum_of({{4, 0}, {5, 0}}, {9, 0}),
                                 sum_of({{10, 0}, {20, 0}}, {35, 0})};
    auto clues = recompute_clues(kOrigin, derived);
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_EQ(clues[0].finding.strength, Strength::suspected);
    EXPECT_THAT(clues[0].finding.words, HasSubstr("记为 35，按表中数值计算为 30"));
    derived[0].stated = {8, 0};
    EXPECT_THAT(recompute_clues(kOrigin, derived), IsEmpty()) << "more is meant than these rows";
}

}  // namespace
}  // namespace anping::forensics
