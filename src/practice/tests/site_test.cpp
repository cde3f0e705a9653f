// SPDX-License-Identifier: Apache-2.0
// What institution and enterprise settle about the site.
#include <anping/api/testing.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/ledger/verify.hpp>

#include "cases.hpp"
#include "story.hpp"

namespace anping::practice {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

template <class E>
Words raised(Result<std::vector<ledger::Event>> const& events) {
    return flags(first<E>(events).judgement);
}

TEST(Checklist, IsOneOfTheRegionsAndSaysWhatFails) {
    auto in = survey();
    in.checklist = Checklist{{"checklist_chemical"}, {{{"alarm"}, Finding::meets, {}}}};
    auto const asked = [&] { return refused(record_survey(in, project(), people(), {}, on("2026-03-24"))); };
    EXPECT_EQ(asked(), "");
    in.checklist->answers.push_back({{"sis"}, Finding::fails, {}});
    EXPECT_EQ(asked(), "/checklist/answers/1/note");
    in.checklist->answers[1].note = Text<1, 500>{"未投用"};
    EXPECT_EQ(asked(), "");
    in.checklist->answers[0].item = {"weather"};
    EXPECT_EQ(asked(), "/checklist/answers/0/item");
    in.checklist->name = {"scopes"};
    EXPECT_EQ(asked(), "/checklist/name");
    in.checklist.reset();
    in.way = Text<1, 40>{"dream"};
    EXPECT_EQ(asked(), "/way");
}

TEST(Survey, WhoIsNotOfTheTeamIsNoticedOnceThereIsOne) {
    auto state = project();
    EXPECT_THAT(raised<SurveyRecorded>(record_survey(survey(), state, people(), {}, on("2026-03-24"))),
                Not(Contains(HasSubstr("survey_outsiders"))));
    state.team_edition = 1;
    EXPECT_THAT(raised<SurveyRecorded>(record_survey(survey(), state, people(), {}, on("2026-03-24"))),
                Contains("survey_outsiders remind"));
    state.team = {{{"R-2"}, {"survey"}}};
    EXPECT_THAT(raised<SurveyRecorded>(record_survey(survey(), state, people(), {}, on("2026-03-24"))),
                Not(Contains(HasSubstr("survey_outsiders"))));
}

TEST(Survey, TellsWhichPicturesAreMissing) {
    auto state = project();
    state.noted.erase("evidence.kinds");
    auto const event = record_survey(survey(), state, people(), {exhibit("gate"), exhibit("people")}, on("2026-03-24"));
    auto const judged = first<SurveyRecorded>(event).judgement;
    EXPECT_THAT(flags(judged), Contains("survey_categories remind"));
    auto const flag = std::ranges::find(judged.flags, "survey_categories", &rulebook::Flag::watch);
    ASSERT_NE(flag, judged.flags.end());
    EXPECT_THAT(flag->text, HasSubstr("主要装置设备、安全设施、原始文件资料"));
}

TEST(Measures, AreNumberedAnsweredWithReasonsAndSettledByARecheck) {
    ProposeMeasures in{{{{"液位计失效"}, {"更换"}, {"GB 50351"}, false}, {{"无泄压"}, {"加装"}, {"GB 50160"}, true}}};
    auto state = project();
    auto const proposed = first<MeasuresProposed>(propose_measures(in, state, on("2026-03-24")));
    EXPECT_EQ(proposed.first, 1);
    EXPECT_EQ(proposed.noted.at("measures.open"), 2);
    EXPECT_EQ(refused(propose_measures({}, state, on("2026-03-24"))), "/measures");
    state.measures = {{1, false}, {2, false}};
    AnswerMeasures answer{{{2, false, {}, {}}}, {}};
    EXPECT_EQ(refused(answer_measures(answer, state, {}, on("2026-03-25"))), "/answers/0/note");
    answer.answers[0].note = Text<1, 1000>{"已另行处理"};
    EXPECT_EQ(first<MeasuresAnswered>(answer_measures(answer, state, {}, on("2026-03-25"))).noted.at("measures.open"),
              1);
    answer.answers[0] = {3, true, {}, {}};
    EXPECT_EQ(refused(answer_measures(answer, state, {}, on("2026-03-25"))), "/answers/0/number");
    answer.answers[0] = {1, true, day("2026-03-26"), {}};
    EXPECT_EQ(refused(answer_measures(answer, state, {}, on("2026-03-25"))), "/answers/0/done_on");
    RecheckMeasures check{day("2026-03-25"), {{"R-1"}}, {{1, true, {}}, {2, true, {}}}, {}};
    EXPECT_EQ(first<MeasuresRechecked>(recheck_measures(check, state, people(), {}, on("2026-03-25")))
                  .noted.at("measures.open"),
              0);
    check.checks[0].number = 9;
    EXPECT_EQ(refused(recheck_measures(check, state, people(), {}, on("2026-03-25"))), "/checks/0/number");
    check.checked_on = day("2026-03-26");
    EXPECT_EQ(refused(recheck_measures(check, state, people(), {}, on("2026-03-25"))), "/checked_on");
}

TEST(Enterprise, SaysWhereThePeopleOrTheReportDiffer) {
    ConfirmSite in;
    in.delegate = {"李专人"};
    in.delegate_office = {"安全科"};
    in.people_match = false;
    EXPECT_EQ(refused(confirm_site(in, project(), {}, {}, on("2026-03-25"))), "/difference");
    in.difference = Text<2, 1000>{"少一人"};
    EXPECT_THAT(raised<SiteConfirmed>(confirm_site(in, project(), {}, {}, on("2026-03-25"))),
                Contains("people_differ finding"));
    auto state = project();
    ConfirmReport report{{std::string(64, 'a')}, false, {}};
    EXPECT_EQ(refused(confirm_report(report, state, on("2026-04-02"))), "practice.no_report");
    state.report = ReportId{"B-1"};
    state.report_sm3 = std::string(64, 'b');
    EXPECT_EQ(refused(confirm_report(report, state, on("2026-04-02"))), "practice.report_moved_on");
    state.report_sm3 = std::string(64, 'a');
    EXPECT_EQ(refused(confirm_report(report, state, on("2026-04-02"))), "/note");
    report.note = Text<1, 2000>{"装置名称不对"};
    EXPECT_THAT(raised<ReportConfirmed>(confirm_report(report, state, on("2026-04-02"))),
                Contains("report_differs finding"));
}

class Site : public Story {
protected:
    ExchangeViews exchange() {
        return {at("2026-03-25T10:00:00+08:00"),
                {"会议室"},
                {house.people[0]},
                {"安全科科长"},
                {"逐条说明发现的问题"},
                {"没有异议"},
                {}};
    }
    SiteView site(ProjectId const& id) {
        auto lease = house.pool.lease();
        return house.service.site(*lease, id);
    }
    api::testing::Caller caller{endpoints(house.rooms), house.policy, house.clock};
};
INSTANTIATE_TEST_SUITE_P(Db, Site, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Site, IsSettledByBothSidesEachInTheirOwnAccount) {
    auto const id = opened();
    auto const path = "/api/v1/projects/" + id.text;
    go_to("2026-03-26T09:00:00+08:00");
    EXPECT_EQ(caller.post(house.leader(), path + "/exchanges", to_json(exchange())).status, 201);
    ProposeMeasures const measures{{{{"液位计失效"}, {"更换"}, {"GB 50351"}, false}}};
    EXPECT_EQ(caller.post(house.the_enterprise(), path + "/measures", to_json(measures)).status, 403);
    EXPECT_EQ(caller.post(house.leader(), path + "/measures", to_json(measures)).status, 201);

    ConfirmSite confirm;
    confirm.delegate = {"李专人"};
    confirm.delegate_office = {"安全科"};
    confirm.files = {house.file(house.the_enterprise(), "enterprise_data", "资料.pdf", "%PDF stamped")};
    EXPECT_EQ(caller.post(house.leader(), path + "/site-confirmations", to_json(confirm)).status, 403);
    EXPECT_EQ(caller.post(house.the_enterprise(), path + "/site-confirmations", to_json(confirm)).status, 201);
    AnswerMeasures const answer{{{1, true, day("2026-03-26"), {}}}, {}};
    EXPECT_EQ(caller.post(house.leader(), path + "/measure-answers", to_json(answer)).status, 403);
    EXPECT_EQ(caller.post(house.the_enterprise(), path + "/measure-answers", to_json(answer)).status, 201);
    RecheckMeasures const recheck{day("2026-03-26"), {house.people[0]}, {{1, true, {}}}, {}};
    EXPECT_EQ(caller.post(house.leader(), path + "/rechecks", to_json(recheck)).status, 201);

    auto const seen = site(id);
    EXPECT_EQ(seen.exchanges.at(0).member_names.at(0), "王组长");
    EXPECT_EQ(seen.confirmations.at(0).delegate, "李专人");
    ASSERT_EQ(seen.measures.size(), 1U);
    EXPECT_EQ(seen.measures[0].adopted, true);
    EXPECT_EQ(seen.measures[0].done, true);
    EXPECT_TRUE(seen.measures[0].settled);
    EXPECT_EQ(caller.get(house.county(), path + "/site").status, 200);
    EXPECT_TRUE(ledger::verify_state(house.database.address(), house.projections, {ledger::Personal::schema()})
                    .findings.empty());
    auto lease = house.pool.lease();
    for (std::int64_t seq = 0; seq < house.writer.size(); ++seq)
        EXPECT_EQ(ledger::find_entry(*lease, seq)->body.find("李专人"), std::string::npos);
}

TEST_P(Site, ASpotCheckIsTheBureausAndStandsWithTheProject) {
    auto const id = opened();
    auto const path = "/api/v1/projects/" + id.text + "/spot-checks";
    RecordSpotCheck in{day("2026-03-02"), false, true, {"两名执法人员"}, {"项目组组长在场"}, {}};
    in.files = {house.file(house.county(), "people", "抽查.jpg", "photo of the check")};
    EXPECT_EQ(caller.post(house.leader(), path, to_json(in)).status, 403);
    EXPECT_EQ(caller.post(house.of_bureau(access::Role::clerk, "652302", "A-z"), path, to_json(in)).status, 404);
    EXPECT_EQ(caller.post(house.county(), path, to_json(in)).status, 201);
    auto const seen = site(id).spot_checks;
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].bureau_name, "新疆维吾尔自治区昌吉回族自治州昌吉市应急管理局");
    EXPECT_EQ(view(id).evidence.size(), 1U);
    in.files.clear();
    in.checked_on = day("2026-03-03");
    EXPECT_EQ(caller.post(house.county(), path, to_json(in)).status, 400);
}

TEST_P(Site, TheEnterpriseConfirmsTheEditionItRead) {
    auto const id = opened();
    auto const sm3 = reported(id, "%PDF report");
    ConfirmReport const in{{sm3}, true, {}};
    auto const path = "/api/v1/projects/" + id.text + "/report-confirmations";
    EXPECT_EQ(caller.post(house.the_enterprise(), path, to_json(in)).status, 201);
    reported(id, "%PDF second edition");
    EXPECT_EQ(caller.post(house.the_enterprise(), path, to_json(in)).status, 409);
    EXPECT_EQ(site(id).report_confirmations.size(), 1U);
}

}  // namespace
}  // namespace anping::practice
