// SPDX-License-Identifier: Apache-2.0
// Days of the law: longer, extended, past the calendar.
#include "way.hpp"

namespace anping::cases {
namespace {

using namespace way;

TEST(Clock, IsLongerByTheDaysOfASuspension) {
    auto state = opened();
    EXPECT_EQ(due(state.opened.limits, "case_decision"), "2026-05-06") << "3 May is a holiday, and so are the next two";
    take(state, step(suspension, "2026-03-01"));
    EXPECT_EQ(refused(record_step(step(suspension, "2026-03-02"), state, two(), law())), "cases.not_now");
    auto const resumed = recorded(step(resumption, "2026-03-31"), state);
    EXPECT_EQ(due(resumed.limits, "case_decision"), "2026-06-02");
    EXPECT_EQ(resumed.limits.front().facts.at("case.days_suspended"), 30);
    EXPECT_EQ(resumed.limits.front().facts.at("case.opened_on"), "2026-02-02");
    EXPECT_EQ(refused(record_step(step(resumption, "2026-03-31"), opened(), two(), law())), "cases.not_now");
}

TEST(Clock, RunsToTheDayItWasExtendedTo) {
    auto state = opened();
    auto in = step(extension, "2026-04-20");
    in.until = day("2026-04-20");
    EXPECT_EQ(refused(record_step(in, state, two(), law())), "/until");
    in.until = day("2026-06-05");
    take(state, in);
    EXPECT_EQ(due(state.steps.back().limits, "case_decision"), "2026-06-05");
    EXPECT_EQ(state.steps.back().limits.front().citation.clause, "CN-D11");
    take(state, step(suspension, "2026-05-06"));
    auto const resumed = recorded(step(resumption, "2026-05-14"), state);
    EXPECT_EQ(due(resumed.limits, "case_decision"), "2026-06-15") << "eight days more end on a Saturday";
}

TEST(Clock, CountsAnExtensionDuringASuspensionOnceItIsResumed) {
    auto state = opened();
    take(state, step(suspension, "2026-04-01"));
    auto in = step(extension, "2026-04-20");
    in.until = day("2026-06-05");
    take(state, in);
    EXPECT_TRUE(state.steps.back().limits.empty());
    EXPECT_EQ(due(recorded(step(resumption, "2026-04-21"), state).limits, "case_decision"), "2026-06-08")
        << "the day suspended since the extension, and over the week-end";
}

TEST(DayPastTheCalendar, IsCountedOnceTheCalendarIsPublished) {
    auto const later = books_of_2027();
    Law const then{*later, day("2027-01-08")};
    Law const now = law("2026-12-31");
    rulebook::Place const place{{"652301"}};
    auto const opened = limit_of("case_decision", "case.opened_on", day("2026-11-20"), place, now).value();
    EXPECT_FALSE(opened.due);
    EXPECT_FALSE(recounted(opened, place, now).due) << "as long as it is not";
    auto const counted = recounted(opened, place, then);
    EXPECT_EQ(to_string(counted.due.value()), "2027-02-18");
    EXPECT_NE(counted.calendar, opened.calendar);
    EXPECT_EQ(counted.count, limit_of("case_decision", "case.opened_on", day("2026-11-20"), place, then)->count);
    auto const suit = limit_of("litigation", "decision.known_on", day("2026-11-25"), place, now).value();
    auto const request = enforcement_limit(suit, place, now).value();
    EXPECT_EQ(request.duty, "enforcement_request");
    EXPECT_FALSE(request.due);
    EXPECT_EQ(to_string(recounted(request, place, then).due.value()), "2027-08-25");
}

TEST(DayPastTheCalendar, IsCountedWithTheDaysOfASuspensionAndAnExtension) {
    auto const later = books_of_2027();
    auto state = opened();
    take(state, step(suspension, "2026-03-01"));
    Law const now = law("2026-12-31");
    Law const then{*later, day("2027-01-08")};
    auto const suspended = case_limit(state, now, day("2026-12-01")).value();
    EXPECT_FALSE(suspended.due);
    auto const counted = recounted(suspended, state.place(), then);
    EXPECT_EQ(counted.due, case_limit(state, then, day("2026-12-01"))->due);
    EXPECT_NE(counted.count.find("扣除中止的 275 日"), std::string::npos) << counted.count;
    auto in = step(extension, "2026-04-20");
    in.until = day("2026-06-05");
    take(state, in);
    auto const extended = case_limit(state, now, day("2026-12-01")).value();
    EXPECT_FALSE(extended.due);
    EXPECT_EQ(recounted(extended, state.place(), then).due, case_limit(state, then, day("2026-12-01"))->due);
}

TEST(DayPastTheCalendar, OfAHearingHoldsTheDecisionUntilItIsCountedAndOver) {
    auto const later = books_of_2027();
    Law const then{*later, day("2027-01-15")};
    auto state = told();
    auto const uncounted = limit_of("hearing_request", "hearing.told_on", day("2026-12-28"), state.place(), law());
    begin(state, {uncounted.value()});
    EXPECT_EQ(refused(decide(deciding("2027-01-07"), state, two(), then)), "cases.hearing");
    begin(state, {recounted(*uncounted, state.place(), then)});
    EXPECT_EQ(refused(decide(deciding("2027-01-05"), state, two(), then)), "cases.hearing");
    EXPECT_TRUE(decide(deciding("2027-01-07"), state, two(), then));
}

}  // namespace
}  // namespace anping::cases
