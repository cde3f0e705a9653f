// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules.hpp"

namespace anping::licensing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

field::Date day(char const* text) { return field::parse_date(text).value(); }
rulebook::Law const& books() {
    static auto const law = *rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law;
    return law;
}
Circumstances on(char const* today) { return {books(), day(today)}; }

// Accepted on 16 April: 20 working days over the May holiday, with Saturday the 9th worked, end on 18 May.
State accepted() {
    State out;
    out.id = {"XK-1"};
    out.enterprise = {"Q-1"};
    out.region = {"652301"};
    out.received_on = day("2026-04-10");
    out.accepted_on = day("2026-04-16");
    out.due = day("2026-05-18");
    return out;
}
State reviewed(ReviewResult result = ReviewResult::adequate) {
    auto out = accepted();
    out.reports.push_back({{"P-1"}, {"J-1"}, {}, {}});
    out.reviews.push_back({{"P-1"}, result});
    return out;
}
State asked(bool answered = false) {
    auto out = reviewed(ReviewResult::to_correct);
    out.corrections.push_back(
        {1, {"J-1"}, day("2026-04-27"), false, answered, {"P-1"}, day("2026-04-20"), std::nullopt});
    return out;
}
State corrected(char const* closed_on) {
    auto out = asked(true);
    out.corrections[0].closed = true;
    out.corrections[0].closed_on = day(closed_on);
    return out;
}

std::string word(WaitingKind kind) { return boost::describe::enum_to_string(kind, ""); }
std::vector<std::string> kinds(std::vector<Waiting> const& list) {
    std::vector<std::string> out;
    for (auto const& one : list) out.push_back(word(one.kind));
    return out;
}
std::vector<std::string> told(std::vector<Turn> const& list) {
    std::vector<std::string> out;
    for (auto const& one : list) out.push_back(to_string(one.on) + " " + one.kind + " " + one.clause);
    return out;
}
std::string says(State const& state, char const* today) {
    auto const next = next_step(state, on(today));
    return std::string(boost::describe::enum_to_string(next.hand, "")) + " " + next.text;
}

TEST(NextStep, FollowsTheDeskFromAcceptanceToTheMeeting) {
    auto received = accepted();
    received.accepted_on.reset();
    received.due.reset();
    EXPECT_EQ(says(received, "2026-04-17"), "desk 决定是否受理");
    EXPECT_EQ(says(accepted(), "2026-04-17"), "desk 关联所依据的评价报告");
    auto unread = reviewed();
    unread.reviews.clear();
    EXPECT_EQ(says(unread, "2026-04-17"), "desk 审核所依据的报告，有 1 份未审核");
    EXPECT_EQ(says(reviewed(), "2026-04-17"), "desk 列入办公会议议程");
    auto meeting = reviewed();
    meeting.meeting_on = day("2026-04-22");
    EXPECT_EQ(says(meeting, "2026-04-17"), "leader 2026-04-22 办公会议后作出决定");
    meeting.decided = true;
    meeting.decided_on = day("2026-04-22");
    EXPECT_EQ(says(meeting, "2026-04-23"), "nobody 2026-04-22 已作出决定");
}

TEST(NextStep, WaitsForTheInstitutionUntilItHasAnswered) {
    EXPECT_EQ(says(reviewed(ReviewResult::to_correct), "2026-04-20"), "desk 向机构发出补正通知");
    EXPECT_EQ(says(asked(), "2026-04-27"), "institution 补正，有 1 份通知未完成");
    EXPECT_EQ(says(asked(), "2026-04-28"), "institution 补正，有 1 份通知逾期未完成");
    EXPECT_EQ(says(asked(true), "2026-04-28"), "desk 核对机构的答复，办结补正");
    EXPECT_EQ(says(corrected("2026-04-28"), "2026-04-28"), "desk 列入办公会议议程");
}

TEST(NextStep, IsTheLeadersNearTheLimitWhateverIsStillOpen) {
    EXPECT_EQ(says(asked(), "2026-05-11"), "leader 作出决定，法定期限剩 5 个工作日");
    EXPECT_EQ(says(asked(), "2026-05-18"), "leader 作出决定，法定期限今天到期");
    EXPECT_EQ(says(asked(), "2026-05-19"), "leader 作出决定，法定期限超期 1 个工作日");
}

TEST(Desk, IsToldOfWhatItHasNotExamined) {
    auto const waiting = waiting_for_desk(accepted(), on("2026-04-17"));
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].kind, WaitingKind::examine);
    EXPECT_EQ(waiting[0].text, "关联所依据的评价报告");
    EXPECT_EQ(waiting[0].due, day("2026-05-18"));
}

TEST(Desk, IsToldOfACorrectionOnceItsDayHasComeOrItIsAnswered) {
    EXPECT_THAT(waiting_for_desk(asked(), on("2026-04-24")), IsEmpty()) << "the institution still has time";
    auto const due = waiting_for_desk(asked(), on("2026-04-27"));
    ASSERT_THAT(kinds(due), ElementsAre("correction_due"));
    EXPECT_EQ(due[0].due, day("2026-04-27"));
    EXPECT_EQ(due[0].why->clause, "XJ-14.correction");
    EXPECT_THAT(kinds(waiting_for_desk(asked(true), on("2026-04-24"))), ElementsAre("correction_answered"));
}

TEST(Desk, IsToldOfAHoldWhenTheLimitIsNotFarAndThenThatItIsTheLeaders) {
    EXPECT_THAT(kinds(waiting_for_desk(asked(), on("2026-04-30"))), ElementsAre("correction_due"));
    // Eight working days before the limit, by the book.
    auto const held = waiting_for_desk(asked(), on("2026-05-07"));
    ASSERT_THAT(kinds(held), ElementsAre("held"));
    EXPECT_EQ(held[0].why->clause, "XJ-14.agenda");
    EXPECT_EQ(held[0].due, day("2026-05-18"));
    auto const limit = waiting_for_desk(asked(), on("2026-05-11"));
    ASSERT_THAT(kinds(limit), ElementsAre("limit"));
    EXPECT_EQ(limit[0].why->clause, "XJ-14.escalation");
    EXPECT_THAT(limit[0].text, HasSubstr("机构没有按时补正"));
    EXPECT_THAT(kinds(waiting_for_desk(asked(true), on("2026-05-11"))), ElementsAre("limit", "correction_answered"));
    EXPECT_THAT(kinds(waiting_for_desk(reviewed(), on("2026-05-11"))), ElementsAre("limit"));
}

TEST(Leader, IsToldOfWhatIsNearItsLimitAndOfWhatTheMeetingHeard) {
    EXPECT_THAT(waiting_for_leader(asked(), on("2026-05-08")), IsEmpty());
    auto const near = waiting_for_leader(asked(), on("2026-05-11"));
    ASSERT_EQ(near.size(), 1U);
    EXPECT_EQ(near[0].why->clause, "XJ-14.escalation");
    EXPECT_THAT(near[0].text, HasSubstr("有1份补正通知逾期未完成"));
    auto meeting = reviewed();
    meeting.meeting_on = day("2026-04-22");
    EXPECT_THAT(waiting_for_leader(meeting, on("2026-04-21")), IsEmpty());
    EXPECT_THAT(kinds(waiting_for_leader(meeting, on("2026-04-22"))), ElementsAre("decide"));
}

TEST(NobodyIsTold, OfWhatIsDecided) {
    auto state = asked();
    state.decided = true;
    state.decided_on = day("2026-05-11");
    EXPECT_THAT(waiting_for_desk(state, on("2026-05-12")), IsEmpty());
    EXPECT_THAT(waiting_for_leader(state, on("2026-05-12")), IsEmpty());
}

TEST(NobodyIsTold, OfAHoldWhereNoClauseHolds) {
    auto elsewhere = asked();
    elsewhere.region = {"320412"};
    EXPECT_THAT(turns(elsewhere, on("2026-05-18")), IsEmpty());
    for (auto const& one : waiting_for_desk(elsewhere, on("2026-05-18"))) EXPECT_NE(one.kind, WaitingKind::held);
}

TEST(Turns, TellTheDaysOnWhichTheLawHeldItAndPutItBeforeTheLeader) {
    EXPECT_THAT(turns(asked(), on("2026-04-27")), IsEmpty());
    EXPECT_THAT(told(turns(asked(), on("2026-04-28"))), ElementsAre("2026-04-28 held XJ-14.agenda"));
    EXPECT_THAT(told(turns(asked(), on("2026-05-20"))),
                ElementsAre("2026-04-28 held XJ-14.agenda", "2026-05-11 escalated XJ-14.escalation"));
    EXPECT_THAT(turns(corrected("2026-04-27"), on("2026-05-08")), IsEmpty());
    EXPECT_THAT(told(turns(corrected("2026-04-28"), on("2026-05-08"))), ElementsAre("2026-04-28 held XJ-14.agenda"));
    auto decided = asked();
    decided.decided = true;
    decided.decided_on = day("2026-05-08");
    EXPECT_THAT(told(turns(decided, on("2026-06-01"))), ElementsAre("2026-04-28 held XJ-14.agenda"));
}

TEST(Turns, ComeAtTheEarliestWhenTheApplicationIsAccepted) {
    auto state = accepted();
    state.due = day("2026-04-20");
    EXPECT_THAT(told(turns(state, on("2026-04-20"))), ElementsAre("2026-04-16 escalated XJ-14.escalation"));
}

}  // namespace
}  // namespace anping::licensing
