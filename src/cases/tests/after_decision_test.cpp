// SPDX-License-Identifier: Apache-2.0
// Delivery, remedies, annulment, and the money.
#include "step_order.hpp"
#include "way.hpp"

namespace anping::cases {
namespace {

using namespace way;

TEST(Delivery, SetsTheDaysOfPaymentAndRemedies) {
    auto state = decided();
    auto const out = recorded(step(delivery, "2026-03-05"), state);
    EXPECT_EQ(due(out.limits, "fine_payment"), "2026-03-20");
    EXPECT_EQ(due(out.limits, "reconsideration"), "2026-05-06");
    EXPECT_EQ(due(out.limits, "litigation"), "2026-09-07");
    EXPECT_EQ(due(out.limits, "enforcement_request"), "2026-12-07");
    take(state, step(delivery, "2026-03-05"));
    auto paid = step(payment, "2026-03-10");
    EXPECT_EQ(refused(record_step(paid, state, two(), law())), "/amount");
    paid.amount = field::Money{4'000'000};
    take(state, paid);
    EXPECT_EQ(state.steps.back().ends.size(), 0U) << "a part";
    paid.amount = field::Money{6'000'000};
    EXPECT_EQ(recorded(paid, state).ends.size(), 2U) << "the whole";
}

TEST(Remedy, ThatWasTakenMovesTheDayToAskForExecution) {
    auto state = delivered();
    take(state, step(review_applied, "2026-04-01"));
    for (auto const* duty : {"reconsideration", "litigation", "enforcement_request"})
        EXPECT_FALSE(runs(state, duty)) << duty;
    take(state, step(review_decided, "2026-05-20"));
    EXPECT_EQ(due(state.steps.back().limits, "litigation_after_review"), "2026-06-04");
    EXPECT_EQ(due(state.steps.back().limits, "enforcement_request"), "2026-09-04");
    take(state, step(suit_filed, "2026-06-01"));
    EXPECT_FALSE(runs(state, "litigation_after_review"));
    EXPECT_FALSE(runs(state, "enforcement_request"));
    take(state, step(judgment, "2026-06-29"));
    EXPECT_EQ(due(state.steps.back().limits, "enforcement_request"), "2026-09-29");
}

TEST(Remedy, OfAFineThatIsPaidLeavesNothingToExecute) {
    auto state = delivered();
    auto paid = step(payment, "2026-03-10");
    paid.amount = field::Money{10'000'000};
    take(state, paid);
    take(state, step(review_applied, "2026-04-01"));
    EXPECT_EQ(due(recorded(step(review_decided, "2026-05-20"), state).limits, "enforcement_request"), "none");
}

TEST(Annulment, EndsEveryDayOfTheDecision) {
    auto state = delivered();
    take(state, step(annulment, "2026-03-10"));
    EXPECT_TRUE(state.limits.empty()) << state.limits.front().duty;
    EXPECT_FALSE(state.stands());
    EXPECT_TRUE(recorded(step(review_decided, "2026-03-20"), state).limits.empty());
}

TEST(Annulment, LetsTheCaseBeDecidedAgainOnceThePartyIsToldAndHeardAgain) {
    auto state = delivered();
    take(state, step(publication, "2026-03-06"));
    take(state, step(closing, "2026-03-09"));
    EXPECT_EQ(refused(decide(deciding("2026-03-10"), state, two(), law())), "cases.not_now");
    take(state, step(annulment, "2026-03-10"));
    auto next = next_steps(state, {});
    EXPECT_EQ(next.front(), publication_withdrawn);
    EXPECT_NE(std::ranges::find(next, notice), next.end());
    EXPECT_EQ(refused(decide(deciding("2026-03-20"), state, two(), law())), "cases.notice");
    take(state, step(notice, "2026-03-11"));
    EXPECT_EQ(refused(decide(deciding("2026-03-20"), state, two(), law())), "cases.hearing");
    take(state, step(hearing_notice, "2026-03-11"));
    take(state, step(hearing_waived, "2026-03-12"));
    auto const again = decide(deciding("2026-03-20"), state, two(), law());
    ASSERT_TRUE(again);
    state.annulled.push_back(*state.decision);
    state.decision = from_trusted_json<DecisionMade>(again->front().data);
    EXPECT_EQ(state.decision->number, static_cast<std::int64_t>(state.steps.size()) + 2);
    EXPECT_TRUE(state.stands());
    EXPECT_FALSE(state.has(delivery));
    EXPECT_EQ(refused(decide(deciding("2026-03-21"), state, two(), law())), "cases.not_now");
}

TEST(Annulment, HasThePublicationWithdrawnInThreeWorkingDays) {
    auto state = decided();
    take(state, step(publication, "2026-03-06"));
    EXPECT_EQ(due(recorded(step(annulment, "2026-04-30"), state).limits, "disclosure_withdrawal"), "2026-05-08");
}

Fine fine(std::int64_t fen) { return {{{day("2026-03-20"), {fen}}}, {}, {}}; }
std::optional<Surcharge> added_to(Fine const& of, char const* today) {
    return cases::surcharge(of, rulebook::Place{{"652301"}}, law(today));
}

TEST(AddedFine, GrowsByThreePercentADayUpToTheFine) {
    auto const ten = added_to(fine(1'000'000), "2026-03-30");
    ASSERT_TRUE(ten);
    EXPECT_EQ(ten->amount.fen, 300'000);
    EXPECT_EQ(ten->arithmetic, "10000元 × 3% × 10 日 = 3000元");
    EXPECT_EQ(added_to(fine(1'000'000), "2026-06-30")->amount.fen, 1'000'000);
    EXPECT_FALSE(added_to(fine(1'000'000), "2026-03-20"));
}

TEST(AddedFine, LeavesOutTheDaysOfADisputeThatAreLate) {
    auto of = fine(1'000'000);
    of.pauses = {{day("2026-03-22"), day("2026-03-26")}};
    EXPECT_EQ(added_to(of, "2026-03-30")->amount.fen, 180'000);
    of.pauses = {{day("2026-03-10"), day("2026-03-22")}};
    EXPECT_EQ(added_to(of, "2026-03-30")->days, 8) << "those before the fine was due took nothing away";
}

TEST(AddedFine, StaysWhenTheFineIsPaidLate) {
    auto of = fine(1'000'000);
    of.paid = {{day("2026-03-18"), {200'000}}, {day("2026-03-25"), {300'000}}, {day("2026-03-30"), {500'000}}};
    auto const out = added_to(of, "2026-06-30");
    ASSERT_TRUE(out);
    EXPECT_EQ(out->amount.fen, 8'000 * 3 * 5 + 5'000 * 3 * 5);
    EXPECT_EQ(out->days, 10);
    EXPECT_EQ(out->arithmetic, "8000元 × 3% × 5 日 = 1200元；5000元 × 3% × 5 日 = 750元；合计 1950元");
    of.paid = {{day("2026-03-20"), {1'000'000}}};
    EXPECT_FALSE(added_to(of, "2026-06-30")) << "in time";
}

TEST(AddedFine, IsCountedForEachPartThatWasAgreed) {
    Fine const of{
        {{day("2026-03-20"), {500'000}}, {day("2026-04-20"), {500'000}}}, {{day("2026-03-22"), {500'000}}}, {}};
    EXPECT_EQ(added_to(of, "2026-04-21")->amount.fen, 5'000 * 3 * 2 + 5'000 * 3 * 1);
}

TEST(Dispute, RunsFromTheApplicationToTheLastDecision) {
    auto state = delivered();
    take(state, step(review_applied, "2026-03-25"));
    take(state, step(review_decided, "2026-04-10"));
    take(state, step(suit_filed, "2026-04-20"));
    auto const found = disputes_of(state, day("2026-05-01"));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found.front().until - found.front().from, 16);
    EXPECT_EQ(to_string(found.back().until), "2026-05-01");
}

TEST(Payment, OfIllegalIncomePaysNoFine) {
    auto state = delivered();
    auto paid = step(payment, "2026-03-10");
    paid.amount = field::Money{10'000'000};
    paid.pays = PaymentOf::confiscation;
    take(state, paid);
    EXPECT_TRUE(state.steps.back().ends.empty());
    EXPECT_TRUE(runs(state, "fine_payment"));
    paid.pays = PaymentOf::fine;
    take(state, paid);
    EXPECT_FALSE(runs(state, "fine_payment"));
}

TEST(Instalments, EachHaveTheirDayAndArePaidInTheirOrder) {
    auto state = delivered();
    auto agreed = step(instalments, "2026-03-10");
    agreed.instalments = {{day("2026-05-20"), {6'000'000}}, {day("2026-04-20"), {4'000'000}}};
    take(state, agreed);
    EXPECT_FALSE(runs(state, "fine_payment"));
    auto const number = std::to_string(state.steps.back().number);
    auto const first = "fine_instalment." + number + ".1";
    auto const second = "fine_instalment." + number + ".2";
    EXPECT_EQ(due(state.steps.back().limits, first), "2026-04-20");
    EXPECT_EQ(due(state.steps.back().limits, second), "2026-05-20");
    auto paid = step(payment, "2026-04-01");
    paid.amount = field::Money{5'000'000};
    take(state, paid);
    EXPECT_FALSE(runs(state, first));
    EXPECT_TRUE(runs(state, second));
    take(state, paid);
    EXPECT_FALSE(runs(state, second));
    EXPECT_FALSE(runs(state, "enforcement_request"));
}

}  // namespace
}  // namespace anping::cases
