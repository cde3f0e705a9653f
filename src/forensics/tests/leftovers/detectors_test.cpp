// SPDX-License-Identifier: Apache-2.0
// What each detector finds, and what looks alike and is none. Recall and false alarms: planted_test.cpp.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/forensics/leftovers.hpp>

#include "leftovers/letters.hpp"
#include "reading.hpp"

namespace anping::forensics {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;

field::Date day(int year, int month, int date) { return *field::Date::of(year, month, date); }

Known own() {
    Known out;
    out.own_names = {"临川华晟氯碱有限公司"};
    out.institution_names = {"东沙锐捷安全评价有限公司"};
    out.project_names = {"年产10万吨离子膜烧碱技术改造项目"};
    out.days.report = day(2024, 6, 1);
    return out;
}

std::vector<std::string> found(std::string const& text, Known const& known) {
    std::vector<std::string> out;
    for (auto const& one : find_leftovers(read(text), known)) out.push_back(one.detector);
    return out;
}

TEST(Leftovers, WhatIsNotKnownAccusesNobody) {
    EXPECT_THAT(
        found("受平湖宏达化工有限公司委托，位于桃江县，统一社会信用代码91510100MA61T42C93，据企业称均符合。", {}),
        IsEmpty());
}

TEST(Leftovers, AnotherEnterpriseIsFoundAtItsPlace) {
    auto const all = find_leftovers(read("综上，平湖宏达化工有限公司具备条件。"), own());
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].detector, "leftovers.other_enterprise");
    ASSERT_THAT(all[0].where, SizeIs(1));
    EXPECT_EQ(all[0].where[0].from, 3U);
    EXPECT_EQ(all[0].where[0].to, 13U);
    EXPECT_EQ(all[0].strength, Strength::lead);
}

TEST(Leftovers, ARegisteredNameIsSuspectedEvenAcrossALineEnd) {
    auto known = own();
    known.registry = std::make_shared<NameScreen const>(
        std::vector<RegisteredName>{{"平湖宏达化工", 1}, {"临川华晟氯碱有限公司", 2}});
    auto const all = find_leftovers(read("临川华晟氯碱有限公司与平湖宏\n达化工的装置"), known);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].strength, Strength::suspected);
    EXPECT_EQ(all[0].where[0].from, 11U);
}

TEST(Leftovers, NeighboursSuppliersAndFormerAccidentsMayBeNamed) {
    EXPECT_THAT(
        found("厂区东侧为平湖宏达化工有限公司。平湖宏达化工有限公司围墙完好。\n储罐由海门永昌机械有限公司制造。\n"
              "方位\t周边单位\n东\t兰溪三联热力有限公司\n1 概述\n1.1 目的\n略。\n2 "
              "事故案例分析\n桐城博达农药有限公司爆炸。",
              own()),
        IsEmpty());
}

TEST(Leftovers, ACountyElsewhereIsFoundUnlessItIsOnTheWay) {
    auto known = own();
    known.divisions = std::make_shared<Divisions const>(
        field::Regions({{{"430000"}, "湖南省", field::RegionLevel::province, {"000000"}, {}, {}},
                        {{"430900"}, "益阳市", field::RegionLevel::prefecture, {"430000"}, {}, {}},
                        {{"430922"}, "桃江县", field::RegionLevel::county, {"430900"}, {}, {}},
                        {{"370000"}, "山东省", field::RegionLevel::province, {"000000"}, {}, {}},
                        {{"370800"}, "济宁市", field::RegionLevel::prefecture, {"370000"}, {}, {}},
                        {{"370831"}, "泗水县", field::RegionLevel::county, {"370800"}, {}, {}}}));
    known.regions = {{"370831"}};
    EXPECT_THAT(found("项目位于桃江县工业区。", known), Contains("leftovers.other_place"));
    EXPECT_THAT(found("项目位于泗水县工业区，距桃江县300公里。《桃江县管理办法》，桃江县应急管理局。", known),
                IsEmpty());
}

TEST(Leftovers, ACreditCodeOfAnotherIsFoundByItsCheckDigits) {
    auto known = own();
    known.credit_codes = {"91510107749749603G"};
    EXPECT_THAT(found("代码91510100MA61T42C93，代码91510107749749603G，代码91510100MA61T42C94。", known), SizeIs(1));
}

TEST(Leftovers, AnAddressOfAnotherIsFound) {
    auto known = own();
    known.addresses = {"湖南省益阳市桃江县城东工业园创业路12号"};
    EXPECT_THAT(found("注册地址：山东省济宁市泗水县柳河镇跃进路3号，", known), Contains("leftovers.other_address"));
    EXPECT_THAT(found("注册地址：桃江县城东工业园创业路12号，厂区位于城东工业园创业路北侧。", known), IsEmpty());
}

TEST(Leftovers, SomebodyElsesOfficerIsFound) {
    auto known = own();
    known.own_persons = {"王伟"};
    known.persons = {{"李晓明", "平湖宏达化工有限公司"}, {"王伟", "海门永昌机械有限公司"}};
    EXPECT_THAT(found("企业总经理：李晓明。法定代表人：王伟。", known), SizeIs(1));
    EXPECT_THAT(found("法定代表人：张三，法定代表人：李四，法定代表人：王五", own()), SizeIs(1));
}

TEST(Leftovers, OneProjectUnderTwoNamesIsFoundAndAShorterNameIsNone) {
    EXPECT_THAT(found("综上所述，年产8万吨离子膜烧碱技术改造项目合格。", own()), Contains("leftovers.project_name"));
    EXPECT_THAT(found("年产10万吨离子膜烧碱技术改造项目（以下简称离子膜烧碱技术改造项目）合格。一期年产5万吨离子膜烧碱"
                      "项目已验收。",
                      own()),
                IsEmpty());
    EXPECT_THAT(found("项目名称：新建聚氯乙烯生产装置项目\n", own()), Contains("leftovers.project_name"));
}

TEST(Leftovers, TotalsThatDoNotAddUpAreFoundAndRoundingIsNone) {
    EXPECT_THAT(found("名称\t吨数\n甲\t10\n乙\t20\n合计\t31\n", {}), SizeIs(1));
    EXPECT_THAT(found("名称\t吨数\n甲\t10\n乙\t20\n合计\t30\n", {}), IsEmpty());
    EXPECT_THAT(found("名称\t比重\n甲\t33.3\n乙\t33.3\n丙\t33.3\n合计\t100.0\n", {}), IsEmpty());
    EXPECT_THAT(found("名称\t数\n甲\t1\n乙\t2\n小计\t3\n丙\t4\n小计\t4\n合计\t7\n", {}), IsEmpty());
    EXPECT_THAT(found("名称\t一\t二\t合计\n甲\t1\t2\t3\n乙\t4\t5\t9\n丙\t4\t4\t9\n", {}), SizeIs(1));
}

TEST(Leftovers, OneCapacityToldTwiceIsFound) {
    EXPECT_THAT(found("项目年产10万吨烧碱。烧碱设计能力为8万吨/年。", {}), Contains("leftovers.capacity"));
    EXPECT_THAT(found("项目年产10万吨烧碱。一期年产5万吨烧碱。烧碱设计能力为100000吨/年，年产3万吨液氯。", {}),
                IsEmpty());
}

TEST(Leftovers, PeopleAndThingsAreCountedTwice) {
    EXPECT_THAT(found("企业从业人员共有120人。全厂从业人员130人。", {}), Contains("leftovers.people"));
    EXPECT_THAT(found("企业从业人员共有120人，其中管理人员12人。从业人员每班30人。", {}), IsEmpty());
    EXPECT_THAT(found("共设液氯储槽4台。\n设备名称\t数量\n液氯储槽\t3\n整流器\t2\n", {}), Contains("leftovers.count"));
    EXPECT_THAT(found("共设液氯储槽3台，其中液氯储槽1台备用。\n设备名称\t数量\n液氯储槽\t3\n整流器\t2\n", {}),
                IsEmpty());
}

TEST(Leftovers, DatesOutOfOrderAreFound) {
    Known known;
    known.days = {day(2024, 5, 1), day(2024, 4, 1), day(2024, 6, 1), {day(2024, 7, 1)}};
    EXPECT_THAT(found("无。", known), SizeIs(2));
    EXPECT_THAT(
        found("1 概述\n正文已于2024年8月1日完成检定。证书有效期至2026年1月1日，计划于2025年3月1日投产。", own()),
        SizeIs(1));
}

TEST(Leftovers, StandardsNotInForceAreFound) {
    auto known = own();
    known.standards = {{"GB 18218-2009", "危险化学品重大危险源辨识", day(2009, 12, 1), day(2019, 2, 28)},
                       {"GB 18218-2018", "危险化学品重大危险源辨识", day(2019, 3, 1), {}}};
    auto const all = find_leftovers(read("《危险化学品重大危险源辨识》（GB18218-2009）"), known);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_THAT(all[0].words, ::testing::HasSubstr("现行为GB 18218-2018"));
    EXPECT_THAT(found("GB 18218-2018代替GB 18218-2009；GB 18218。", known), IsEmpty());
    EXPECT_THAT(found("GB 99999-2025", known), SizeIs(1));
    EXPECT_THAT(found("《工业企业总平面设计规范》（GB 18218-2018）", known), SizeIs(1));
    EXPECT_THAT(found("GB 18218-2018。《工业企业总平面设计规范》（GB 18218-2018）", known), SizeIs(1))
        << "cited rightly before";
}

TEST(Leftovers, AnOrderThatIsToComeMayBeToldOf) {
    auto known = own();
    known.standards = {{"某某管理法", "某某管理法", day(2026, 5, 1), {}}};
    EXPECT_THAT(found("《某某管理法》。", known), SizeIs(1));
    EXPECT_THAT(found("《某某管理法》（2026年5月1日起施行）。", known), SizeIs(1));
    EXPECT_THAT(found("《某某管理法》自2026年5月1日起施行，企业应当组织学习。", known), IsEmpty());
}

TEST(Leftovers, SignatoriesAreHeldAgainstTeamCertificateAndSite) {
    auto known = own();
    known.team = {{"王伟", "S1", {}, day(2024, 5, 1)}, {"李晓明", "S2", {}, {}}};
    known.signatories = {{"王 伟", "项目负责人"}, {"张磊", "报告编制人"}, {"赵敏", "技术负责人"}};
    known.on_site = {"李晓明"};
    EXPECT_THAT(found("无。", known), ::testing::UnorderedElementsAre("leftovers.certificate", "leftovers.not_on_site",
                                                                      "leftovers.signatory"));
}

TEST(Leftovers, MissingAndEmptyChaptersAreFound) {
    Known known;
    known.chapters = {{"概述", {}}, {"危险、有害因素辨识与分析", {"危险 有害因素"}}, {"评价结论", {"结论"}}};
    std::string const words = "这一章写了很多内容足以说明问题，这一章写了很多内容足以说明问题。";
    EXPECT_THAT(
        found("第一章 概述\n" + words + "\n第二章 危险有害因素分析\n" + words + "\n第三章 结论\n" + words, known),
        IsEmpty());
    EXPECT_THAT(found("第一章 概述\n" + words + "\n第二章 对策措施\n" + words + "\n第三章 结论\n略。", known),
                SizeIs(2));
}

TEST(Leftovers, MajorHazardSourcesHaveToBeIdentified) {
    Known known;
    known.source_standard = "GB 18218";
    EXPECT_THAT(found("《危险化学品重大危险源辨识》。应当对构成重大危险源的登记。", known),
                Contains("leftovers.hazard_source"));
    EXPECT_THAT(found("1 概述\n正文。\n经计算，本项目不构成重大危险源。", known), IsEmpty());
    EXPECT_THAT(found("1 概述\n正文。\n因此，本项目没有危险化学品重大危险源。", known), IsEmpty());
    EXPECT_THAT(found("1 概述\n正文。\n一、二级重大危险源罐区无紧急切断：否。", known),
                Contains("leftovers.hazard_source"))
        << "a criterion, not an outcome";
    std::string const section =
        "1 概述\n正文。\n2 重大危险源辨识\n按标准列出各单元的物质、存量和临界量，逐一计算比值，"
        "结果见下表，计算过程见附件，单元的划分见图。\n";
    EXPECT_THAT(found(section + "比值之和为0.42，不构成。", known), IsEmpty());
    EXPECT_THAT(found(section + "构成的应当登记建档。", known), Contains("leftovers.hazard_source"));
}

TEST(Leftovers, ProblemsAndMeasuresAreMatched) {
    std::string const head =
        "第一章 措施\n1.1 存在的问题\n1、罐区围堰存在孔洞。\n2、泵房防爆灯具损坏。\n1.2 整改措施\n";
    EXPECT_THAT(found(head + "1、封堵罐区围堰孔洞。\n2、更换防爆灯具。\n", {}), IsEmpty());
    EXPECT_THAT(found(head + "1、封堵罐区围堰孔洞。\n2、校验除氧水箱液位计。\n", {}),
                ::testing::UnorderedElementsAre("leftovers.problem", "leftovers.measure"));
    EXPECT_THAT(found("序号\t存在的问题\t整改措施\n1\t罐区围堰存在孔洞\t封堵围堰孔洞\n2\t泵房防爆灯具损坏\t\n", {}),
                SizeIs(1));
}

TEST(Leftovers, HearsayIsHeldAgainstItsUsualShare) {
    Known known;
    known.hearsay = HearsayShare{0.02};
    std::string text = "1 概述\n";
    for (int i = 0; i < 60; ++i)
        text += i % 6 == 0 ? "据企业称，各项均符合规定的要求。" : "各项经现场检查均符合规定的要求。";
    EXPECT_THAT(found(text, known), Contains("leftovers.hearsay"));
    known.hearsay = HearsayShare{0.2};
    EXPECT_THAT(found(text, known), IsEmpty());
}

TEST(Leftovers, ASpacingBelowItsRequirementIsFoundUnlessTheReportSaysSo) {
    EXPECT_THAT(found("储罐间距为12m，规范要求15m，符合。", {}), Contains("leftovers.spacing"));
    EXPECT_THAT(found("储罐间距为15m，规范要求15m。储罐间距为12m，规范要求15m，不符合。", {}), IsEmpty());
    EXPECT_THAT(found("设施\t实际间距（m）\t规范要求（m）\n储罐\t12\t≥15\n泵房\t20\t15\n", {}), SizeIs(1));
    Known known;
    known.spacing = {{"GB 50160-2008", "4.2.12", {"甲类装置"}, {"围墙"}, 25}};
    EXPECT_THAT(found("甲类装置与围墙间距20m，符合GB50160-2008第4.2.12条。", known), SizeIs(1));
    EXPECT_THAT(found("甲类装置与围墙间距25m，符合GB50160-2008第4.2.12条。", known), IsEmpty());
    EXPECT_THAT(found("甲类装置与围墙间距30m，GB50160-2008第4.2.12条要求20m。", known), SizeIs(1));
}

}  // namespace
}  // namespace anping::forensics
