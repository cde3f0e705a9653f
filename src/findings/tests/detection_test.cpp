// SPDX-License-Identifier: Apache-2.0
#include "../detection.hpp"
#include "../lists.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace anping::findings {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;

auto of_detector(char const* detector) {
    return Field(&Compared::Found::finding, Field(&forensics::Finding::detector, detector));
}

class Detection : public ::testing::Test {
protected:
    Detection() {
        report.enterprise_name = "昌吉化工有限公司";
        report.institution_name = "天山安全评价有限公司";
        document.media_type = "text/plain";
        document.text =
            "昌吉化工有限公司安全现状评价报告\n天山安全评价有限公司\n2026年3月20日\n第一章 概述\n"
            "评价组对昌吉化工有限公司的储罐区进行了检查。阜康矿业有限公司的提升机运转正常，安全装置齐全有效。\n";
        document.text += "1\t2\n";
    }
    static json::object catalogue(std::vector<char const*> const& codes) {
        json::array items;
        for (auto const* code : codes) items.push_back(json::object{{"code", code}, {"name", code}});
        return {{"items", std::move(items)}};
    }
    practice::FiledReport report;
    vault::Document document;
};

TEST_F(Detection, ANameThatIsNobodysOfTheProjectIsAClue) {
    auto const detectors = catalogue({"leftovers.other_enterprise"});
    auto const found = detect(known_of(report, {}), document, &detectors);
    EXPECT_THAT(found, Contains(of_detector("leftovers.other_enterprise")));
}

TEST_F(Detection, ANameOfTheRegistryIsAClueWhateverItsFormAndAnOwnOneIsNone) {
    auto const detectors = catalogue({"leftovers.other_enterprise"});
    document.text =
        "昌吉化工有限公司安全现状评价报告\n第一章 概述\n评价组检查了储罐区。准东蓝天加油加气站的油罐完好。"
        "昌吉化工有限公司的泵房完好，天山安全评价有限公司派出三人。\n";
    auto known = known_of(report, {});
    EXPECT_THAT(detect(known, document, &detectors), IsEmpty());
    known.registry = std::make_shared<forensics::NameScreen const>(std::vector<forensics::RegisteredName>{
        {"准东蓝天加油加气站", 0}, {"昌吉化工有限公司", 1}, {"天山安全评价有限公司", 2}});
    auto const found = detect(known, document, &detectors);
    ASSERT_THAT(found, ::testing::SizeIs(1));
    EXPECT_NE(found[0].finding.words.find("准东蓝天加油加气站"), std::string::npos);
    known.declared = {"准东蓝天加油加气站"};
    EXPECT_THAT(detect(known, document, &detectors), IsEmpty());
}

TEST_F(Detection, WhatTheBookDoesNotListIsNotRaised) {
    auto const detectors = catalogue({"numbers.mean"});
    EXPECT_THAT(detect(known_of(report, {}), document, &detectors), IsEmpty());
    EXPECT_THAT(detect(known_of(report, {}), document, nullptr), IsEmpty());
}

TEST_F(Detection, SupportUnitsAndExpertsOfTheTeamMayBeNamed) {
    practice::ProjectView project;
    project.team.emplace();
    project.team->supports.push_back({{"阜康矿业有限公司"}, {"测绘"}});
    auto const detectors = catalogue({"leftovers.other_enterprise"});
    EXPECT_THAT(detect(known_of(report, project), document, &detectors),
                Not(Contains(of_detector("leftovers.other_enterprise"))));
}

auto with_fact(char const* name, ::testing::Matcher<std::string> const& value) {
    return Contains(::testing::AllOf(Field(&forensics::Fact::name, name), Field(&forensics::Fact::value, value)));
}

// The lists of the nation's book as they reach the detectors.
class DetectionByLists : public Detection {
protected:
    DetectionByLists() {
        report.target.region = {"652301"};
        report.filed_at = field::beijing_midnight(*field::Date::of(2026, 3, 25));
        project.service_type = "current";
        project.scope = {"assess.5"};
        document.text = "昌吉化工有限公司安全现状评价报告\n天山安全评价有限公司\n2026年3月20日\n第一章 概况\n" + said +
                        "第二章 评价方法和评价单元\n" + said + "第三章 危险有害因素\n" + said +
                        "第四章 定性定量评价\n" + said + "第五章 事故后果分析\n" + said + "第六章 安全管理\n" + said +
                        "第七章 对策措施\n" + said;
    }
    std::vector<Compared::Found> found() {
        auto const lists = lists_of(law(), report, project);
        static json::object const detectors =
            catalogue({"leftovers.chapter", "leftovers.standard", "leftovers.criteria", "leftovers.hazard_source",
                       "leftovers.spacing", "leftovers.hearsay"});
        auto out = detect(with_lists(known_of(report, project), lists), document, &detectors);
        tell_lists(out, lists);
        return out;
    }
    static rulebook::Law const& law(rulebook::Drafts const& drafts = {}) {
        static auto const books = rulebook::load(ANPING_SOURCE_DIR "/rulebooks");
        static std::optional<rulebook::Law> drafted;
        if (drafts.empty()) return books.law.value();
        drafted = rulebook::load(ANPING_SOURCE_DIR "/rulebooks", {}, drafts).law;
        return drafted.value();
    }
    static forensics::Finding const& only(std::vector<Compared::Found> const& all, std::string const& detector) {
        auto const one = std::ranges::find_if(all, [&](auto const& it) { return it.finding.detector == detector; });
        if (one == all.end()) throw std::runtime_error("no " + detector);
        return one->finding;
    }
    practice::ProjectView project;
    std::string const said = "评价组逐项核对了现场情况与企业提供的台账，检查结果列入本章各表，供后面各章使用。\n";
};

TEST_F(DetectionByLists, AChapterTheListHasAndTheReportDoesNotIsALeadWhileTheListIsNotConfirmed) {
    auto const all = found();
    auto const& chapter = only(all, "leftovers.chapter");
    EXPECT_THAT(chapter.words, ::testing::HasSubstr("评价结论"));
    EXPECT_EQ(chapter.strength, forensics::Strength::lead);
    EXPECT_THAT(chapter.facts, with_fact("list", ::testing::HasSubstr("未经法规人员核对")));
    project.service_type = "pre";
    EXPECT_EQ(only(found(), "leftovers.chapter").strength, forensics::Strength::suspected) << "this list was seen";
    project.service_type = "testing";
    EXPECT_THAT(found(), Not(Contains(of_detector("leftovers.chapter"))));
}

TEST_F(DetectionByLists, AStandardUnderAnothersNumberAndALawNotYetInForceAreFound) {
    document.text += "依据《安全现状评价导则》（AQ 8004-2007）和危险化学品安全法编制。\n";
    auto const all = found();
    std::vector<std::string> standards;
    for (auto const& one : all)
        if (one.finding.detector == "leftovers.standard") standards.push_back(one.finding.facts.at(0).value);
    EXPECT_THAT(standards, ::testing::UnorderedElementsAre("AQ 8004", "危险化学品安全法"));
}

TEST_F(DetectionByLists, CriteriaOfTheScopeThatAreNotGoneThroughAreFound) {
    auto const all = found();
    auto const& criteria = only(all, "leftovers.criteria");
    EXPECT_THAT(criteria.words, ::testing::HasSubstr("化工和危险化学品生产经营单位"));
    EXPECT_THAT(criteria.facts, with_fact("criteria", "20"));
    EXPECT_EQ(criteria.strength, forensics::Strength::suspected);
    project.scope = {"assess.2"};
    report.title = "尾矿库安全现状评价报告";
    EXPECT_THAT(only(found(), "leftovers.criteria").facts, with_fact("criteria", "19"));
    report.title = "安全现状评价报告";
    EXPECT_THAT(found(), Not(Contains(of_detector("leftovers.criteria")))) << "nobody knows of which mine";
    project.scope = {"assess.5"};
    project.service_type = "pre";
    EXPECT_THAT(found(), Not(Contains(of_detector("leftovers.criteria")))) << "nothing is built yet";
}

TEST_F(DetectionByLists, AMinesReportHasTheChaptersOfItsOwnOutline) {
    document.text =
        "昌吉矿业有限公司露天开采工程安全预评价报告\n天山安全评价有限公司\n2026年3月20日\n1 评价对象与依据\n" + said +
        "2 建设项目概述\n" + said + "3 定性定量评价\n" + said + "4 安全对策措施及建议\n" + said + "5 评价结论\n" + said;
    project.service_type = "pre";
    EXPECT_THAT(found(), Contains(of_detector("leftovers.chapter")));
    project.scope = {"assess.2"};
    EXPECT_THAT(found(), Not(Contains(of_detector("leftovers.chapter"))));
}

TEST_F(DetectionByLists, ACriterionSaidInOtherWordsIsGoneThrough) {
    document.text += "特种作业人员均持有有效证件。全压力罐设有注水设施。\n";
    EXPECT_THAT(only(found(), "leftovers.criteria").facts,
                with_fact("left_out", "1、3、4、5、7、8、9、10、11、12、13、14、15、16、17、18、19、20"));
}

TEST_F(DetectionByLists, AChemicalReportThatIdentifiesNoHazardSourceIsFound) {
    EXPECT_THAT(only(found(), "leftovers.hazard_source").words, ::testing::HasSubstr("GB 18218"));
    document.text += "经辨识，本项目不构成重大危险源。\n";
    EXPECT_THAT(found(), Not(Contains(of_detector("leftovers.hazard_source"))));
}

constexpr char kOwnLists[] = R"([[clause]]
id = "XJ-OWN-1"
kind = "catalogue"
name = "spacing_rules"
title = "间距"
text = "间距。"
source = "某标准"
mark = "seen"
[clause.catalogue]
items = [{ code = "1", name = "储罐与围墙", standard = "GB 99999-2020", clause = "4.2", value = 2500, unit = "厘米", said_as = ["储罐"], to_said_as = ["围墙"] }]

[[clause]]
id = "XJ-OWN-2"
kind = "catalogue"
name = "hearsay_share"
title = "企业所述"
text = "比例。"
source = "统计"
mark = "design"
[clause.catalogue]
items = [{ code = "usual", name = "通常", value = 20, unit = "千分之一" }]
)";

TEST_F(DetectionByLists, WhatTheNationsBookDoesNotKnowABureausOwnMayList) {
    document.text += "根据GB 99999-2020第4.2条，储罐与围墙的距离为20m，符合要求。\n";
    for (int i = 0; i < 12; ++i) document.text += "据企业介绍，该装置运行正常，未发生过异常情况。\n";
    EXPECT_THAT(found(), Not(Contains(of_detector("leftovers.spacing"))));
    auto const lists = lists_of(law({{"XJ-xinjiang/own-lists.toml", kOwnLists}}), report, project);
    json::object const detectors = catalogue({"leftovers.spacing", "leftovers.hearsay"});
    auto all = detect(with_lists(known_of(report, project), lists), document, &detectors);
    tell_lists(all, lists);
    EXPECT_THAT(only(all, "leftovers.spacing").facts, with_fact("list", "间距（某标准）"));
    EXPECT_EQ(only(all, "leftovers.spacing").strength, forensics::Strength::suspected);
    EXPECT_EQ(only(all, "leftovers.hearsay").strength, forensics::Strength::lead) << "a design's number";
}

}  // namespace
}  // namespace anping::findings
