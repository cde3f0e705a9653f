// SPDX-License-Identifier: Apache-2.0
#include "scene.hpp"
#include "step_order.hpp"

namespace anping::cases {
namespace {

using enum StepKind;

void end(State& state, std::vector<std::string> const& ends) {
    std::erase_if(state.limits, [&](OpenLimit const& one) { return std::ranges::find(ends, one.duty) != ends.end(); });
}
void begin(State& state, std::vector<Limit> const& limits) {
    for (auto const& one : limits) {
        end(state, {one.duty});
        state.limits.push_back({one.duty, one.owes, one.due, one.citation.title});
    }
}

State opened(OpenCase const& in = opening(), Mode const& mode = {}) {
    State out{{"AJ-1"},
              from_trusted_json<CaseOpened>(open_case({"AJ-1"}, in, kClerk, mode, two(), law()).value().front().data)};
    begin(out, out.opened.limits);
    return out;
}

RecordStep step(StepKind kind, char const* on) {
    RecordStep out;
    out.kind = kind;
    out.on = day(on);
    out.text = {"已办理"};
    return out;
}
StepRecorded recorded(RecordStep const& in, State const& state, Noted names = two()) {
    return from_trusted_json<StepRecorded>(record_step(in, state, std::move(names), law()).value().front().data);
}
void take(State& state, RecordStep const& in, Noted names = two()) {
    auto out = recorded(in, state, std::move(names));
    end(state, out.ends);
    begin(state, out.limits);
    if (out.kind == suspension) end(state, {"case_decision"});
    state.steps.push_back(std::move(out));
}
MakeDecision deciding(char const* on, std::int64_t yuan = 100'000) {
    MakeDecision out;
    out.on = day(on);
    out.number = {"（昌）应急罚〔2026〕1号"};
    PenaltyFacts facts;
    facts.conduct = {"false_report"};
    facts.acted_on = day("2025-12-01");
    facts.income = field::Money{0};
    out.conducts = {facts};
    out.penalties = {{1, {"fine"}, {"unit"}, {"某机构"}, field::Money{yuan * 100}},
                     {1, {"revoke"}, {"unit"}, {"某机构"}, {}}};
    out.reasons = {"事实清楚，证据确凿"};
    return out;
}

// Everything that has to come before, up to the hearing notice.
State told(char const* hearing_told = "2026-02-13") {
    auto out = opened();
    take(out, step(investigation, "2026-02-03"));
    take(out, step(proposal, "2026-02-10"));
    take(out, step(legal_review, "2026-02-11"), {{{"XJ-9", {"P-9", "cc"}}}, {}});
    take(out, step(notice, "2026-02-12"));
    take(out, step(hearing_notice, hearing_told));
    return out;
}

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
    auto sent = step(police_sent, "2026-02-17");
    sent.at = parse_timestamp("2026-02-17T10:00:00+08:00");
    EXPECT_EQ(codes(recorded(sent, state).remarks), "");
    sent.at = parse_timestamp("2026-02-17T10:00:01+08:00");
    EXPECT_EQ(codes(recorded(sent, state).remarks), "late");
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

State decided() {
    auto out = told();
    take(out, step(discussion, "2026-02-28"));
    out.decision = from_trusted_json<DecisionMade>(decide(deciding("2026-03-02"), out, two(), law())->front().data);
    end(out, out.decision->ends);
    begin(out, out.decision->limits);
    return out;
}

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

State delivered() {
    auto out = decided();
    take(out, step(delivery, "2026-03-05"));
    return out;
}
bool runs(State const& state, std::string_view duty) {
    return std::ranges::any_of(state.limits, [&](OpenLimit const& one) { return one.duty == duty; });
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
