// SPDX-License-Identifier: Apache-2.0
#include "step_order.hpp"
#include "way.hpp"

namespace anping::cases {
namespace {

using namespace way;

TEST(OpenedCase, HasNinetyDaysAndEndsOnAWorkingDay) {
    auto const state = opened(opening("2025-12-01"));
    EXPECT_EQ(due(state.opened.limits, "case_decision"), "2026-03-02") << "the ninetieth day is a Sunday";
    EXPECT_EQ(state.opened.limits.front().citation.clause, "CN-D11");
    EXPECT_EQ(codes(state.opened.remarks), "");
}

TEST(OpenedCase, IsRecordedWithOneOfficerAndAfterTheLimitationAndSaysSo) {
    auto in = opening();
    in.acted_on = day("2024-02-01");
    Noted one = two();
    one.officers.pop_back();
    auto const events = open_case({"AJ-1"}, in, kClerk, {}, one, law());
    ASSERT_TRUE(events);
    EXPECT_EQ(codes(from_trusted_json<CaseOpened>(events->front().data).remarks), "officers limitation");
    in.harm = true;
    EXPECT_EQ(
        codes(from_trusted_json<CaseOpened>(open_case({"AJ-1"}, in, kClerk, {}, two(), law())->front().data).remarks),
        "")
        << "five years where life was endangered and harm done";
}

TEST(OpenedCase, IsHeldAgainstTheLimitationForConductsOlderThanTheLawToo) {
    auto in = opening();
    in.acted_on = day("2019-05-01");
    auto const remarks = [&] {
        return from_trusted_json<CaseOpened>(open_case({"AJ-1"}, in, kClerk, {}, two(), law())->front().data).remarks;
    };
    ASSERT_EQ(codes(remarks()), "limitation");
    EXPECT_NE(remarks().front().text.find("2019-05-01"), std::string::npos);
    EXPECT_EQ(remarks().front().clause->clause, "CN-P36");
    in.harm = true;
    EXPECT_EQ(codes(remarks()), "limitation");
    in.acted_on = day("2021-03-01");
    EXPECT_EQ(codes(remarks()), "") << "five years are not over";
}

TEST(OpenedCase, TellsWhatIsWrongAtItsField) {
    auto const wrong = [](auto change) {
        auto in = opening();
        change(in);
        return refused(open_case({"AJ-1"}, in, kClerk, {}, two(), law()));
    };
    EXPECT_EQ(wrong([](auto& in) { in.opened_on = day("2026-07-01"); }), "/opened_on");
    EXPECT_EQ(wrong([](auto& in) { in.acted_on = day("2026-02-03"); }), "/acted_on");
    EXPECT_EQ(wrong([](auto& in) { in.parties.clear(); }), "/parties");
    EXPECT_EQ(wrong([](auto& in) { in.sources.clear(); }), "/sources");
    EXPECT_EQ(wrong([](auto& in) { in.conducts = {{"rudeness"}}; }), "/conducts/0");
    EXPECT_EQ(refused(set_mode({CaseMode::external, {}}, {"B-1"})), "/system");
}

TEST(Step, OutOfOrderIsRecordedAndRemarkedUpon) {
    auto const out = recorded(step(defence, "2026-02-20"), opened());
    EXPECT_EQ(codes(out.remarks), "order");
    EXPECT_EQ(out.remarks.front().text, "还没有记录“行政处罚告知”");
    auto state = opened();
    take(state, step(investigation, "2026-02-10"));
    EXPECT_EQ(codes(recorded(step(proposal, "2026-02-05"), state).remarks), "order");
    EXPECT_EQ(codes(recorded(step(investigation, "2026-01-05"), opened()).remarks), "order") << "before the opening";
    take(state, step(closing, "2026-02-12"));
    EXPECT_EQ(codes(recorded(step(investigation, "2026-02-13"), state).remarks), "order") << "after the closing";
    EXPECT_EQ(refused(record_step(step(closing, "2026-02-13"), state, two(), law())), "cases.not_now");
}

TEST(Step, ThatIsLateSaysByHowMuch) {
    auto state = opened();
    take(state, step(evidence_registered, "2026-02-13"));
    EXPECT_EQ(codes(recorded(step(evidence_handled, "2026-03-02"), state).remarks), "")
        << "seven working days over the Spring Festival, two Saturdays worked";
    auto const late = recorded(step(evidence_handled, "2026-03-03"), state);
    EXPECT_EQ(codes(late.remarks), "late");
    EXPECT_NE(late.remarks.front().text.find("逾期 1 日"), std::string::npos);
}

TEST(Step, SaysWhoseCertificateTheRegisterDoesNotHaveValidThatDay) {
    auto const state = opened();
    auto names = two();
    names.may_enforce = {names.officers.front().certificate};
    auto const remarks = recorded(step(investigation, "2026-02-03"), state, names).remarks;
    ASSERT_EQ(codes(remarks), "officers");
    EXPECT_NE(remarks.front().text.find(names.officers.back().certificate), std::string::npos);
    names.may_enforce->push_back(names.officers.back().certificate);
    EXPECT_EQ(codes(recorded(step(investigation, "2026-02-03"), state, names).remarks), "");
}

TEST(Step, NeedsTwoOfficersAndAnotherReviewer) {
    auto state = opened();
    Noted one = two();
    one.officers.pop_back();
    EXPECT_EQ(codes(recorded(step(investigation, "2026-02-03"), state, one).remarks), "officers");
    take(state, step(investigation, "2026-02-03"));
    take(state, step(proposal, "2026-02-04"));
    EXPECT_EQ(codes(recorded(step(legal_review, "2026-02-05"), state, one).remarks), "reviewer");
}

TEST(Step, OfAHearingIsAnnouncedSevenWorkingDaysBefore) {
    auto state = told();
    take(state, step(hearing_requested, "2026-02-26"));
    auto in = step(hearing_announced, "2026-02-28");
    in.until = day("2026-03-10");
    EXPECT_EQ(codes(recorded(in, state).remarks), "") << "Saturday 28 February is worked";
    in.until = day("2026-03-09");
    auto const late = recorded(in, state);
    EXPECT_EQ(codes(late.remarks), "late");
    EXPECT_EQ(due(late.limits, "hearing_announcement"), "2026-02-27");
    in.until.reset();
    EXPECT_EQ(refused(record_step(in, state, two(), law())), "/until");
}

TEST(Step, RefersToAnotherBureauThatThereIs) {
    auto const state = opened();
    auto in = step(referred, "2026-03-02");
    auto const to = [&](char const* bureau) {
        in.to = registry::BureauId{bureau};
        return refused(record_step(in, state, two(), law()));
    };
    EXPECT_EQ(refused(record_step(in, state, two(), law())), "/to");
    for (auto const* wrong : {"B-999999", "B-65", "J-1", "B-320000-C", "B-652301"})
        EXPECT_EQ(to(wrong), "/to") << wrong;
    for (auto const* right : {"B-650000", "B-650000-C", "B-230000"}) EXPECT_EQ(to(right), "") << right;
}

TEST(Step, TowardsThePoliceHasThreeDaysAndTwentyFourHours) {
    auto state = opened();
    take(state, step(police_reported, "2026-02-13"));
    EXPECT_EQ(due(state.steps.back().limits, "crime_transfer"), "2026-02-16");
    auto approved = step(police_approved, "2026-02-16");
    EXPECT_EQ(refused(record_step(approved, state, two(), law())), "/at");
    approved.at = parse_timestamp("2026-02-16T10:00:00+08:00");
    take(state, approved);
    EXPECT_EQ(to_string(*state.steps.back().due_at), "2026-02-17T10:00:00.000000+08:00");
    EXPECT_EQ(due(state.steps.back().limits, "crime_transfer_hours"), "2026-02-17");
    EXPECT_EQ(state.steps.back().limits.front().owes, "bureau");
    EXPECT_EQ(state.steps.back().limits.front().citation.clause, "CN-D19.hours");
    EXPECT_EQ(next_steps(state, {}).front(), police_sent);
    auto sent = step(police_sent, "2026-02-17");
    sent.at = parse_timestamp("2026-02-17T10:00:00+08:00");
    EXPECT_EQ(codes(recorded(sent, state).remarks), "");
    sent.at = parse_timestamp("2026-02-17T10:00:01+08:00");
    EXPECT_EQ(codes(recorded(sent, state).remarks), "late");
    sent.on = day("2026-02-18");
    sent.at = parse_timestamp("2026-02-18T10:00:01+08:00");
    EXPECT_EQ(codes(recorded(sent, state).remarks), "late") << "once";
    take(state, sent);
    EXPECT_FALSE(runs(state, "crime_transfer_hours"));
}

TEST(Decision, IsNotMadeWithoutNoticeOrHearingRight) {
    EXPECT_EQ(refused(decide(deciding("2026-03-02"), opened(), two(), law())), "cases.notice");
    auto state = opened();
    take(state, step(investigation, "2026-02-03"));
    take(state, step(proposal, "2026-02-10"));
    take(state, step(notice, "2026-02-12"));
    EXPECT_EQ(refused(decide(deciding("2026-03-02"), state, two(), law())), "cases.hearing") << "revocation";
    auto fine_only = deciding("2026-03-02");
    fine_only.conducts.front().conduct = {"no_notice"};
    fine_only.penalties = {{1, {"fine"}, {"unit"}, {"某机构"}, field::Money{500'000}}};
    EXPECT_TRUE(decide(fine_only, state, two(), law())) << "a small fine has no hearing";
}

TEST(Decision, WaitsForTheFiveDaysAndForTheHearingThatWasAsked) {
    auto state = told();
    EXPECT_EQ(refused(decide(deciding("2026-02-27"), state, two(), law())), "cases.hearing")
        << "the fifth working day after 13 February";
    EXPECT_TRUE(decide(deciding("2026-02-28"), state, two(), law()));
    auto waived = state;
    take(waived, step(hearing_waived, "2026-02-14"));
    EXPECT_TRUE(decide(deciding("2026-02-24"), waived, two(), law()));
    take(state, step(hearing_requested, "2026-02-26"));
    EXPECT_EQ(refused(decide(deciding("2026-03-20"), state, two(), law())), "cases.hearing");
    auto announced = step(hearing_announced, "2026-02-28");
    announced.until = day("2026-03-12");
    take(state, announced);
    take(state, step(hearing_held, "2026-03-12"));
    EXPECT_TRUE(decide(deciding("2026-03-20"), state, two(), law()));
}

TEST(Decision, WithoutDiscussionIsMadeAndRemarkedUponWhileThatClauseIsNotConfirmed) {
    auto state = told();
    auto const without = decide(deciding("2026-03-02"), state, two(), law());
    ASSERT_TRUE(without);
    EXPECT_EQ(codes(from_trusted_json<DecisionMade>(without->front().data).remarks), "discussion");
    take(state, step(discussion, "2026-02-28"));
    auto const with =
        from_trusted_json<DecisionMade>(decide(deciding("2026-03-02"), state, two(), law())->front().data);
    EXPECT_EQ(codes(with.remarks), "");
    EXPECT_EQ(due(with.limits, "penalty_exposure"), "2026-03-11");
    EXPECT_EQ(due(with.limits, "decision_service"), "2026-03-11");
    rulebook::Law const confirmed = rulebook::load(ANPING_SOURCE_DIR "/rulebooks", {{"CN-P57"}}).law.value();
    EXPECT_EQ(refused(decide(deciding("2026-03-02"), told(), two(), {confirmed, day("2026-06-30")})),
              "cases.discussion");
}

TEST(Decision, StaysInTheRangesOfClausesThatBind) {
    auto const state = told();
    auto const at = [&](MakeDecision const& in) { return refused(decide(in, state, two(), law())); };
    EXPECT_EQ(at(deciding("2026-03-02", 200'001)), "/penalties/0/amount");
    EXPECT_EQ(at(deciding("2026-03-02", 99'999)), "/penalties/0/amount");
    auto mitigated = deciding("2026-03-02", 50'000);
    mitigated.conducts.front().factors = {{"mitigated"}};
    EXPECT_EQ(at(mitigated), "") << "below the range by a factor that mitigates";
    auto unknown = deciding("2026-03-02");
    unknown.penalties.front().code = {"warning"};
    EXPECT_EQ(at(unknown), "/penalties/0/code");
    auto open = deciding("2026-03-02", 300'000);
    open.conducts.front().income.reset();
    EXPECT_EQ(at(open), "/penalties/0/amount");
    auto unconfirmed = deciding("2026-03-02", 5'000);
    unconfirmed.conducts.front().conduct = {"unqualified"};
    unconfirmed.penalties.pop_back();
    EXPECT_EQ(at(unconfirmed), "/penalties/0/code") << "what that costs is recalled and not confirmed";
    auto count = deciding("2026-03-02");
    count.penalties.front().count = 2;
    EXPECT_EQ(at(count), "/penalties/0/count");
}

TEST(Decision, AfterNinetyDaysSaysSoAndIsMadeOnce) {
    auto state = told();
    auto const late = decide(deciding("2026-05-07"), state, two(), law());
    ASSERT_TRUE(late);
    state.decision = from_trusted_json<DecisionMade>(late->front().data);
    EXPECT_EQ(codes(state.decision->remarks), "discussion late");
    EXPECT_EQ(refused(decide(deciding("2026-05-08"), state, two(), law())), "cases.not_now");
}

TEST(Decision, OfTheEnforcementSystemIsAFact) {
    auto const elsewhere = opened(opening(), {CaseMode::external, "应急管理执法系统"});
    EXPECT_EQ(refused(decide(deciding("2026-03-02"), elsewhere, two(), law())), "cases.not_now");
    EXPECT_EQ(refused(record_decision(deciding("2026-03-02"), opened(), two(), law())), "cases.not_now");
    auto const events = record_decision(deciding("2026-03-02", 900'000), elsewhere, two(), law());
    ASSERT_TRUE(events);
    auto const made = from_trusted_json<DecisionMade>(events->front().data);
    EXPECT_TRUE(made.elsewhere);
    EXPECT_EQ(codes(made.remarks), "range");
}

TEST(Decision, NamesUnitsAndProvesTheNamesOfPersons) {
    auto in = deciding("2026-03-02");
    in.penalties.push_back({1, {"revoke"}, {"persons"}, {"赵负责"}, {}});
    auto names = two();
    names.punished = {{}, {}, ledger::Commitment{"P-7", "ee"}};
    auto const events = decide(in, told(), names, law());
    ASSERT_TRUE(events);
    EXPECT_EQ(json::serialize(events->front().data).find("赵负责"), std::string::npos);
    auto const made = from_trusted_json<DecisionMade>(events->front().data);
    EXPECT_EQ(made.penalties.front().who, "某机构");
    EXPECT_EQ(made.penalties.back().person, (ledger::Commitment{"P-7", "ee"}));
}

TEST(NextSteps, FollowTheWayOfACase) {
    auto const has = [](State const& state, StepKind kind) {
        std::vector<Required> const hearing{{"hearing", true, true, "", {}}, {"discussion", true, false, "", {}}};
        auto const next = next_steps(state, hearing);
        return std::ranges::find(next, kind) != next.end();
    };
    EXPECT_TRUE(has(opened(), investigation));
    EXPECT_FALSE(has(opened(), StepKind::decision));
    EXPECT_TRUE(has(told(), hearing_requested));
    EXPECT_TRUE(has(told(), discussion));
    EXPECT_TRUE(has(decided(), delivery));
    EXPECT_TRUE(has(decided(), publication));
}

}  // namespace
}  // namespace anping::cases
