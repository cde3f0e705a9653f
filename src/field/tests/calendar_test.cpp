// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/shared_data.hpp"

namespace anping::field {
namespace {

using testing::day;
using testing::national;
using testing::published_years;

CalendarYear year_with(int year, std::map<Date, std::string> off, std::map<Date, std::string> work) {
    return {year, "https://example.invalid/notice", std::move(off), std::move(work)};
}

TEST(Calendar, AgreesWithEveryPublishedDayFrom2007To2026) {
    auto const calendar = national();
    std::map<Date, bool> named;
    for (int year = 2007; year <= 2026; ++year) {
        auto const file = testing::shared_json("calendar/" + std::to_string(year) + ".json");
        for (auto const& entry : file.at("days").as_array())
            named[day(entry.at("date").as_string())] = !entry.at("isOffDay").as_bool();
    }
    int days = 0;
    for (Date date = day("2007-01-01"); date <= day("2026-12-31"); date = date + 1, ++days) {
        auto const found = named.find(date);
        bool const expected = found != named.end() ? found->second : date.weekday() <= 5;
        ASSERT_EQ(calendar.is_working(date).value(), expected) << to_string(date);
    }
    EXPECT_EQ(days, 7305);
}

TEST(Calendar, CountsMakeUpWeekendsAsWorkingDays) {
    auto const calendar = national();
    EXPECT_EQ(day("2026-10-10").weekday(), 6);
    EXPECT_TRUE(calendar.is_working(day("2026-10-10")).value());
    EXPECT_EQ(calendar.name_of(day("2026-10-10")), "调休上班");
    EXPECT_EQ(calendar.name_of(day("2026-10-01")), "国庆节");
    EXPECT_EQ(calendar.name_of(day("2026-11-20")), "");
    EXPECT_EQ(calendar.add_working_days(day("2026-09-30"), 3).value(), day("2026-10-10"));
}

TEST(Calendar, DaysOfDecemberFollowTheNextYearsNotice) {
    auto const calendar = national();
    EXPECT_TRUE(calendar.is_working(day("2018-12-29")).value());
    EXPECT_FALSE(calendar.is_working(day("2018-12-31")).value());
    EXPECT_EQ(calendar.name_of(day("2018-12-31")), "元旦");
    auto const december = day("2030-12-31");
    Calendar const both("v", {year_with(2030, {{december, "甲"}}, {}), year_with(2031, {}, {{december, "元旦"}})}, {});
    EXPECT_TRUE(both.is_working(december).value());
    Calendar const before("v", {year_with(2030, {{december, "甲"}}, {})}, {});
    EXPECT_FALSE(before.is_working(december).value());
}

TEST(Calendar, AddingAndCountingAgreeInBothDirections) {
    auto const calendar = national();
    for (Date start = day("2008-03-01"); start <= day("2025-10-01"); start = start + 2) {
        for (int n : {1, 5, 10, -1, -7}) {
            auto const end = calendar.add_working_days(start, n).value();
            ASSERT_TRUE(calendar.is_working(end).value());
            ASSERT_EQ(n > 0, end > start);
            ASSERT_EQ(calendar.working_days_between(start, end).value(), n) << to_string(start) << " " << n;
        }
    }
}

TEST(Calendar, ForwardAndBackwardUndoEachOtherOnWorkingDays) {
    auto const calendar = national();
    for (Date start = day("2008-03-01"); start <= day("2025-10-01"); start = start + 1) {
        if (!calendar.is_working(start).value()) continue;
        auto const end = calendar.add_working_days(start, 7).value();
        ASSERT_EQ(calendar.add_working_days(end, -7).value(), start) << to_string(start);
        ASSERT_EQ(calendar.working_days_between(end, start).value(), -7);
    }
}

TEST(Calendar, CountingIsAdditiveOverAnyDivision) {
    auto const calendar = national();
    auto const from = day("2025-12-20");
    auto const to = day("2026-03-10");
    auto const all = calendar.working_days_between(from, to).value();
    for (Date middle = from; middle <= to; middle = middle + 1)
        ASSERT_EQ(
            calendar.working_days_between(from, middle).value() + calendar.working_days_between(middle, to).value(),
            all);
}

TEST(Calendar, ZeroDaysIsTheDayItself) {
    auto const calendar = national();
    EXPECT_EQ(calendar.add_working_days(day("2026-10-01"), 0).value(), day("2026-10-01"));
    EXPECT_EQ(calendar.working_days_between(day("2026-10-01"), day("2026-10-01")).value(), 0);
}

TEST(Calendar, SevenWorkingDaysBeforeTheFirstDayOnSiteSkipsTheWeekends) {
    auto const calendar = national();
    EXPECT_EQ(calendar.add_working_days(day("2026-11-30"), -7).value(), day("2026-11-19"));
    EXPECT_EQ(calendar.working_days_between(day("2026-11-30"), day("2026-11-19")).value(), -7);
}

TEST(Calendar, RefusesToCountPastTheLastPublishedYear) {
    auto const calendar = national();
    EXPECT_TRUE(calendar.published(2026));
    EXPECT_FALSE(calendar.published(2027));
    EXPECT_EQ(calendar.first_year(), 2007);
    EXPECT_EQ(calendar.last_year(), 2026);
    EXPECT_EQ(calendar.is_working(day("2026-12-31")).value(), true);
    for (auto const& error :
         {calendar.is_working(day("2027-01-01")).error(), calendar.add_working_days(day("2026-12-30"), 2).error(),
          calendar.working_days_between(day("2026-12-30"), day("2027-01-04")).error(),
          calendar.working_days_between(day("2027-01-04"), day("2026-12-30")).error(),
          calendar.roll_over(day("2027-01-02")).error()}) {
        EXPECT_EQ(error.key, "calendar.unpublished");
        EXPECT_NE(error.text.find("2027"), std::string::npos) << error.text;
    }
    EXPECT_EQ(calendar.add_working_days(day("2026-12-30"), 1).value(), day("2026-12-31"));
}

TEST(Calendar, RefusesToCountBeforeTheFirstPublishedYear) {
    auto const calendar = national();
    auto const error = calendar.add_working_days(day("2007-01-04"), -1).error();
    EXPECT_EQ(error.key, "calendar.unpublished");
    EXPECT_NE(error.text.find("2006"), std::string::npos);
    EXPECT_EQ(Calendar().is_working(day("2026-01-05")).error().key, "calendar.unpublished");
    EXPECT_EQ(Calendar().last_year(), 0);
}

TEST(Calendar, PeriodsThatEndOnADayOffRollOver) {
    auto const calendar = national();
    EXPECT_EQ(calendar.roll_over(day("2026-10-01")).value(), day("2026-10-08"));
    EXPECT_EQ(calendar.roll_over(day("2026-10-10")).value(), day("2026-10-10"));
    EXPECT_EQ(calendar.roll_over(day("2026-10-11")).value(), day("2026-10-12"));
    EXPECT_EQ(calendar.roll_over(day("2026-11-20")).value(), day("2026-11-20"));
}

TEST(Calendar, OnlyConfirmedRegionalDaysLeaveTheCount) {
    auto const feast = day("2025-06-06");
    Calendar const recalled("v", published_years(),
                            {{feast, "古尔邦节", false}, {day("2025-06-09"), "古尔邦节", false}});
    EXPECT_TRUE(recalled.is_working(feast).value());
    EXPECT_EQ(recalled.name_of(feast), "");
    ASSERT_EQ(recalled.unconfirmed_between(day("2025-06-01"), day("2025-06-30")).size(), 2U);
    EXPECT_EQ(recalled.unconfirmed_between(day("2025-06-30"), feast).front().name, "古尔邦节");
    EXPECT_TRUE(recalled.unconfirmed_between(day("2025-06-07"), day("2025-06-08")).empty());

    Calendar const confirmed("v", published_years(),
                             {{feast, "古尔邦节", true}, {day("2025-06-09"), "古尔邦节", true}});
    EXPECT_FALSE(confirmed.is_working(feast).value());
    EXPECT_EQ(confirmed.name_of(feast), "古尔邦节");
    EXPECT_TRUE(confirmed.unconfirmed_between(day("2025-06-01"), day("2025-06-30")).empty());
    EXPECT_EQ(recalled.add_working_days(day("2025-06-05"), 2).value(), day("2025-06-09"));
    EXPECT_EQ(confirmed.add_working_days(day("2025-06-05"), 2).value(), day("2025-06-11"));
    EXPECT_EQ(confirmed.add_working_days(day("2025-06-10"), -1).value(), day("2025-06-05"));
}

TEST(Calendar, AConfirmedRegionalDayOutranksAMakeUpDay) {
    auto const saturday = day("2026-10-10");
    Calendar const calendar("v", published_years(), {{saturday, "地方节日", true}});
    EXPECT_FALSE(calendar.is_working(saturday).value());
    EXPECT_EQ(calendar.name_of(saturday), "地方节日");
}

TEST(Calendar, KeepsTheVersionItWasMadeWith) { EXPECT_EQ(national().version(), "test"); }

TEST(Calendar, DoesNotConstructFromContradictions) {
    auto const first = day("2026-01-01");
    EXPECT_THROW(Calendar("v", {year_with(2026, {{first, "元旦"}}, {{first, "元旦"}})}, {}), std::invalid_argument);
    EXPECT_THROW(Calendar("v", {year_with(2026, {}, {}), year_with(2026, {}, {})}, {}), std::invalid_argument);
    EXPECT_THROW(Calendar("v", {year_with(2026, {{day("2025-11-30"), "元旦"}}, {})}, {}), std::invalid_argument);
    EXPECT_THROW(Calendar("v", {year_with(2026, {}, {{day("2027-01-02"), "元旦"}})}, {}), std::invalid_argument);
    EXPECT_THROW(Calendar("v", {}, {{first, "甲", false}, {first, "乙", true}}), std::invalid_argument);
}

}  // namespace
}  // namespace anping::field
