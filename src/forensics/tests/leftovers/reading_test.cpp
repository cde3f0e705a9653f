// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/forensics/leftovers.hpp>

#include "leftovers/differences.hpp"
#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"
#include "leftovers/standard_numbers.hpp"
#include "reading.hpp"

namespace anping::forensics {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> titles(Report const& report) {
    std::vector<std::string> out;
    for (auto const& one : report.headings) out.push_back(std::to_string(one.level) + to_utf8(one.title));
    return out;
}

TEST(Reports, PlacesAreCodePointsOfTheOriginal) {
    auto const report = read("　１２ m。\n临川 华晟");
    EXPECT_EQ(to_utf8(report.text), "12m。\n临川 华晟");
    auto const place = report.original({0, 3});
    EXPECT_EQ(place.from, 1U);
    EXPECT_EQ(place.to, 5U);
}

TEST(Reports, WrappedLinesAreOneSentence) {
    auto const report =
        read("该企业的生产装置按照设计文件建设并且由专人负责日常的\n维护和检查工作。\n1、罐区缺少报警器\n2、泵房漏水");
    EXPECT_EQ(to_utf8(report.at(report.sentence_at(30))),
              "该企业的生产装置按照设计文件建设并且由专人负责日常的维护和检查工作。");
    EXPECT_THAT(report.sentences, SizeIs(4));
}

TEST(Reports, HeadingsAreSeenHoweverTheyAreNumbered) {
    EXPECT_THAT(titles(read("第一章 概述\n1.1 评价目的\n正文。\n第二章　评价结论\n正文。")),
                ElementsAre("1概述", "2评价目的", "1评价结论"));
    EXPECT_THAT(titles(read("1．概述\n1.1地理位置\n正文。\n2 评价结论\n3台泵")),
                ElementsAre("1概述", "2地理位置", "1评价结论"));
    EXPECT_THAT(titles(read("一、企业概况\n（一）地理位置\n正文。\n二、评价结论")),
                ElementsAre("1企业概况", "2地理位置", "1评价结论"));
    EXPECT_THAT(titles(read("第一部分 评价说明\n正文。\n第二部分 项目概况\n正文。")),
                ElementsAre("1评价说明", "1项目概况"));
    EXPECT_THAT(titles(read("1 概 述\n正文。\n2 评 价 结 论\n正文。")), ElementsAre("1概 述", "1评 价 结 论"));
}

TEST(Reports, ATableOfContentsHeadsNothing) {
    EXPECT_THAT(titles(read("目录\n第一章 概述……1\n第二章 结论\t9\n第一章 概述\n正文。\n第二章 结论\n正文。")),
                ElementsAre("1概述", "1结论"));
    EXPECT_THAT(titles(read("目录\n第一章 概述\n第二章 结论\n第一章 概述\n正文若干字。\n第二章 结论\n正文。")),
                ElementsAre("1概述", "1结论"));
}

TEST(Reports, ItemsOfAListAreNoChapters) {
    EXPECT_THAT(titles(read("第一章 概述\n1、罐区缺少可燃气体报警器\n2、泵房漏水严重\n第二章 结论\n正文。")),
                ElementsAre("1概述", "1结论"));
}

TEST(Reports, ChaptersOfPlainWordsAreSeenBetweenOthers) {
    EXPECT_THAT(titles(read("1 概述\n正文。\n2 隐患及整改情况\n正文。\n3 建议\n正文。\n4 评价结论\n正文。")),
                ElementsAre("1概述", "1隐患及整改情况", "1建议", "1评价结论"));
    EXPECT_THAT(titles(read("1 概述\n1、罐区缺少报警器\n2、泵房漏水严重\n3、灯具损坏\n2 隐患及整改情况\n3 建议\n"
                            "4 评价结论\n正文。")),
                ElementsAre("1概述", "1评价结论"))
        << "nobody knows which of two are the chapters";
}

TEST(Reports, LinesWithTabsAreTables) {
    auto const report = read("设备\n名称\t数量\n储罐\t 3 \n泵\t2\n完。");
    ASSERT_THAT(report.grids, SizeIs(1));
    ASSERT_THAT(report.grids[0].rows, SizeIs(3));
    EXPECT_EQ(to_utf8(report.grids[0].rows[1][1].text), "3");
}

TEST(Reports, TheDocumentsOwnTablesAreTaken) {
    vault::Document document;
    document.text = "说明。\n名称\t数量\n储罐\t3\n";
    document.tables = {{1, {{{4, 6}, {7, 9}}, {{10, 12}, {13, 14}}}}};
    auto const report = report_of(document);
    ASSERT_THAT(report.grids, SizeIs(1));
    EXPECT_EQ(to_utf8(report.grids[0].rows[1][0].text), "储罐");
}

TEST(Quantities, DaysAreReadHoweverTheyAreWritten) {
    auto const days = [](char const* text) {
        std::vector<std::string> out;
        for (auto const& one : days_in(plain(text))) out.push_back(to_string(one.first) + ".." + to_string(one.last));
        return out;
    };
    EXPECT_THAT(days("于2024年3月5日到"), ElementsAre("2024-03-05..2024-03-05"));
    EXPECT_THAT(days("2024-03-05、2024.3.6、2024/3/7"), SizeIs(3));
    EXPECT_THAT(days("二〇二四年十二月"), ElementsAre("2024-12-01..2024-12-31"));
    EXPECT_THAT(days("二○二四年三月二十一日"), ElementsAre("2024-03-21..2024-03-21"));
    EXPECT_THAT(days("GB 50160-2008、1.2.3、2024年13月5日"), IsEmpty());
}

TEST(Quantities, NumbersKeepTheirDecimals) {
    auto const numbers = numbers_in(U"共1,200.50吨,3台");
    ASSERT_THAT(numbers, SizeIs(2));
    EXPECT_DOUBLE_EQ(numbers[0].value, 1200.5);
    EXPECT_EQ(numbers[0].decimals, 2);
    EXPECT_EQ(count_of(U"二十一"), 21);
    EXPECT_EQ(count_of(U"一百零三"), 103);
    EXPECT_FALSE(count_of(U"一般"));
}

TEST(StandardNumbers, SeriesAndYearAreReadApart) {
    auto const found =
        standard_numbers(plain("GB 50160－2008、GB/T13861-2022，TSG 21-2016、DB65/T 4000.1-2020、GB50057-94、GBZ 2.1"));
    std::vector<std::string> all;
    for (auto const& one : found) all.push_back(to_utf8(one.series) + "|" + std::to_string(one.year));
    EXPECT_THAT(all, ElementsAre("GB50160|2008", "GB/T13861|2022", "TSG21|2016", "DB65/T4000.1|2020", "GB50057|1994",
                                 "GBZ2.1|0"));
}

TEST(Parties, NamesEndWithAFormAndBeginWhereTheSentenceDoesNot) {
    auto const names = [](char const* text) {
        auto const report = read(text);
        std::vector<std::string> out;
        for (auto const place : party_names(report)) out.push_back(to_utf8(report.at(place)));
        return out;
    };
    EXPECT_THAT(names("受临川华晟氯碱有限公司委托，由东沙锐捷安全评价有限公司承担。"),
                ElementsAre("临川华晟氯碱有限公司", "东沙锐捷安全评价有限公司"));
    EXPECT_THAT(names("有限责任公司和股份有限公司的股东，依法设立的有限公司，某化工有限公司"), IsEmpty());
    EXPECT_THAT(names("厂区东侧为平湖市宏达化工厂，本化工厂"), ElementsAre("平湖市宏达化工厂"));
}

TEST(Differences, AreTheFewestThatMakeOneTextTheOther) {
    auto const found = differences(U"处二万元以上罚款", U"处五万元以下的罚款", 10);
    ASSERT_TRUE(found);
    ASSERT_THAT(*found, SizeIs(2));
    EXPECT_EQ((*found)[0].a.from, 1U);
    EXPECT_EQ((*found)[1].b.to - (*found)[1].b.from, 2U);
    EXPECT_FALSE(differences(U"甲乙丙丁", U"子丑寅卯", 3));
    EXPECT_THAT(*differences(U"同", U"同", 0), IsEmpty());
}

TEST(NameScreens, FindEachNameAtItsPlaceAndTheLongestOfThoseThatOverlap) {
    NameScreen const screen({{"临川华晟氯碱有限公司", 1}, {"华晟氯碱", 1}, {"东沙锐捷化工有限公司", 2}, {"短名", 3}});
    auto const folded = text::fold("与臨川華晟氯碱 有限公司、华晟氯碱和东沙锐捷化\n工有限公司、短名");
    auto const matches = screen.in(folded);
    ASSERT_THAT(matches, SizeIs(3));
    EXPECT_EQ(matches[0].name, 0U);
    EXPECT_EQ(matches[1].name, 1U);
    EXPECT_EQ(matches[2].name, 2U);
    EXPECT_EQ(folded.text.substr(matches[1].from, matches[1].to - matches[1].from), u"华晟氯碱");
}

TEST(NameScreens, OfNoNamesFindsNone) {
    EXPECT_THAT(NameScreen({}).in(text::fold("临川华晟氯碱有限公司")), IsEmpty());
    EXPECT_THAT(NameScreen({{"临川华晟氯碱有限公司", 1}}).in(text::fold("短")), IsEmpty());
}

TEST(Facts, AreReadOffTheCoverAndTheDeclarations) {
    auto const known =
        facts_of(read("临川华晟氯碱有限公司\n年产10万吨离子膜烧碱技术改造项目\n安全现状评价报告\n东沙锐捷安全评价有限公"
                      "司\n2024年6月1日\n"
                      "项目负责人：王　伟　证书编号：S01\n报告编制人：李晓明\n"
                      "项目组成员\n姓名\t证书编号\t有效期至\n王伟\tS01\t2026-01-01\n李晓明\tS02\t2025.5.1\n"
                      "第一章 概述\n1.1 "
                      "过程\n评价组于2024年5月3日进行了现场勘验。双方于2024年4月1日签订了技术服务合同。\n现场勘验人员："
                      "王伟、李晓明。\n第二章 结论\n符合。"));
    EXPECT_THAT(known.own_names, ElementsAre("临川华晟氯碱有限公司"));
    EXPECT_THAT(known.institution_names, ElementsAre("东沙锐捷安全评价有限公司"));
    EXPECT_THAT(known.project_names, ElementsAre("年产10万吨离子膜烧碱技术改造项目"));
    EXPECT_EQ(known.days.report, field::Date::of(2024, 6, 1));
    EXPECT_EQ(known.days.contract, field::Date::of(2024, 4, 1));
    EXPECT_THAT(known.days.survey, ElementsAre(*field::Date::of(2024, 5, 3)));
    ASSERT_THAT(known.team, SizeIs(2));
    EXPECT_EQ(known.team[1].valid_until, field::Date::of(2025, 5, 1));
    ASSERT_THAT(known.signatories, SizeIs(2));
    EXPECT_EQ(known.signatories[0].name, "王伟");
    EXPECT_THAT(known.on_site, SizeIs(2));
}

}  // namespace
}  // namespace anping::forensics
