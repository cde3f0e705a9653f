// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/series.hpp>

#include <gmock/gmock.h>

#include "document_scene.hpp"

namespace anping::forensics {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Origin const kOrigin{"r1", "甲院", "乙厂"};

TEST(Decimals, KeepTheDigitsTheyAreWrittenWith) {
    EXPECT_EQ(decimal_of("0.50"), (Decimal{50, 2}));
    EXPECT_EQ(decimal_of(" -12 "), (Decimal{-12, 0}));
    EXPECT_EQ(decimal_of("１２．５"), (Decimal{125, 1}));
    EXPECT_EQ(decimal_of("1,234.5"), (Decimal{12345, 1}));
    for (auto const* const none : {"", "<0.5", "3~5", "12-3", "1,23", "0.", "甲", "1234567890123456"})
        EXPECT_FALSE(decimal_of(none)) << none;
    EXPECT_EQ(to_string(Decimal{-5, 2}), "-0.05");
    EXPECT_EQ(in_steps({5, 1}, 3), 500);
    EXPECT_EQ(in_steps({5, 3}, 1), std::nullopt);
}

TEST(Decimals, OfAQuantityAreToldFromItsUnit) {
    EXPECT_EQ(quantity_of("4.2 MΩ")->unit, "MΩ");
    EXPECT_EQ(quantity_of("35%")->number, (Decimal{35, 0}));
    for (auto const* const none : {"2026年", "3个", "3~5", "1#", "2026-03-05", "3×4"})
        EXPECT_FALSE(quantity_of(none)) << none;
}

TEST(SeriesOfTables, AColumnOfMeasuredValuesIsTakenWithItsUnitPlacesInstrumentAndDay) {
    auto const document = written("表3 接地电阻检测结果\n检测日期：2026年3月5日 仪器编号：ZC-29B/0415\n",
                                  {{"序号", "检测点", "接地电阻实测值（Ω）", "标准值", "结论"},
                                   {"1", "1号罐", "0.52", "4", "合格"},
                                   {"2", "2号罐", "0.61", "4", "合格"},
                                   {"3", "泵房", "1.10", "4", "合格"},
                                   {"4", "装卸台", "0.87", "4", "合格"}});
    auto const found = measurements_of(document, kOrigin);
    ASSERT_THAT(found.series, SizeIs(1));
    auto const& series = found.series[0];
    EXPECT_THAT(series.values, ElementsAre(Decimal{52, 2}, Decimal{61, 2}, Decimal{110, 2}, Decimal{87, 2}));
    EXPECT_EQ(series.unit, "Ω");
    EXPECT_EQ(series.instrument, "ZC-29B/0415");
    EXPECT_EQ(series.day, field::Date::of(2026, 3, 5));
    EXPECT_EQ(series.points[2], "泵房 合格");
    EXPECT_EQ(at(document, series.where[2]), "1.10");
    EXPECT_EQ(series.origin, kOrigin);
}

TEST(SeriesOfTables, WhatWasNotMeasuredIsLeftOut) {
    std::vector<std::string> const heads{"设计压力(MPa)", "限值(mg/m³)", "闪点(℃)",  "序号",
                                         "数量(台)",      "校准值(%)",   "平均值(Ω)"};
    for (auto const& head : heads) {
        auto const document =
            written("检测结果\n", {{"名称", head}, {"甲", "1.2"}, {"乙", "3.4"}, {"丙", "2.5"}, {"丁", "0.7"}});
        EXPECT_THAT(measurements_of(document, kOrigin).series, IsEmpty()) << head;
    }
    auto const calibration = written("可燃气体报警器标定检测结果\n",
                                     {{"点", "示值(%LEL)"}, {"a", "20"}, {"b", "51"}, {"c", "76"}, {"d", "33"}});
    EXPECT_THAT(measurements_of(calibration, kOrigin).series, IsEmpty());
}

TEST(SeriesOfTables, ConstantsAndCountersAreLeftOut) {
    for (auto const& values : std::vector<std::vector<std::string>>{{"4", "4", "4", "4", "4", "4"},
                                                                    {"10", "20", "30", "40", "50", "60"},
                                                                    {"101", "107", "118", "120", "133", "151"}}) {
        std::vector<std::vector<std::string>> rows{{"测点", "温度实测值(℃)"}};
        for (auto const& value : values) rows.push_back({"点", value});
        EXPECT_THAT(measurements_of(written("", rows), kOrigin).series, IsEmpty()) << values[1];
    }
}

TEST(ReadingsOfTables, AreTheNumberedColumnsAndTheirMeanIsDerived) {
    auto const document = written("壁厚检测结果\n", {{"部位", "读数1", "读数2", "读数3", "平均值"},
                                                     {"上", "8.01", "8.05", "7.98", "8.01"},
                                                     {"中", "8.11", "8.05", "8.02", "8.06"}});
    auto const found = measurements_of(document, kOrigin);
    ASSERT_THAT(found.readings, SizeIs(1));
    EXPECT_THAT(found.readings[0].rows[1], ElementsAre(Decimal{811, 2}, Decimal{805, 2}, Decimal{802, 2}));
    ASSERT_THAT(found.derived, SizeIs(2));
    EXPECT_EQ(found.derived[0].rule, Rule::mean);
    EXPECT_EQ(found.derived[1].stated, (Decimal{806, 2}));
}

TEST(DerivedOfTables, ATotalIsOfTheRowsAboveIt) {
    auto const document = written("物料情况\n", {{"名称", "用量(t)", "浓度"},
                                                 {"甲", "12.5", "3"},
                                                 {"乙", "7.5", "4"},
                                                 {"小计", "20.0", "7"},
                                                 {"丙", "1.5", "4"},
                                                 {"丁", "2.5", "4"},
                                                 {"小计", "4.0", "8"},
                                                 {"合计", "24.0", "15"}});
    auto const found = measurements_of(document, kOrigin).derived;
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_THAT(found[0].from, ElementsAre(Decimal{125, 1}, Decimal{75, 1}));
    EXPECT_THAT(found[1].from, ElementsAre(Decimal{15, 1}, Decimal{25, 1}));
    EXPECT_EQ(found[1].table, 1);
}

}  // namespace
}  // namespace anping::forensics
