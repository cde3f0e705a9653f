// SPDX-License-Identifier: Apache-2.0
#include "repair.hpp"

#include "scene.hpp"

namespace anping::cases {
namespace {

// The list of serious dishonesty.

ProposeListing proposal_of() {
    return {{"AJ-1"}, {"false_documents"}, day("2026-02-02"), {"出具虚假报告被处罚"}, {}, {}};
}
ListingState listing() {
    Ground const ground{registry::InstitutionId{"J-1"}, true};
    return {{"SX-1"},
            from_trusted_json<ListingProposed>(
                propose_listing({"SX-1"}, proposal_of(), kClerk, ground, {}, {}, law())->front().data)};
}
RecordListing moved(ListingStep step, char const* on) { return {step, day(on), {"已办理"}, {}}; }
ListingRecorded of(Result<Events> const& events) {
    return from_trusted_json<ListingRecorded>(events.value().front().data);
}
void take(ListingState& state, Result<Events> const& events) {
    auto out = of(events);
    std::erase_if(state.limits,
                  [&](OpenLimit const& one) { return std::ranges::find(out.ends, one.duty) != out.ends.end(); });
    for (auto const& one : out.limits) state.limits.push_back({one.duty, one.owes, one.due, one.citation.title});
    state.steps.push_back(std::move(out));
}

TEST(Listing, RestsOnADecisionThatStands) {
    EXPECT_EQ(refused(propose_listing({"SX-1"}, proposal_of(), kClerk, {registry::InstitutionId{"J-1"}, false}, {}, {},
                                      law())),
              "cases.no_decision");
    auto other = proposal_of();
    other.situation = {"rudeness"};
    EXPECT_EQ(refused(propose_listing({"SX-1"}, other, kClerk, {registry::InstitutionId{"J-1"}, true}, {}, {}, law())),
              "/situation");
}

TEST(Listing, IsDecidedEnteredPublicisedAndEndsAfterThreeYears) {
    auto state = listing();
    EXPECT_EQ(refused(record_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law())), "/step");
    take(state, record_listing(moved(ListingStep::defence, "2026-02-05"), state, {}, law()));
    take(state, decide_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law()));
    auto const& limits = state.steps.back().limits;
    EXPECT_EQ(due(limits, "dishonesty_entry"), "2026-02-13");
    EXPECT_EQ(due(limits, "dishonesty_publicity"), "2026-03-16") << "over the Spring Festival, two Saturdays worked";
    EXPECT_EQ(due(limits, "dishonesty_end"), "2029-02-10");
    EXPECT_EQ(due(limits, "dishonesty_early"), "2027-02-10");
    auto const late = of(record_listing(moved(ListingStep::entered, "2026-02-14"), state, {}, law()));
    EXPECT_EQ(codes(late.remarks), "late");
    EXPECT_EQ(refused(decide_listing(moved(ListingStep::listed, "2026-02-11"), state, {}, law())), "cases.not_now");
}

TEST(Listing, IsNeitherEnteredNorPublicisedUnlessItIsDecidedAndInForce) {
    auto const refuses_both = [](ListingState const& state) {
        for (auto const step : {ListingStep::entered, ListingStep::publicised})
            EXPECT_EQ(refused(record_listing(moved(step, "2026-06-01"), state, {}, law())), "cases.not_now");
    };
    auto state = listing();
    refuses_both(state);
    auto dropped = state;
    take(dropped, decide_listing(moved(ListingStep::dropped, "2026-02-10"), dropped, {}, law()));
    refuses_both(dropped);
    take(state, decide_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law()));
    EXPECT_TRUE(record_listing(moved(ListingStep::publicised, "2026-03-01"), state, {}, law()));
    take(state, record_listing(moved(ListingStep::requested, "2026-03-10"), state, {}, law()));
    take(state, decide_listing(moved(ListingStep::removed, "2026-03-20"), state, {}, law()));
    refuses_both(state);
}

TEST(Listing, IsRemovedEarlyOnlyWhenAskedAndRestoredWhenThatWasFraud) {
    auto state = listing();
    take(state, decide_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law()));
    EXPECT_EQ(codes(state.steps.back().remarks), "order") << "no defence is recorded";
    EXPECT_EQ(refused(decide_listing(moved(ListingStep::removed, "2026-03-10"), state, {}, law())), "cases.not_now");
    EXPECT_EQ(refused(decide_listing(moved(ListingStep::restored, "2026-03-10"), state, {}, law())), "cases.not_now");
    take(state, record_listing(moved(ListingStep::requested, "2026-03-10"), state, {}, law()));
    EXPECT_EQ(codes(state.steps.back().remarks), "order") << "before the twelve months";
    EXPECT_EQ(due(state.steps.back().limits, "dishonesty_request"), "2026-03-31");
    take(state, decide_listing(moved(ListingStep::removed, "2026-03-20"), state, {}, law()));
    EXPECT_EQ(due(state.steps.back().limits, "dishonesty_stop"), "2026-04-03");
    take(state, decide_listing(moved(ListingStep::restored, "2026-05-06"), state, {}, law()));
    EXPECT_EQ(state.stage(), ListingStep::restored);
    EXPECT_EQ(due(state.steps.back().limits, "dishonesty_end"), "2029-05-06") << "counted anew";
}

ListingState told() {
    auto out = listing();
    for (auto const& one : *out.proposed.limits)
        out.limits.push_back({one.duty, one.owes, one.due, one.citation.title});
    return out;
}
Law on(char const* today) { return law(today); }

TEST(Listing, TellsWhoeverIsToBeListedUntilWhenToAnswer) {
    auto const state = told();
    EXPECT_EQ(due(*state.proposed.limits, "dishonesty_answer"), "2026-02-09");
    EXPECT_FALSE(state.proposed.limits->front().citation.binding) << "the number of days is a design";
}

TEST(Listing, HearsTheInstitutionInTimeLateAndAfterTheDecision) {
    auto state = told();
    auto const in_time = of(answer_listing({{"事实不符"}, {}}, state, {}, on("2026-02-09")));
    EXPECT_EQ(in_time.step, ListingStep::defence);
    EXPECT_EQ(to_string(in_time.on), "2026-02-09");
    EXPECT_EQ(codes(in_time.remarks), "");
    EXPECT_EQ(due(in_time.limits, "dishonesty_hear"), "2026-03-06");
    take(state, answer_listing({{"事实不符"}, {}}, state, {}, on("2026-02-11")));
    EXPECT_EQ(codes(state.steps.back().remarks), "late");
    EXPECT_TRUE(state.steps.back().remarks.front().clause);
    auto const more = of(answer_listing({{"补充"}, {}}, state, {}, on("2026-02-12")));
    EXPECT_TRUE(more.limits.empty()) << "what is added sets no later day for the bureau";
    take(state, decide_listing(moved(ListingStep::listed, "2026-02-13"), state, {}, law()));
    for (auto const& one : state.limits) EXPECT_TRUE(one.duty != "dishonesty_hear" && one.duty != "dishonesty_answer");
    EXPECT_EQ(codes(of(answer_listing({{"再补充"}, {}}, state, {}, on("2026-02-14"))).remarks), "order");
    auto dropped = told();
    take(dropped, decide_listing(moved(ListingStep::dropped, "2026-02-10"), dropped, {}, law()));
    EXPECT_EQ(refused(answer_listing({{"申辩"}, {}}, dropped, {}, law())), "cases.not_now");
}

TEST(Listing, IsAskedToBeRemovedEarlyByItsInstitutionWithPapersForEachCondition) {
    auto state = told();
    EXPECT_EQ(refused(request_repair({{"申请"}, {}}, state, {}, law())), "cases.not_now");
    take(state, decide_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law()));
    Noted wrong;
    wrong.documents = {{"kindness", "说明.pdf", {}}};
    EXPECT_EQ(refused(request_repair({{"申请"}, {}}, state, wrong, law())), "/documents/0/kind");
    Noted papers;
    papers.documents = {{"remedied", "整改报告.pdf", std::string(64, 'a')}};
    take(state, request_repair({{"申请"}, {}}, state, papers, on("2026-03-10")));
    EXPECT_EQ(due(state.steps.back().limits, "dishonesty_request"), "2026-03-31");
    auto const more = of(request_repair({{"补充"}, {}}, state, {}, on("2026-03-20")));
    EXPECT_EQ(due(more.limits, "dishonesty_request"), "none") << "the first day stands";
}

std::string standing(std::vector<RepairCondition> const& of, std::string const& code) {
    for (auto const& one : of)
        if (one.code == code) return boost::describe::enum_to_string(one.standing, "");
    return "none";
}

TEST(Repair, SaysOfEachConditionWhetherItIsMetMissingOrShown) {
    auto state = told();
    take(state, decide_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law()));
    Noted papers;
    papers.documents = {{"remedied", "整改报告.pdf", std::string(64, 'a')}};
    take(state, request_repair({{"申请"}, {}}, state, papers, on("2026-03-10")));
    RepairFacts facts;
    facts.fines = field::Money{10'000'000};
    facts.paid = field::Money{4'000'000};
    facts.listed_anew = "SX-2";
    facts.ban_until = day("2031-03-02");
    auto const early = repair_conditions(state, facts, on("2026-03-31"));
    EXPECT_EQ(standing(early, "months"), "missing");
    EXPECT_EQ(standing(early, "fulfilled"), "missing");
    EXPECT_EQ(standing(early, "remedied"), "shown");
    EXPECT_EQ(standing(early, "no_new"), "missing");
    EXPECT_EQ(standing(early, "ban"), "missing");
    EXPECT_EQ(standing(early, "promise"), "none") << "asked for from 1 April 2026 on";
    facts.paid = facts.fines;
    facts.listed_anew = {};
    facts.ban_until = {};
    auto const later = repair_conditions(state, facts, on("2027-02-10"));
    for (auto const* code : {"months", "fulfilled", "no_new", "ban"}) EXPECT_EQ(standing(later, code), "met") << code;
    EXPECT_EQ(standing(later, "promise"), "missing");
}

TEST(Effects, AreTheRulebooksWithTheirPlacesAndCertainty) {
    auto const effects = effects_of({{"652301"}, {}}, law());
    auto const found = std::ranges::find(effects, std::string("permit_pause"), &ListingEffect::code);
    ASSERT_NE(found, effects.end());
    EXPECT_EQ(found->places, std::vector<std::string>{"licensing"});
    EXPECT_EQ(found->mark, rulebook::Mark::recalled);
}

std::string next_of(ListingState const& state) {
    std::string out;
    for (auto const step : next_steps(state))
        out += (out.empty() ? "" : " ") + std::string(boost::describe::enum_to_string(step, ""));
    return out;
}

TEST(Listing, IsEnteredPublicisedAndStruckOffAgainEachTimeItIsRestoredOrRemoved) {
    auto state = listing();
    take(state, decide_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law()));
    for (auto const step : {ListingStep::entered, ListingStep::publicised, ListingStep::requested})
        take(state, record_listing(moved(step, "2026-02-12"), state, {}, law()));
    EXPECT_EQ(next_of(state), "requested kept removed");
    take(state, decide_listing(moved(ListingStep::removed, "2026-03-20"), state, {}, law()));
    for (auto const step : {ListingStep::updated, ListingStep::stopped})
        take(state, record_listing(moved(step, "2026-03-23"), state, {}, law()));
    EXPECT_EQ(next_of(state), "restored");
    take(state, decide_listing(moved(ListingStep::restored, "2026-05-06"), state, {}, law()));
    EXPECT_EQ(next_of(state), "entered publicised requested removed");
    EXPECT_EQ(refused(decide_listing(moved(ListingStep::removed, "2026-05-07"), state, {}, law())), "cases.not_now")
        << "what was asked before it was removed is answered";
    take(state, record_listing(moved(ListingStep::requested, "2026-05-08"), state, {}, law()));
    take(state, decide_listing(moved(ListingStep::removed, "2026-05-11"), state, {}, law()));
    EXPECT_EQ(next_of(state), "updated stopped restored");
}

TEST(Listing, ThatIsRestoredHasNothingToStrikeOff) {
    auto state = listing();
    take(state, decide_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law()));
    take(state, record_listing(moved(ListingStep::requested, "2026-03-10"), state, {}, law()));
    take(state, decide_listing(moved(ListingStep::removed, "2026-03-20"), state, {}, law()));
    take(state, decide_listing(moved(ListingStep::restored, "2026-03-23"), state, {}, law()));
    for (auto const& one : state.limits) EXPECT_TRUE(one.duty != "dishonesty_update" && one.duty != "dishonesty_stop");
}

TEST(Listing, IsRemovedWhenTheDecisionItRestsOnIsAnnulledAndNotListedAgain) {
    auto state = listing();
    state.annulled = true;
    EXPECT_EQ(refused(decide_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law())), "cases.not_now");
    state.annulled = false;
    take(state, decide_listing(moved(ListingStep::listed, "2026-02-10"), state, {}, law()));
    state.annulled = true;
    take(state, decide_listing(moved(ListingStep::removed, "2026-03-20"), state, {}, law()));
    EXPECT_EQ(refused(decide_listing(moved(ListingStep::restored, "2026-03-23"), state, {}, law())), "cases.not_now");
}

TEST(Talk, IsOfInstitutionsAndIsClosedOnce) {
    RecordTalk in;
    in.title = {"约谈"};
    in.basis = {"措施第三条"};
    in.facts = {"评定为不合格"};
    in.on = day("2026-03-02");
    EXPECT_EQ(refused(record_talk({"YT-1"}, in, kClerk, two(), law())), "/institutions");
    in.institutions = {{"J-1"}};
    in.due = day("2026-03-01");
    EXPECT_EQ(refused(record_talk({"YT-1"}, in, kClerk, two(), law())), "/due");
    in.due = day("2026-03-31");
    EXPECT_TRUE(record_talk({"YT-1"}, in, kClerk, two(), law()));
    EXPECT_TRUE(close_talk({"YT-1"}, {day("2026-03-20"), {"已整改"}}, false, law()));
    EXPECT_EQ(refused(close_talk({"YT-1"}, {day("2026-03-20"), {"已整改"}}, true, law())), "cases.not_now");
}

}  // namespace
}  // namespace anping::cases
