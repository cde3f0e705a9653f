// SPDX-License-Identifier: Apache-2.0
// When a list of criteria of major hidden dangers counts as gone through.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/forensics/leftovers.hpp>

#include "leftovers/item_numbers.hpp"
#include "reading.hpp"

namespace anping::forensics {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> found(std::string const& text, Known const& known) {
    std::vector<std::string> out;
    for (auto const& one : find_leftovers(read(text), known)) out.push_back(one.detector);
    return out;
}

// In words no report of these tests has, but for the first three.
Known eight() {
    Known out;
    out.criteria = {
        {"1", "特种作业人员未持证上岗"}, {"2", "化工装置未按标准设置双重电源供电"}, {"3", "液化烃储罐未设置注水措施"}};
    for (auto const* number : {"4", "5", "6", "7", "8"}) out.criteria.push_back({number, "某种没有写过的情形"});
    return out;
}

// "": none; else the numbers said to be left out.
std::string left_out(std::string const& text) {
    for (auto const& one : find_leftovers(read("1 概述\n正文。\n" + text), eight()))
        for (auto const& fact : one.facts)
            if (fact.name == "left_out") return fact.value;
    return "";
}

std::string const kNamed = "2 符合性评价\n2.1 重大事故隐患判定\n";
std::string const kUnnamed = "2 符合性评价\n";

TEST(Criteria, TheListIsGoneThroughItemByItem) {
    Known known;
    known.criteria = {{"1", "特种作业人员未持证上岗"}, {"2", "化工装置未按标准设置双重电源供电"}};
    EXPECT_THAT(found("特种作业人员未持证上岗：否。化工装置未按照国家标准设置双重电源供电：否。", known), IsEmpty());
    EXPECT_THAT(found("特种作业人员未持证上岗：否。", known), SizeIs(1));
    EXPECT_THAT(
        found("序号\t情形\t结果\n1\t特种作业人员未持证上岗\t否\n2\t化工装置未按标准设置双重电源供电\t\n", known),
        SizeIs(1));
}

TEST(Criteria, AreGoneThroughWhereAsManyItemsAreCounted) {
    Known known;
    for (auto const* number : {"1", "2", "3", "4"}) known.criteria.push_back({number, "某种没有写过的情形"});
    std::string const head = "1 概述\n正文。\n对照重大事故隐患判定标准检查如下：\n";
    EXPECT_THAT(found(head + "（1）证书齐全。\n（2）设有联锁。\n（3）不涉及。\n（4）已投用。\n", known), IsEmpty());
    EXPECT_THAT(found(head + "（1）证书齐全。\n（2）设有联锁。\n（3）不涉及。\n", known), SizeIs(1));
    EXPECT_THAT(found(head + "序号\t内容\t结果\n1\t证书\t否\n2\t联锁\t否\n第3、4项\t均无\t不涉及\n", known), IsEmpty());
    EXPECT_THAT(found("1 概述\n正文。\n隐患整改表\n序号\t内容\t结果\n1\t甲\t否\n2\t乙\t否\n3\t丙\t否\n"
                      "4\t丁\t否\n",
                      known),
                SizeIs(1))
        << "what was found and put right, not the criteria";
}

TEST(Criteria, ATableOfNumbersAndOutcomesGoesThroughThem) {
    std::string const rows = "序号\t结果\n1\t符合\n2\t符合\n3\t不涉及\n4～7\t不涉及\n第8项\t未构成\n";
    EXPECT_EQ(left_out(kNamed + rows), "");
    std::string const far(400, 'x');
    EXPECT_EQ(left_out(kUnnamed + "按判定标准对重大事故隐患逐项检查。\n" + far + "\n" + rows), "")
        << "named in its section";
    EXPECT_EQ(left_out(kUnnamed + "按检查表逐项检查。\n" + rows), "1、2、3、4、5、6、7、8") << "of something else";
    EXPECT_EQ(left_out(kNamed + "序号\t结果\n1\t符合\n2\t\n3～8\t不涉及\n"), "2") << "without an outcome";
    EXPECT_EQ(left_out(kNamed + "序号\t结果\n1\t符合\n2\t符合\n4～8\t不涉及\n"), "3") << "left out";
}

TEST(Criteria, NumbersAndOutcomesMayStandInTwoColumns) {
    EXPECT_EQ(left_out(kNamed + "条款\t结果\t条款\t结果\n1\t√\t5\t√\n2\t√\t6\t√\n3\t√\t7\t无\n4\t√\t8\t无\n"), "");
    EXPECT_EQ(left_out(kNamed + "项目\t数量\t结果\n1\t3\t符合\n2～8\t1\t2\n"), "1、2、3、4、5、6、7、8")
        << "numbers of something";
}

TEST(Criteria, ATableIsOfTheListByItsHeadOrItsWords) {
    std::string const rows =
        "1\t特种作业人员未持证上岗\t不存在\n2\t装置未按标准设置双重电源供电\t不存在\n3\t储罐\t不存在\n第4、5项\t没有"
        "所列情形\t不涉及\n第6至8项\t没有所列情形\t不涉及\n";
    EXPECT_EQ(left_out(kUnnamed + "序号\t内容\t结果\n" + rows), "") << "two of three rows say their criterion";
    std::string const others =
        "1\t围墙\t完好\n2\t道路\t通畅\n3\t储罐\t完好\n4\t门\t完好\n5\t灯\t完好\n6\t井\t完好\n7\t泵\t完好\n8\t阀\t完好"
        "\n";
    EXPECT_EQ(left_out(kUnnamed + "序号\t判定内容\t结果\n" + others), "");
    EXPECT_EQ(left_out(kUnnamed + "序号\t检查内容\t结果\n" + others), "1、2、3、4、5、6、7、8") << "a check list";
    EXPECT_EQ(left_out(kUnnamed + "序号\t判定内容\t结果\n" + others + "9\t厂房\t完好\n"), "1、2、3、4、5、6、7、8")
        << "of a longer list";
}

TEST(Criteria, SentencesMayTellOutcomesByNumberAlone) {
    EXPECT_EQ(left_out(kUnnamed + "判定标准第1～6、8条不涉及，第7条符合要求。"), "");
    EXPECT_EQ(left_out(kNamed + "经检查，第一至三项、第五项均符合。第（四）项不涉及；6-8项不存在。"), "");
    EXPECT_EQ(left_out(kNamed + "第1～5项不涉及，第7、8项符合。"), "6") << "left out";
    EXPECT_EQ(left_out(kNamed + "1、符合\n2、符合\n3、不涉及\n4～8：不涉及\n"), "");
}

TEST(Criteria, OneOutcomeForTheWholeListGoesThroughNothing) {
    std::string const all = "1、2、3、4、5、6、7、8";
    EXPECT_EQ(left_out(kNamed + "对照判定标准，企业不存在重大事故隐患。"), all);
    EXPECT_EQ(left_out(kNamed + "判定标准第1～8项均不存在。"), all);
    EXPECT_EQ(left_out(kNamed + "序号\t结果\n1～8\t不涉及\n备注\t无\n"), all);
}

TEST(Criteria, NumbersOfOtherTextsAreNotTheLists) {
    std::string const all = "1、2、3、4、5、6、7、8";
    EXPECT_EQ(left_out(kNamed + "符合《安全生产法》第三条、第五条的规定。符合GB 50160第4.2.1条。共3项隐患，存在2项。"),
              all);
    EXPECT_EQ(left_out(kNamed + "第四条第（一）项所列情形不存在。"), all) << "a place within a place";
    EXPECT_EQ(left_out(kNamed + "企业应当执行第3项的规定。"), all) << "no outcome";
    EXPECT_EQ(left_out("2 资料审查\n合同第3条符合要求。\n"), all) << "not where dangers are judged";
}

std::string written(std::string const& text) {
    auto const one = item_numbers_alone(plain(text));
    if (!one) return "-";
    std::string out;
    for (auto const number : one->numbers) out += (out.empty() ? "" : " ") + std::to_string(number);
    return out;
}

TEST(ItemNumbers, AreReadAsReportsEnumerateThem) {
    EXPECT_EQ(written("3"), "3");
    EXPECT_EQ(written("第1～3、8条"), "1 2 3 8");
    EXPECT_EQ(written("（一）至（三）"), "1 2 3");
    EXPECT_EQ(written("第2项、第4-6项"), "2 4 5 6");
    EXPECT_EQ(written("判定标准第十二项"), "12");
    EXPECT_EQ(written("②"), "2");
    for (auto const* other : {"5.2", "2024", "3台", "1-1", "第三方", "甲", ""}) EXPECT_EQ(written(other), "-") << other;
}

}  // namespace
}  // namespace anping::forensics
