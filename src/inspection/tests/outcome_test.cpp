// SPDX-License-Identifier: Apache-2.0
#include <anping/inspection/outcome.hpp>

#include <gtest/gtest.h>

namespace anping::inspection {
namespace {

field::Date day(char const* text) { return field::parse_date(text).value(); }

TEST(DefectRate, HasWilsonsInterval) {
    // 10 of 50: 0.20, between 0.112 and 0.330 (R: prop.test without correction).
    auto const rate = rate_of({{day("2026-03-01"), 30, 6}, {day("2026-04-01"), 20, 4}});
    EXPECT_EQ(rate.inspections, 2);
    EXPECT_EQ(rate.permille, 200);
    EXPECT_EQ(rate.low, 112);
    EXPECT_EQ(rate.high, 330);
}

TEST(DefectRate, OfNothingCheckedIsUnknown) {
    auto const rate = rate_of({});
    EXPECT_EQ(rate.low, 0);
    EXPECT_EQ(rate.high, 1000);
    EXPECT_EQ(before_and_after({{day("2026-03-01"), 30, 6}}, day("2026-04-01")).change, Change::unclear);
}

TEST(DefectRate, AtItsEndsStaysBetweenNoneAndAll) {
    auto const none = rate_of({{day("2026-03-01"), 10, 0}});
    EXPECT_EQ(none.low, 0);
    EXPECT_EQ(none.high, 278);
    auto const all = rate_of({{day("2026-03-01"), 10, 10}});
    EXPECT_EQ(all.low, 722);
    EXPECT_EQ(all.high, 1000);
}

TEST(DefectRate, FellAfterAnActionOnlyWhereTheIntervalsPart) {
    auto const clear = before_and_after({{day("2026-03-01"), 40, 20}, {day("2026-06-01"), 40, 2}}, day("2026-04-01"));
    EXPECT_EQ(clear.before.permille, 500);
    EXPECT_EQ(clear.after.permille, 50);
    EXPECT_EQ(clear.change, Change::fell);
    auto const few = before_and_after({{day("2026-03-01"), 8, 4}, {day("2026-06-01"), 8, 1}}, day("2026-04-01"));
    EXPECT_EQ(few.change, Change::unclear) << "eight items say little";
    auto const worse = before_and_after({{day("2026-03-01"), 40, 2}, {day("2026-06-01"), 40, 20}}, day("2026-04-01"));
    EXPECT_EQ(worse.change, Change::rose);
}

TEST(DefectRate, CountsTheDayOfTheActionAsBefore) {
    auto const found = before_and_after({{day("2026-04-01"), 10, 5}}, day("2026-04-01"));
    EXPECT_EQ(found.before.inspections, 1);
    EXPECT_EQ(found.after.inspections, 0);
}

}  // namespace
}  // namespace anping::inspection
