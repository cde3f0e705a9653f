// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>

#include <anping/field/date.hpp>

namespace anping::field {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

TEST(Date, EveryDayOfFourCenturiesSurvivesWritingAndReading) {
    Date const first = day("1800-01-01");
    for (Date date = first; date <= day("2200-12-31"); date = date + 1) {
        ASSERT_EQ(parse_date(to_string(date)), date);
        ASSERT_EQ(Date::of(date.year(), date.month(), date.day()), date);
    }
}

TEST(Date, KnowsTheFirstAndLastDayAndRefusesWhatIsOutside) {
    EXPECT_EQ(to_string(day("0001-01-01")), "0001-01-01");
    EXPECT_EQ(to_string(day("9999-12-31")), "9999-12-31");
    EXPECT_EQ(day("1970-01-01").days, 0);
    EXPECT_FALSE(Date::of(0, 1, 1));
    EXPECT_FALSE(Date::of(10000, 1, 1));
    EXPECT_FALSE(Date::of(2026, 0, 1));
    EXPECT_FALSE(Date::of(2026, 13, 1));
    EXPECT_FALSE(Date::of(2026, 1, 0));
    EXPECT_FALSE(Date::of(2026, 1, 32));
}

TEST(Date, RefusesDaysThatDoNotExistAndOtherWritings) {
    for (auto const* bad :
         {"2026-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-1-01", "20260101", "2026/01/01",
          "2026-01-01 ", " 2026-01-01", "2026-01-0a", "-026-01-01", "", "２０２６-01-01"})
        EXPECT_FALSE(parse_date(bad)) << bad;
    EXPECT_TRUE(parse_date("2024-02-29"));
    EXPECT_TRUE(parse_date("2000-02-29"));
}

TEST(Date, CountsWeekdaysFromMonday) {
    EXPECT_EQ(day("2026-11-16").weekday(), 1);
    EXPECT_EQ(day("2026-11-20").weekday(), 5);
    EXPECT_EQ(day("2026-11-22").weekday(), 7);
    EXPECT_EQ(day("0001-01-01").weekday(), 1);
}

TEST(Date, DifferencesUndoSums) {
    EXPECT_EQ(day("2026-03-01") - day("2026-02-28"), 1);
    EXPECT_EQ(day("2024-03-01") - day("2024-02-28"), 2);
    EXPECT_EQ(day("2026-01-01") + 365, day("2027-01-01"));
    EXPECT_EQ(day("2026-01-01") - 1, day("2025-12-31"));
}

TEST(Date, SumsStopAtTheEndsOfTheRange) {
    EXPECT_EQ(day("9999-12-31") + 1, day("9999-12-31"));
    EXPECT_EQ(day("0001-01-01") - 2'000'000'000, day("0001-01-01"));
    EXPECT_EQ(day("2026-01-01") + std::numeric_limits<int>::max(), day("9999-12-31"));
    EXPECT_EQ(day("2026-01-01") - std::numeric_limits<int>::min(), day("9999-12-31"));
    EXPECT_EQ(add_months(day("2026-01-01"), std::numeric_limits<int>::max()), day("9999-12-31"));
    EXPECT_EQ(add_months(day("2026-01-01"), std::numeric_limits<int>::min()), day("0001-01-01"));
}

TEST(Date, MonthsEndOnTheCorrespondingDayOrTheMonthsLast) {
    EXPECT_EQ(add_months(day("2026-01-31"), 1), day("2026-02-28"));
    EXPECT_EQ(add_months(day("2024-01-31"), 1), day("2024-02-29"));
    EXPECT_EQ(add_months(day("2026-01-31"), 3), day("2026-04-30"));
    EXPECT_EQ(add_months(day("2026-11-20"), 6), day("2027-05-20"));
    EXPECT_EQ(add_months(day("2024-02-29"), 12), day("2025-02-28"));
    EXPECT_EQ(add_months(day("2026-12-15"), 1), day("2027-01-15"));
    EXPECT_EQ(add_months(day("2026-03-31"), -1), day("2026-02-28"));
    EXPECT_EQ(add_months(day("2026-01-15"), -1), day("2025-12-15"));
    EXPECT_EQ(add_months(day("2026-01-15"), -13), day("2024-12-15"));
    EXPECT_EQ(add_months(day("2026-05-05"), 0), day("2026-05-05"));
}

TEST(Date, TheDayBeginsAtMidnightInBeijing) {
    auto const at = [](std::string_view text) { return parse_timestamp(text).value(); };
    EXPECT_EQ(beijing_date(at("2026-11-20T15:59:59.999999Z")), day("2026-11-20"));
    EXPECT_EQ(beijing_date(at("2026-11-20T16:00:00Z")), day("2026-11-21"));
    EXPECT_EQ(beijing_date(at("1969-12-31T15:59:59Z")), day("1969-12-31"));
    EXPECT_EQ(beijing_date(at("1969-12-31T16:00:00Z")), day("1970-01-01"));
    EXPECT_EQ(beijing_midnight(day("2026-11-20")), at("2026-11-20T00:00:00+08:00"));
    for (Date date = day("1965-01-01"); date < day("1975-01-01"); date = date + 1) {
        auto const midnight = beijing_midnight(date);
        ASSERT_EQ(beijing_date(midnight), date);
        ASSERT_EQ(beijing_date({midnight.micros - 1}), date - 1);
    }
    EXPECT_EQ(beijing_date({std::numeric_limits<std::int64_t>::max()}), day("9999-12-31"));
    EXPECT_EQ(beijing_date({std::numeric_limits<std::int64_t>::min()}), day("0001-01-01"));
}

TEST(Date, IsReadAndWrittenAsText) {
    EXPECT_EQ(to_json(day("2026-11-20")), boost::json::value("2026-11-20"));
    EXPECT_EQ(from_json<Date>("2026-11-20").value(), day("2026-11-20"));
    EXPECT_EQ(from_json<Date>("2026-02-30").error().fields.at(0).rule, "date");
    EXPECT_EQ(from_json<Date>(20261120).error().fields.at(0).rule, "string");
}

}  // namespace
}  // namespace anping::field
