// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/documents/intake.hpp>
#include <anping/documents/testing.hpp>

#include "intake_cell.hpp"

namespace anping::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Given = vault::Table::Cell;

std::vector<Field> fields() {
    return {{.pointer = "/name", .title = "姓名", .required = true},
            {.pointer = "/level",
             .title = "等级",
             .kind = FieldKind::choice,
             .choices = {{"一级", "level1"}},
             .absent = "none"},
            {.pointer = "/certificate/number", .title = "证书编号", .kind = FieldKind::code},
            {.pointer = "/certificate/until", .title = "有效期至", .kind = FieldKind::date}};
}

vault::Table table(std::vector<std::vector<Given>> rows) {
    vault::Table out;
    for (auto& cells : rows) out.rows.push_back({static_cast<std::int64_t>(out.rows.size()) + 1, std::move(cells)});
    return out;
}
std::vector<Given> header() { return {{"姓名"}, {"等级"}, {"证书编号"}, {"有效期至"}}; }

std::string day(char const* text, bool number = false, bool from_1904 = false) {
    auto const out = day_of({text, number}, from_1904);
    return out ? field::to_string(*out) : "none";
}

TEST(Intake, DaysAreReadInEveryFormPeopleWriteThem) {
    for (auto const* text :
         {"2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "2026年03月01日", "2026年3月1号", "20260301",
          "２０２６年３月１日", "２０２６／３／１", "　2026-3-1 ", "2026-03-01 00:00:00", "2026-03-01T00:00:00"})
        EXPECT_EQ(day(text), "2026-03-01") << text;
    for (auto const* text : {"2026-02-30", "2026-13-01", "26-3-1", "3/1/2026", "2026年3月", "2026-3/1", "2026311",
                             "2026-03-01 10:00", "长期", "46082"})
        EXPECT_EQ(day(text), "none") << text;
}

TEST(Intake, DaysAreReadFromExcelsNumbers) {
    EXPECT_EQ(day("46082", true), "2026-03-01");
    EXPECT_EQ(day("4.6082E4", true), "2026-03-01");
    EXPECT_EQ(day("46082.75", true), "2026-03-01") << "with a time";
    EXPECT_EQ(day("44620", true, true), "2026-03-01") << "of a workbook that counts from 1904";
    EXPECT_EQ(day("20260301", true), "2026-03-01") << "eight digits typed as a number";
    EXPECT_EQ(day("59", true), "1900-02-28");
    EXPECT_EQ(day("60", true), "none") << "a day that never was";
    EXPECT_EQ(day("61", true), "1900-03-01");
    EXPECT_EQ(day("0", true), "none");
    EXPECT_EQ(day("-1", true), "none");
    EXPECT_EQ(day("1e300", true), "none");
}

TEST(Intake, NumbersStoredAsNumbersAreTheDigitsThatWereTyped) {
    EXPECT_EQ(typed({"138000", true}).value(), "138000");
    EXPECT_EQ(typed({"1.38E5", true}).value(), "138000");
    EXPECT_EQ(typed({"1.5", true}).value(), "1.5");
    EXPECT_EQ(typed({"007", false}).value(), "007") << "a number stored as text keeps its zeros";
    EXPECT_EQ(typed({"1.2345678901234568E+17", true}).error().key, "documents.digits");
}

TEST(Intake, FullWidthLettersAndDigitsAreNarrowedInCodesAlone) {
    EXPECT_EQ(narrow("ＡＰＪ－（新）－００１"), "APJ-（新）-001");
    auto const taken = take_in(fields(), table({header(), {{"王Ａ"}, {""}, {"ＺＳ１"}, {""}}}));
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->rows.at(0).values,
              (json::object{{"name", "王Ａ"}, {"level", "none"}, {"certificate", {{"number", "ZS1"}}}}));
}

TEST(Intake, AListIsDividedAtItsMarksAndBlankPartsAreLeftOut) {
    std::vector<Field> const lists{{.pointer = "/fields", .title = "专业", .kind = FieldKind::list, .required = true}};
    auto const taken = take_in(lists, table({{{"专业"}}, {{" 化工、电气；矿山;\n 建材 、"}}, {{"、"}}, {{"化工"}}}));
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->rows.at(0).values, (json::object{{"fields", json::array{"化工", "电气", "矿山", "建材"}}}));
    EXPECT_EQ(taken->rows.at(1).values, (json::object{{"fields", json::array{}}}));
    EXPECT_EQ(taken->rows.at(2).values, (json::object{{"fields", json::array{"化工"}}}));
}

TEST(Intake, ColumnsAreFoundByTheirTitlesInAnyOrderBelowATitle) {
    auto const taken = take_in(fields(), table({{{"人员表"}},
                                                {{"等级"}, {"备注"}, {" 姓 名*"}, {"错误"}},
                                                {{"一级"}, {"x"}, {"王"}, {"旧的"}},
                                                {{""}, {"y"}}}));
    ASSERT_TRUE(taken) << taken.error().text;
    ASSERT_EQ(taken->rows.size(), 1U);
    EXPECT_EQ(taken->rows[0].number, 3);
    EXPECT_EQ(taken->rows[0].values, (json::object{{"name", "王"}, {"level", "level1"}}));
    EXPECT_THAT(taken->ignored, ElementsAre("备注"));
}

TEST(Intake, WhatCannotBeUnderstoodIsAProblemOfItsCellAndKeptAsWritten) {
    auto const taken = take_in(fields(), table({header(), {{"王"}, {"特级"}, {"123456789012345678", true}, {"长期"}}}));
    ASSERT_TRUE(taken);
    auto const& row = taken->rows.at(0);
    std::vector<std::string> problems;
    for (auto const& one : row.problems) problems.push_back(one.pointer + " " + one.rule);
    EXPECT_THAT(problems, ElementsAre("/level choice", "/certificate/number digits", "/certificate/until date"));
    EXPECT_EQ(row.problems[0].text, "应为：一级");
    EXPECT_EQ(shown(row.cells.at(3)), "长期");
}

TEST(Intake, ATableWithoutItsColumnsOrWithTooManyRowsIsRefused) {
    EXPECT_THAT(take_in(fields(), table({{{"等级"}}, {{"一级"}}})).error().text, HasSubstr("姓名"));
    EXPECT_THAT(take_in(fields(), {}).error().text, HasSubstr("姓名"));
    std::vector<std::vector<Given>> rows{header()};
    rows.resize(kIntakeRows + 2, {{"王"}});
    EXPECT_EQ(take_in(fields(), table(rows)).error().code, ErrorCode::too_large);
    rows.pop_back();
    EXPECT_EQ(take_in(fields(), table(rows))->rows.size(), kIntakeRows);
}

TEST(Intake, TheBlankTableHasTheTitlesTheChoicesAndASheetOfExplanations) {
    auto const book = blank_table("人员", fields(), {"一人一行。"}, {});
    auto const sheet = testing::part(book, "xl/worksheets/sheet1.xml");
    EXPECT_STREQ(sheet.select_node("//c[@r='A1']/is/t").node().text().get(), "姓名");
    EXPECT_STREQ(sheet.select_node("//dataValidation[@sqref='B2:B1001']/formula1").node().text().get(), "\"一级\"");
    auto many = fields();
    for (int i = 0; i < 40; ++i) many[1].choices.emplace_back("化学原料和化学制品制造业" + std::to_string(i), "26");
    EXPECT_EQ(testing::part(blank_table("人员", many, {}, {}), "xl/worksheets/sheet1.xml")
                  .select_nodes("//dataValidation")
                  .size(),
              0U)
        << "a list longer than Excel takes is left to be typed";
    auto const notes = testing::part(book, "xl/worksheets/sheet2.xml");
    EXPECT_STREQ(notes.select_node("//c[@r='A2']/is/t").node().text().get(), "一人一行。");
    EXPECT_STREQ(notes.select_node("//c[@r='B4']/is/t").node().text().get(), "必填");
}

TEST(Intake, TheCheckedTableColoursWrongRowsAndSaysWhy) {
    auto const taken = take_in(fields(), table({header(), {{"王"}}, {{"李"}, {"特级"}}}));
    auto const book =
        checked_table("人员", fields(), {{&taken->rows[0], "", false}, {&taken->rows[1], "等级：应为一级", true}}, {});
    auto const sheet = testing::part(book, "xl/worksheets/sheet1.xml");
    EXPECT_STREQ(sheet.select_node("//c[@r='E1']/is/t").node().text().get(), "错误");
    EXPECT_STREQ(sheet.select_node("//c[@r='E3']/is/t").node().text().get(), "等级：应为一级");
    auto const style = [&](char const* place) {
        return sheet.select_node(("//c[@r='" + std::string(place) + "']").c_str()).node().attribute("s").as_int();
    };
    EXPECT_NE(style("A2"), style("A3"));
    EXPECT_EQ(style("A3"), style("B3"));
}

}  // namespace
}  // namespace anping::documents
