// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/numbers.hpp>

#include <gmock/gmock.h>

#include "document_scene.hpp"
#include "numbers_scene.hpp"
#include "schedule_scene.hpp"

namespace anping::forensics {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;

vault::Document report(std::vector<std::int64_t> const& steps, std::string const& day) {
    std::vector<std::vector<std::string>> rows{{"序号", "检测点", "壁厚实测值(mm)"}};
    for (std::size_t i = 0; i < steps.size(); ++i)
        rows.push_back({std::to_string(i + 1), "点" + day + std::to_string(i), to_string(Decimal{steps[i], 2})});
    return written("壁厚检测结果\n检测日期：" + day + "，仪器编号：TT300-0718\n", rows);
}

std::vector<std::string> detectors(std::vector<Clue> const& clues) {
    std::vector<std::string> out;
    out.reserve(clues.size());
    for (auto const& clue : clues) out.push_back(clue.finding.detector);
    return out;
}

TEST(Numbers, OfAReportAreHeldAgainstOthersAndAgainstItsInstrument) {
    Random random(61);
    auto const steps = normal_steps(20, 800, 30, random);
    SeriesIndex index;
    for (auto const& one : measurements_of(report(steps, "2026年3月5日"), {"r1", "甲院", "乙厂"}).series)
        index.add(one);
    ASSERT_EQ(index.size(), 1U);
    auto const later = measurements_of(report(steps, "2026年6月5日"), {"r2", "丙院", "丁厂"});
    Instrument gauge;
    gauge.serial = "tt3oo-0718";
    gauge.unit = "mm";
    gauge.resolution = Decimal{1, 1};
    gauge.calibrated = {{*field::Date::of(2025, 6, 1), *field::Date::of(2026, 5, 31)}};
    auto const clues = number_clues(later, instruments_of(std::vector{gauge}), index, random);
    EXPECT_THAT(detectors(clues),
                ::testing::ElementsAre("numbers.repeated_series", "numbers.precision", "numbers.calibration"));
    EXPECT_EQ(clues[0].finding.strength, Strength::established);
    EXPECT_EQ(at(report(steps, "2026年6月5日"), clues[0].finding.where[0]), to_string(Decimal{steps[0], 2}));
}

TEST(Numbers, OfAnHonestReportGiveRiseToNothing) {
    Random random(62);
    SeriesIndex index;
    for (int i = 0; i < 200; ++i) {
        auto const measured = measurements_of(report(normal_steps(30, 800, 30, random), "2026年3月5日"),
                                              {std::to_string(i), "甲院", "乙厂"});
        EXPECT_THAT(number_clues(measured, {}, index, random), IsEmpty());
        for (auto const& one : measured.series) index.add(one);
    }
}

TEST(Numbers, OneInstrumentAtTwoSitesOnADayIsAnAct) {
    Random random(63);
    auto const steps = normal_steps(20, 800, 30, random);
    auto const series = measurements_of(report(steps, "2026年3月5日"), {"r1", "甲院", "乙厂"}).series;
    auto acts = uses_of(series, "乙厂", Position{43.82, 87.62, 50}, "650104");
    ASSERT_THAT(acts, SizeIs(1));
    auto const far = uses_of(series, "丁厂", Position{39.47, 75.99, 50}, "653101");
    acts.push_back(far[0]);
    Travel road;
    road.air_kmh = 0;
    EXPECT_THAT(conflicts_of(acts, road), SizeIs(1));
}

}  // namespace
}  // namespace anping::forensics
