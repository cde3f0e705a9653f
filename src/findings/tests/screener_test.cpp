// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include <anping/forensics/editions.hpp>

#include "screening_scene.hpp"

namespace anping::findings {
namespace {

using access::Role;
using ::testing::IsEmpty;
using testing::Screenings;
using ::testing::SizeIs;

TEST_P(Screenings, ACopyIsFoundWithItsSourceItsPlacesAndAFinding) {
    auto const [first, second] = a_copy();
    EXPECT_EQ(screen_all(), 2);
    auto const view = seen(second);
    EXPECT_EQ(view.state, ScreeningState::done);
    ASSERT_TRUE(view.figures);
    EXPECT_TRUE(near(view.figures->shared, 400));
    EXPECT_EQ(view.figures->characters, 1500);
    ASSERT_THAT(view.sources, SizeIs(1));
    EXPECT_EQ(view.sources[0].report, first);
    EXPECT_EQ(view.sources[0].institution_name, "天池安评");
    ASSERT_THAT(view.passages, SizeIs(1));
    ASSERT_THAT(view.passages[0].passages, SizeIs(1));
    EXPECT_TRUE(near(view.passages[0].passages[0].a_from, 500));
    EXPECT_TRUE(near(view.passages[0].passages[0].b_from, 600));
    ASSERT_THAT(view.findings, SizeIs(1));
    EXPECT_EQ(view.findings[0].detector, "copied_passages");
    EXPECT_EQ(view.findings[0].strength, forensics::Strength::established);
    EXPECT_THAT(seen(first).findings, IsEmpty()) << "who was first copied nobody";
}

TEST_P(Screenings, WhoOnlyWantsToKnowHowFarItIsGetsNoPassages) {
    auto const [first, second] = a_copy();
    screen_all();
    auto lease = house.practice.pool.lease();
    auto const view =
        service.screening(*lease, house.practice.county(), second, Service::Parts::without_passages).value();
    EXPECT_EQ(view.state, ScreeningState::done);
    EXPECT_THAT(view.sources, SizeIs(1));
    EXPECT_THAT(view.passages, IsEmpty());
}

TEST_P(Screenings, ALaterCopyPointsBackFromItsSource) {
    auto const [first, second] = a_copy();
    screen_all();
    auto const later = seen(first).later;
    ASSERT_THAT(later, SizeIs(1));
    EXPECT_EQ(later[0].report, second);
}

TEST_P(Screenings, AnotherEditionOfAReportIsNoSourceOfIt) {
    auto const project = house.open(ours);
    auto const text = house.original(1500);
    house.file(ours, project, text);
    auto const second = house.file(ours, project, text + "完");
    screen_all();
    EXPECT_THAT(seen(second).sources, IsEmpty());
    EXPECT_EQ(seen(second).figures->own, seen(second).figures->characters);
}

TEST_P(Screenings, WhatTheInstitutionWroteOfTheSamePlantBeforeIsShownApartAndAccusesNobody) {
    auto const text = house.original(1500);
    house.file(ours, house.open(ours), text);
    auto const second = house.file(ours, house.open(ours), text + "完");
    screen_all();
    auto const view = seen(second);
    ASSERT_THAT(view.sources, SizeIs(1));
    EXPECT_EQ(view.sources[0].bond, forensics::Bond::carried_over);
    EXPECT_EQ(view.figures->shared, 0);
    EXPECT_GT(view.figures->carried, 1400);
    EXPECT_THAT(view.findings, IsEmpty());
}

TEST_P(Screenings, AFewSharedCharactersAreShownAndAreNoFinding) {
    auto const [first, second] = a_copy(100);
    screen_all();
    EXPECT_THAT(seen(second).sources, SizeIs(1));
    EXPECT_THAT(seen(second).findings, IsEmpty());
}

TEST_P(Screenings, HiddenTextIsCountedAndTold) {
    vault::Document document;
    document.text = house.original(800);
    document.hidden.push_back({"white", "这一段文字与底色同色读者看不见它而抽取文本的程序会把它读出来", 10, 1, {}});
    auto const report = house.file(ours, house.open(ours), std::move(document));
    screen_all();
    EXPECT_EQ(seen(report).figures->hidden, 30);
    ASSERT_THAT(seen(report).findings, SizeIs(1));
    EXPECT_EQ(seen(report).findings[0].detector, "hidden_text");
}

TEST_P(Screenings, AReportThatCannotBeReadIsToldAndHoldsUpNobody) {
    vault::Document broken;
    broken.problem = "encrypted";
    auto const first = house.file(ours, house.open(ours), std::move(broken));
    auto const second = house.file(ours, house.open(ours), house.original(600));
    EXPECT_EQ(screen_all(), 2);
    EXPECT_EQ(seen(first).state, ScreeningState::unreadable);
    EXPECT_EQ(seen(first).problem, "encrypted");
    EXPECT_EQ(seen(second).state, ScreeningState::done);
}

TEST_P(Screenings, WhenTheMachineFailsTheReportKeepsItsTurn) {
    auto const report = house.file(ours, house.open(ours), house.original(600));
    house.machine_fails = true;
    EXPECT_FALSE(screener->next());
    EXPECT_EQ(seen(report).state, ScreeningState::waiting);
    house.machine_fails = false;
    EXPECT_EQ(screen_all(), 1);
    EXPECT_EQ(seen(report).state, ScreeningState::done);
}

TEST_P(Screenings, WhoWaitsSeesHowManyAreAhead) {
    auto const [first, second] = a_copy();
    EXPECT_EQ(seen(first).ahead, 0);
    EXPECT_EQ(seen(second).ahead, 1);
    progress = {first, "reading"};
    EXPECT_EQ(seen(first).state, ScreeningState::running);
    EXPECT_EQ(seen(first).step, "reading");
}

TEST_P(Screenings, ReportsThatWaitAreCountedAndSoIsOneToBeScreenedAgain) {
    auto lease = house.practice.pool.lease();
    auto const [first, second] = a_copy();
    EXPECT_EQ(screener->waiting(*lease), 2);
    EXPECT_TRUE(screener->next().value());
    EXPECT_EQ(screener->waiting(*lease), 1);
    screen_all();
    EXPECT_EQ(screener->waiting(*lease), 0);
    act(house.practice.county(), service.ask_screening(second, {{"补录了以前的报告"}}));
    EXPECT_EQ(screener->waiting(*lease), 1);
}

TEST_P(Screenings, ACommonPassageOnceJudgedIsQuotedInEveryLaterReport) {
    auto const [first, second] = a_copy();
    screen_all();
    auto const view = seen(second);
    act(house.practice.county(),
        service.judge(
            {view.findings.at(0).id, view.passages.at(0).passages.at(0).a_from, Judged::common, {"行业通用的表述"}}));
    auto const passage = house.texts.at(view.file).text.substr(500 * 3, 400 * 3);
    auto const third = house.file(ours, house.open(ours), house.original(700) + passage);
    screen_all();
    EXPECT_THAT(seen(third).findings, IsEmpty());
    EXPECT_TRUE(near(seen(third).figures->quoted, 400));
    ASSERT_THAT(seen(third).quotations, SizeIs(1));
    EXPECT_EQ(seen(third).quotations[0].as, "common");
}

TEST_P(Screenings, ALawPutIntoTheLibraryIsQuotedFromTheNextReportOn) {
    auto const law = house.original(300);
    auto const directory = std::filesystem::path(house.practice.folder.path) / "corpus";
    auto const first = house.file(theirs, house.open(theirs), house.original(300) + law);
    screen_all();
    {
        auto const laws = forensics::Corpus::open(directory / "laws-1").value();
        ASSERT_TRUE(laws->add({{"library/安全法(2021-06-10).txt", "1", text::fold(law), {}}}));
    }
    std::ofstream(directory / "laws") << "laws-1\n";
    auto const second = house.file(ours, house.open(ours), house.original(300) + law);
    screen_all();
    EXPECT_THAT(seen(second).findings, IsEmpty());
    ASSERT_THAT(seen(second).quotations, SizeIs(1));
    EXPECT_EQ(seen(second).quotations[0].as, "law");
    EXPECT_EQ(seen(second).quotations[0].name, "安全法");
    EXPECT_EQ(seen(second).quotations[0].edition, "2021年6月10日公布，施行日期不详");
}

TEST_P(Screenings, AQuotationIsToldWithArticleAndEditionAndOneThatIsWrongIsAFinding) {
    auto const words = house.original(60);
    auto const law = [&](std::string const& years) {
        return "第一条　" + words + "，记录保存" + years + "年以上，不得涂改，并按规定移交。\n";
    };
    auto const directory = std::filesystem::path(house.practice.folder.path) / "corpus";
    std::filesystem::create_directories(directory);
    {
        auto const laws = forensics::Corpus::open(directory / "laws-1").value();
        ASSERT_TRUE(laws->add({{"1", "1", text::fold(law("三")), {}}, {"2", "2", text::fold(law("五")), {}}}));
        std::vector<forensics::Edition> editions{forensics::edition_of("检验规定(2012-03-01起施行).txt", law("三")),
                                                 forensics::edition_of("检验规定(2020-07-01起施行).txt", law("五"))};
        forensics::close_former(editions);
        ASSERT_TRUE(forensics::keep_editions(directory / "laws-1", {{"1", editions[0]}, {"2", editions[1]}}));
    }
    std::ofstream(directory / "laws") << "laws-1\n";
    auto const quoting = [&](std::string const& years) {
        return house.original(300) + "。\n《检验规定》第一条规定：" +
               law(years).substr(std::string("第一条　").size()) + house.original(200);
    };
    auto const honest = house.file(ours, house.open(ours), quoting("五"));
    auto const former = house.file(theirs, house.open(theirs), quoting("三"));
    auto const wrong = house.file(ours, house.open(ours), quoting("八"));
    screen_all();
    ASSERT_THAT(seen(honest).quotations, SizeIs(1));
    EXPECT_EQ(seen(honest).quotations[0].articles, "第1条");
    EXPECT_EQ(seen(honest).quotations[0].edition, "2020年7月1日起施行");
    EXPECT_THAT(seen(honest).findings, IsEmpty());
    ASSERT_THAT(seen(former).findings, SizeIs(1));
    EXPECT_EQ(seen(former).findings[0].detector, "quotations.repealed");
    EXPECT_EQ(seen(former).findings[0].detector_name, "引用已失效的条文");
    ASSERT_THAT(seen(wrong).findings, SizeIs(1));
    EXPECT_EQ(seen(wrong).findings[0].detector, "quotations.misquoted");
}

TEST_P(Screenings, WhatTheBookAsksOfAReportOfItsScopeAndTheReportLacksIsFoundWithItsList) {
    auto const report = house.file(ours, house.open(ours, "652301", "assess.5"), house.original(600));
    screen_all();
    auto const findings = seen(report).findings;
    auto const criteria = std::ranges::find(findings, "leftovers.criteria", &FindingSummary::detector);
    ASSERT_NE(criteria, findings.end());
    auto lease = house.practice.pool.lease();
    auto const view = service.finding(*lease, house.practice.county(), criteria->id).value();
    auto const list = std::ranges::find(view.facts, "list", &forensics::Fact::name);
    ASSERT_NE(list, view.facts.end());
    EXPECT_THAT(list->value, ::testing::HasSubstr("安监总管三〔2017〕121号"));
}

TEST_P(Screenings, ATemplateThatIsOneInstitutionsOwnIsNoExcuseForAnother) {
    auto const [first, second] = a_copy();
    screen_all();
    auto const view = seen(second);
    act(house.practice.county(), service.judge({view.findings.at(0).id,
                                                view.passages.at(0).passages.at(0).a_from,
                                                Judged::own_template,
                                                {"本机构公开的模板"}}));
    auto const passage = house.texts.at(view.file).text.substr(500 * 3, 400 * 3);
    auto own = ours;
    own.enterprise = house.practice.add_enterprise("91652323MA7775Q975", "奇台化工", "652325");
    auto const third = house.file(own, house.open(own), house.original(700) + passage);
    auto other = theirs;
    other.enterprise = own.enterprise;
    auto const fourth = house.file(other, house.open(other), house.original(700) + passage);
    screen_all();
    EXPECT_THAT(seen(third).findings, IsEmpty());
    EXPECT_THAT(seen(fourth).findings, ::testing::Not(IsEmpty()));
}

TEST_P(Screenings, AViolationOnceJudgedIsNamedInLaterHits) {
    auto const [first, second] = a_copy();
    screen_all();
    auto const view = seen(second);
    act(house.practice.county(),
        service.judge(
            {view.findings.at(0).id, view.passages.at(0).passages.at(0).a_from, Judged::violation, {"照抄他人报告"}}));
    auto const passage = house.texts.at(view.file).text.substr(500 * 3, 400 * 3);
    auto own = ours;
    own.enterprise = house.practice.add_enterprise("91652323MA7775Q975", "奇台化工", "652325");
    auto const third = house.file(own, house.open(own), house.original(700) + passage);
    screen_all();
    auto const later = seen(third);
    ASSERT_THAT(later.passages, ::testing::Not(IsEmpty()));
    EXPECT_TRUE(later.passages[0].passages.at(0).family.has_value());
    EXPECT_EQ(later.findings.at(0).strength, forensics::Strength::established);
}

TEST_P(Screenings, AskedForAgainAReportIsScreenedAgainAndUntouchedFindingsAreReplaced) {
    auto const [first, second] = a_copy();
    screen_all();
    auto const before = seen(second).findings.at(0).id;
    act(house.practice.county(), service.ask_screening(second, {{"补录了以前的报告"}}));
    EXPECT_EQ(seen(second).state, ScreeningState::waiting);
    EXPECT_EQ(screen_all(), 1);
    ASSERT_THAT(seen(second).findings, SizeIs(1));
    EXPECT_NE(seen(second).findings[0].id, before);
}

TEST_P(Screenings, ScreenedAgainTheEarlierReportIsNotAccusedOfItsLaterCopy) {
    auto const [first, second] = a_copy();
    screen_all();
    act(house.practice.county(), service.ask_screening(first, {{"补录了以前的报告"}}));
    EXPECT_EQ(screen_all(), 1);
    EXPECT_THAT(seen(first).sources, IsEmpty());
    EXPECT_THAT(seen(first).findings, IsEmpty());
    EXPECT_THAT(seen(first).later, SizeIs(1));
    EXPECT_EQ(seen(first).figures->shared, 0);
}

TEST_P(Screenings, AskedForTwiceItIsDoneOnceAndBeforeItsTurnItKeepsIt) {
    auto const [first, second] = a_copy();
    act(house.practice.county(), service.ask_screening(second, {{"急用"}}));
    EXPECT_EQ(screen_all(), 2);
    for (int i = 0; i < 2; ++i) act(house.practice.county(), service.ask_screening(second, {{"补录了以前的报告"}}));
    EXPECT_EQ(screen_all(), 1);
}

TEST_P(Screenings, WhatSomebodyActedOnIsNotRaisedAnewByAnotherScreening) {
    auto const [first, second] = a_copy();
    screen_all();
    auto const id = seen(second).findings.at(0).id;
    act(house.practice.county(), service.decide(id, {Outcome::accepted, {"属实"}}));
    act(house.practice.county(), service.ask_screening(second, {{"补录了以前的报告"}}));
    EXPECT_EQ(screen_all(), 1);
    ASSERT_THAT(seen(second).findings, SizeIs(1));
    EXPECT_EQ(seen(second).findings[0].id, id);
    EXPECT_EQ(seen(second).findings[0].state, FindingState::accepted);
}

TEST_P(Screenings, TheInstitutionReadsOfAnothersReportWhatIsSharedAndNoNames) {
    auto const [first, second] = a_copy();
    screen_all();
    auto lease = house.practice.pool.lease();
    auto const view = service.screening(*lease, ours.leader, second).value();
    EXPECT_EQ(view.sources.at(0).institution_name, "");
    EXPECT_EQ(view.sources.at(0).title, "");
    EXPECT_FALSE(view.sources.at(0).project);
    auto const read = service.source_reading(*lease, ours.leader, second, first).value();
    EXPECT_FALSE(read.whole);
    ASSERT_THAT(read.parts, SizeIs(1));
    EXPECT_NEAR(static_cast<double>(read.parts[0].text.size()), 400 * 3, 12);
    auto const officer = service.source_reading(*lease, house.practice.county(), second, first).value();
    EXPECT_TRUE(officer.whole);
    EXPECT_EQ(officer.points, 1300);
}

TEST_P(Screenings, AnOfficerOfAnotherPlaceThanTheSourcesLearnsWhoseItIsAndReadsWhatIsShared) {
    auto const passage = house.original(400);
    auto const elsewhere = house.open(theirs, "652302");
    auto const first = house.file(theirs, elsewhere, house.original(600) + passage);
    auto const second = house.file(ours, house.open(ours), house.original(500) + passage);
    screen_all();
    auto const view = seen(second);
    EXPECT_EQ(view.sources.at(0).institution_name, "天池安评");
    EXPECT_FALSE(view.sources.at(0).project) << "its page is not theirs to open";
    auto lease = house.practice.pool.lease();
    EXPECT_FALSE(service.source_reading(*lease, house.practice.county(), second, first).value().whole);
    auto const province = house.practice.of_bureau(Role::clerk, "650000", "A-province");
    EXPECT_TRUE(service.source_reading(*lease, province, second, first).value().whole);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Screenings, ::testing::ValuesIn(db::scratch_backends()), db::BackendName());

}  // namespace
}  // namespace anping::findings
