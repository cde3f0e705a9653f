// SPDX-License-Identifier: Apache-2.0
#include "cases.hpp"

namespace anping::practice {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

FormTeam team() {
    FormTeam in;
    in.leader = {"R-1"};
    in.leader_years = 5;
    in.members = {{{"R-2"}, {"survey"}}};
    return in;
}
TeamParts parts() {
    TeamParts out;
    out.people = people();
    for (auto& one : out.people) one.level = registry::AssessorLevel::level2;
    return out;
}
registry::Staffing short_of(char const* specialty) {
    registry::Staffing out;
    out.gaps.push_back({specialty, 1, {specialty}, 1, 0, std::string(specialty) + "需1人，有0人"});
    return out;
}
Words raised(Result<std::vector<ledger::Event>> const& events) { return flags(first<TeamFormed>(events).judgement); }

TEST(Team, IsOfTheInstitutionsPeopleAndInstruments) {
    auto in = team();
    EXPECT_EQ(refused(form_team(in, project(), parts(), on("2026-03-10"))), "");
    in.leader = {"R-9"};
    EXPECT_EQ(refused(form_team(in, project(), parts(), on("2026-03-10"))), "/leader");
    in = team();
    in.members.push_back({{"R-404"}, {"survey"}});
    EXPECT_EQ(refused(form_team(in, project(), parts(), on("2026-03-10"))), "/members/1/person");
    in.members.back() = {{"R-2"}, {"cooking"}};
    EXPECT_EQ(refused(form_team(in, project(), parts(), on("2026-03-10"))), "/members/1/duty");
    in = team();
    in.instruments = {{"Y-1"}};
    EXPECT_EQ(refused(form_team(in, project(), parts(), on("2026-03-10"))), "/instruments/0");
    in = team();
    in.leader_years = -1;
    EXPECT_EQ(refused(form_team(in, project(), parts(), on("2026-03-10"))), "/leader_years");
}

TEST(Team, ALeaderBelowLevelTwoOrThreeYearsIsFlaggedAndRecorded) {
    EXPECT_THAT(raised(form_team(team(), project(), parts(), on("2026-03-10"))),
                Not(Contains(HasSubstr("leader_unqualified"))));
    auto young = team();
    young.leader_years = 2;
    EXPECT_THAT(raised(form_team(young, project(), parts(), on("2026-03-10"))), Contains("leader_unqualified remind"));
    auto of_level3 = parts();
    of_level3.people[0].level = registry::AssessorLevel::level3;
    EXPECT_THAT(raised(form_team(team(), project(), of_level3, on("2026-03-10"))),
                Contains("leader_unqualified remind"));
}

TEST(Team, AGapInItsSpecialtiesIsExplained) {
    auto with_gap = parts();
    with_gap.staffing = short_of("自动化");
    auto const event = first<TeamFormed>(form_team(team(), project(), with_gap, on("2026-03-10")));
    EXPECT_THAT(flags(event.judgement), Contains("team_staffing_short remind"));
    EXPECT_EQ(event.noted.at("team.staffing_gap"), "自动化需1人，有0人");
    EXPECT_EQ(event.noted.at("team.size"), 2);
}

TEST(Team, AnInstrumentPastItsCalibrationOnTheFirstDayIsFlagged) {
    auto in = team();
    in.instruments = {{"Y-1"}};
    auto with = parts();
    with.instruments.push_back({{"Y-1"}, {"J-1"}, "测厚仪", "T", "1", {}, {}});
    EXPECT_THAT(raised(form_team(in, project(), with, on("2026-03-10"))), Contains("instrument_overdue remind"));
    with.instruments[0].calibration = registry::Calibration{{"C"}, {"L"}, day("2025-03-23"), day("2026-03-22")};
    EXPECT_THAT(raised(form_team(in, project(), with, on("2026-03-10"))), Contains("instrument_overdue remind"));
    with.instruments[0].calibration->until = day("2026-03-23");
    EXPECT_THAT(raised(form_team(in, project(), with, on("2026-03-10"))), Not(Contains("instrument_overdue remind")));
    with.instruments[0].institution = {"J-2"};
    EXPECT_EQ(refused(form_team(in, project(), with, on("2026-03-10"))), "/instruments/0");
}

TEST(Team, AChangeTakesAReason) {
    auto state = project();
    state.team_edition = 1;
    EXPECT_EQ(refused(form_team(team(), state, parts(), on("2026-03-10"))), "/reason");
    auto in = team();
    in.reason = Text<1, 500>{"原组长离职"};
    EXPECT_EQ(first<TeamFormed>(form_team(in, state, parts(), on("2026-03-10"))).edition, 2);
    state.stage = Stage::archived;
    EXPECT_EQ(refused(form_team(in, state, parts(), on("2026-03-10"))), "practice.archived");
}

TEST(Contract, WhatIsKnownBeforeSigningIsAmongTheFacts) {
    auto in = contract();
    in.branch = registry::BranchId{"F-1"};
    auto with = parties();
    EXPECT_EQ(refused(open_project(in, with, {}, on("2026-03-02"))), "/branch");
    with.branch_known = true;
    with.staffing = short_of("自动化");
    in.risk = RiskAnalysis{day("2026-02-28"), true, true, false, {}, {"可以承接"}};
    in.terms = Terms{{"安全现状评价"}, {{"pre"}, {"acceptance"}}, true, Text<1, 500>{"取得许可证后支付"}};
    auto const event = first<ProjectOpened>(open_project(in, with, {}, on("2026-03-02")));
    EXPECT_THAT(flags(event.judgement), IsSupersetOf({"branch_staffing_short remind", "risk_analysis_late remind",
                                                      "permit_tied finding", "stages_bundled finding"}));
    EXPECT_EQ(event.staffing->missing(), 1);
    in.risk->made_on = day("2026-03-03");
    EXPECT_EQ(refused(open_project(in, with, {}, on("2026-03-02"))), "/risk/made_on");
    in.risk.reset();
    in.terms->stages = {{"dream"}};
    EXPECT_EQ(refused(open_project(in, with, {}, on("2026-03-02"))), "/terms/stages/0");
}

}  // namespace
}  // namespace anping::practice
