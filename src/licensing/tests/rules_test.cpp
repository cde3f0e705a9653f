// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace anping::licensing {
namespace {

field::Date day(char const* text) { return field::parse_date(text).value(); }
rulebook::Law const& books() {
    static auto const law = *rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law;
    return law;
}
Circumstances on(char const* today) { return {books(), day(today)}; }

registry::EnterpriseView enterprise() {
    registry::EnterpriseView out;
    out.id = {"Q-1"};
    out.region = {"652301"};
    return out;
}
practice::ProjectFacts project(char const* id = "P-1", char const* of = "Q-1") {
    practice::ProjectFacts out;
    out.id = {id};
    out.institution = {"J-1"};
    out.enterprise = {of};
    return out;
}
ReceiveApplication application() {
    return {{"Q-1"}, {"chemical_production"}, {"安全生产许可证延期"}, day("2026-04-10"), day("2026-04-16"), {{"P-1"}}};
}
// Accepted on 16 April: 20 working days over the May holiday, with Saturday the 9th worked, end on 18 May.
State state() {
    State out;
    out.id = {"XK-1"};
    out.enterprise = {"Q-1"};
    out.region = {"652301"};
    out.received_on = day("2026-04-10");
    out.accepted_on = day("2026-04-16");
    out.due = day("2026-05-18");
    out.reports.push_back({{"P-1"}, {"J-1"}, {}, {}});
    return out;
}
State uncorrected() {
    auto out = state();
    out.corrections.push_back({1, {"J-1"}, day("2026-04-27"), false});
    return out;
}
template <class T>
std::string refused(Result<T> const& result) {
    if (result) return {};
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().pointer;
}
Decide decision(char const* on) { return {Outcome::granted, day(on), Text<1, 60>{"XK-001"}, {"条件符合"}}; }

TEST(Application, RestsOnReportsOfTheApplicantsOwnProjects) {
    auto const event = receive(application(), {"XK-1"}, enterprise(), {project()}, on("2026-04-16"));
    ASSERT_TRUE(event) << event.error().text;
    auto const data = from_trusted_json<ApplicationReceived>(event->data);
    EXPECT_EQ(data.reports.at(0).institution.text, "J-1");
    EXPECT_EQ(data.decision_due->due, day("2026-05-18"));
    EXPECT_EQ(data.decision_due->citation.clause, "CN-D02");
    EXPECT_EQ(refused(receive(application(), {"XK-1"}, enterprise(), {project("P-1", "Q-2")}, on("2026-04-16"))),
              "/projects/0");
    auto in = application();
    in.accepted_on.reset();
    EXPECT_FALSE(
        from_trusted_json<ApplicationReceived>(receive(in, {"XK-1"}, enterprise(), {project()}, on("2026-04-16"))->data)
            .decision_due);
    in.kind = {"driving"};
    EXPECT_EQ(refused(receive(in, {"XK-1"}, enterprise(), {project()}, on("2026-04-16"))), "/kind");
    in = application();
    in.accepted_on = day("2026-04-09");
    EXPECT_EQ(refused(receive(in, {"XK-1"}, enterprise(), {project()}, on("2026-04-16"))), "/accepted_on");
    EXPECT_EQ(refused(receive(application(), {"XK-1"}, enterprise(), {project()}, on("2026-04-09"))), "/received_on");
}

TEST(Application, IsLinkedToFurtherReportsOnce) {
    EXPECT_EQ(refused(link_report(state(), project("P-2"))), "");
    EXPECT_EQ(refused(link_report(state(), project())), "/project");
    EXPECT_EQ(refused(link_report(state(), project("P-2", "Q-2"))), "/project");
    EXPECT_EQ(refused(link_report(state(), std::nullopt)), "/project");
    EXPECT_EQ(refused(review_report({{"P-1"}, ReviewResult::adequate, {"可以"}}, state())), "");
    EXPECT_EQ(refused(review_report({{"P-2"}, ReviewResult::adequate, {"可以"}}, state())), "/project");
    EXPECT_EQ(refused(accept({day("2026-04-17")}, state(), on("2026-04-16"))), "/accepted_on");
}

TEST(Correction, IsAskedOfTheInstitutionWithADayAndAnsweredByItAlone) {
    auto const event = demand_correction({{"P-1"}, {{"补充从业告知"}}}, state(), on("2026-04-20"));
    ASSERT_TRUE(event);
    auto const data = from_trusted_json<CorrectionDemanded>(event->data);
    EXPECT_EQ(data.number, 1);
    EXPECT_EQ(data.institution.text, "J-1");
    EXPECT_EQ(data.due->due, day("2026-04-27"));
    EXPECT_EQ(data.due->citation.clause, "XJ-14.correction");
    EXPECT_EQ(refused(demand_correction({{"P-1"}, {}}, state(), on("2026-04-20"))), "/items");
    EXPECT_EQ(refused(demand_correction({{"P-9"}, {{"补充"}}}, state(), on("2026-04-20"))), "/project");
    EXPECT_EQ(refused(answer_correction({1, {"已补"}}, uncorrected(), {"J-1"})), "");
    EXPECT_EQ(refused(answer_correction({1, {"已补"}}, uncorrected(), {"J-2"})), "licensing.no_correction");
    EXPECT_EQ(refused(answer_correction({2, {"已补"}}, uncorrected(), {"J-1"})), "licensing.no_correction");
    EXPECT_EQ(refused(close_correction({1, {"已核对"}}, uncorrected(), on("2026-04-20"))), "");
    EXPECT_EQ(refused(close_correction({2, {"已核对"}}, uncorrected(), on("2026-04-20"))), "/number");
}

TEST(Correction, ClosedLateSaysWhatHadKeptTheApplicationAway) {
    auto const closed = [](char const* today) {
        return from_trusted_json<CorrectionClosed>(close_correction({1, {"已核对"}}, uncorrected(), on(today))->data);
    };
    EXPECT_FALSE(closed("2026-04-27").held);
    EXPECT_EQ(closed("2026-04-28").held->citation.clause, "XJ-14.agenda");
}

TEST(Agenda, IsHeldOnlyOnceTheCorrectionIsOverdue) {
    EXPECT_EQ(refused(put_on_agenda({day("2026-04-30")}, uncorrected(), on("2026-04-27"))), "");
    auto const held = put_on_agenda({day("2026-04-30")}, uncorrected(), on("2026-04-28"));
    EXPECT_EQ(refused(held), "licensing.held");
    EXPECT_THAT(held.error().clauses, ::testing::ElementsAre("XJ/XJ-14.agenda"));
    auto corrected = uncorrected();
    corrected.corrections[0].closed = true;
    EXPECT_EQ(refused(put_on_agenda({day("2026-04-30")}, corrected, on("2026-04-28"))), "");
    EXPECT_EQ(refused(put_on_agenda({day("2026-04-27")}, state(), on("2026-04-28"))), "/meeting_on");
}

TEST(Decision, IsTakenInTheStatutoryLimitInSpiteOfTheHold) {
    EXPECT_EQ(refused(decide(decision("2026-05-08"), uncorrected(), on("2026-05-08"))), "licensing.held");
    EXPECT_FALSE(escalated(uncorrected(), on("2026-05-09")));
    // Five working days before the 18th.
    EXPECT_TRUE(escalated(uncorrected(), on("2026-05-11")));
    auto const event = decide(decision("2026-05-11"), uncorrected(), on("2026-05-11"));
    ASSERT_TRUE(event) << event.error().text;
    auto const data = from_trusted_json<ApplicationDecided>(event->data);
    EXPECT_EQ(data.held->citation.clause, "XJ-14.agenda");
    EXPECT_EQ(data.open_corrections, 1);
    EXPECT_EQ(data.escalated->clause, "XJ-14.escalation");
    EXPECT_FALSE(
        from_trusted_json<ApplicationDecided>(decide(decision("2026-04-28"), state(), on("2026-04-28"))->data).held);
    auto withdrawn = decision("2026-05-01");
    withdrawn.outcome = Outcome::withdrawn;
    EXPECT_FALSE(from_trusted_json<ApplicationDecided>(
                     decide({Outcome::withdrawn, day("2026-05-11"), {}, {"撤回"}}, state(), on("2026-05-11"))->data)
                     .escalated);
    EXPECT_EQ(refused(decide(withdrawn, uncorrected(), on("2026-05-01"))), "");
    EXPECT_EQ(refused(decide(decision("2026-04-29"), state(), on("2026-04-28"))), "/decided_on");
    auto done = state();
    done.decided = true;
    EXPECT_EQ(refused(decide(decision("2026-04-28"), done, on("2026-04-28"))), "licensing.decided");
    EXPECT_EQ(refused(link_report(done, project("P-2"))), "licensing.decided");
    EXPECT_FALSE(escalated(done, on("2026-05-12")));
}

TEST(Agenda, IsNotHeldWhereNoClauseBinds) {
    auto elsewhere = uncorrected();
    elsewhere.region = {"320412"};
    EXPECT_EQ(refused(put_on_agenda({day("2026-04-30")}, elsewhere, on("2026-04-28"))), "");
    EXPECT_FALSE(hold(elsewhere, on("2026-04-28")));
}

}  // namespace
}  // namespace anping::licensing
