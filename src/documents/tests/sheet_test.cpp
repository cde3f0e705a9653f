// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/documents/list.hpp>
#include <anping/documents/sheet.hpp>
#include <anping/documents/testing.hpp>

#include "sheet_text.hpp"

namespace anping::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kFirst[] = "xl/worksheets/sheet1.xml";
Timestamp const kCreated = *parse_timestamp("2026-11-20T01:30:00Z");

std::string written(Sheet const& sheet) { return xlsx({&sheet, 1}, kCreated); }

Sheet a_ledger() {
    Sheet sheet;
    sheet.name = "整改台账";
    sheet.title = "2026年整改台账";
    sheet.notes = {"截至2026年11月20日"};
    sheet.columns = {{"企业"},
                     {"问题数", ColumnKind::integer},
                     {"合同额（元）", ColumnKind::yuan},
                     {"合同额（万元）", ColumnKind::ten_thousand_yuan},
                     {"告知日", ColumnKind::date},
                     {"接收时间", ColumnKind::timestamp}};
    sheet.rows = {{"昌吉化工", std::int64_t{3}, field::Money{12345678}, field::Money{12345678},
                   *field::Date::of(2026, 11, 20), *parse_timestamp("2026-11-20T04:00:00Z")},
                  {"天山矿业"}};
    sheet.footer = {"填报人："};
    return sheet;
}

pugi::xml_node cell(pugi::xml_document const& sheet, char const* place) {
    return sheet.select_node(("//c[@r='" + std::string(place) + "']").c_str()).node();
}
std::string text(pugi::xml_document const& sheet, char const* place) {
    return cell(sheet, place).child("is").child("t").text().get();
}
double height(pugi::xml_document const& sheet, int row) {
    return sheet.select_node(("//row[@r='" + std::to_string(row) + "']").c_str()).node().attribute("ht").as_double();
}
std::string format_code(std::string const& package, pugi::xml_node one) {
    auto const styles = testing::part(package, "xl/styles.xml");
    auto format = styles.child("styleSheet").child("cellXfs").first_child();
    for (int i = 0; i < one.attribute("s").as_int(); ++i) format = format.next_sibling();
    auto const* const id = format.attribute("numFmtId").value();
    auto const own = styles.select_node(("//numFmt[@numFmtId='" + std::string(id) + "']").c_str()).node();
    return own ? own.attribute("formatCode").value() : id;
}

TEST(Sheets, EveryKindOfCellIsWrittenAsItsKind) {
    auto const package = written(a_ledger());
    auto const sheet = testing::part(package, kFirst);
    EXPECT_EQ(text(sheet, "A1"), "2026年整改台账");
    EXPECT_EQ(text(sheet, "A2"), "截至2026年11月20日");
    EXPECT_EQ(text(sheet, "D3"), "合同额（万元）");
    EXPECT_EQ(text(sheet, "A4"), "昌吉化工");
    EXPECT_STREQ(cell(sheet, "B4").child_value("v"), "3");
    EXPECT_STREQ(cell(sheet, "C4").child_value("v"), "123456.78");
    EXPECT_STREQ(cell(sheet, "D4").child_value("v"), "12.345678");
    EXPECT_STREQ(cell(sheet, "E4").child_value("v"), "46346");
    EXPECT_STREQ(cell(sheet, "F4").child_value("v"), "46346.5");
    EXPECT_EQ(text(sheet, "A6"), "填报人：");
}

TEST(Sheets, MoneyShowsTwoDecimalsAndDaysReadAsDays) {
    auto const package = written(a_ledger());
    auto const sheet = testing::part(package, kFirst);
    EXPECT_EQ(format_code(package, cell(sheet, "C4")), "#,##0.00");
    EXPECT_EQ(format_code(package, cell(sheet, "D4")), "#,##0.00");
    EXPECT_EQ(format_code(package, cell(sheet, "A4")), "@");
    EXPECT_EQ(format_code(package, cell(sheet, "E4")), "yyyy-mm-dd");
    EXPECT_EQ(format_code(package, cell(sheet, "F4")), "yyyy-mm-dd hh:mm");
}

TEST(Sheets, AShortRowEndsInBlankCells) {
    auto const sheet = testing::part(written(a_ledger()), kFirst);
    EXPECT_EQ(text(sheet, "A5"), "天山矿业");
    EXPECT_TRUE(cell(sheet, "F5"));
    EXPECT_FALSE(cell(sheet, "F5").first_child());
}

TEST(Sheets, NoTextIsEverAFormula) {
    for (std::string const start : {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "\t=1", "{=1}"}) {
        auto ledger = a_ledger();
        ledger.title = ledger.name = start;
        ledger.notes = ledger.footer = {start};
        ledger.columns[0].title = start;
        ledger.rows = {{start, start, start, start, start, start}};
        auto const sheet = testing::part(written(ledger), kFirst);
        EXPECT_EQ(sheet.select_nodes("//f").size(), 0u) << start;
        EXPECT_EQ(text(sheet, "A4"), start);
        EXPECT_EQ(text(sheet, "F4"), start);
        EXPECT_STREQ(cell(sheet, "B4").attribute("t").value(), "inlineStr");
    }
}

TEST(Sheets, TheHeaderIsFrozenFilteredAndPrintedOnEveryPage) {
    auto const package = written(a_ledger());
    auto const sheet = testing::part(package, kFirst);
    auto const pane = sheet.select_node("//pane").node();
    EXPECT_STREQ(pane.attribute("ySplit").value(), "3");
    EXPECT_STREQ(pane.attribute("state").value(), "frozen");
    EXPECT_STREQ(sheet.select_node("//autoFilter").node().attribute("ref").value(), "A3:F5");
    auto const workbook = testing::part(package, "xl/workbook.xml");
    std::vector<std::string> names;
    for (auto const one : workbook.select_nodes("//definedName")) names.emplace_back(one.node().text().get());
    EXPECT_THAT(names, ::testing::Contains("'整改台账'!$3:$3"));
}

TEST(Sheets, ThePageIsA4LandscapeOneWide) {
    auto const sheet = testing::part(written(a_ledger()), kFirst);
    auto const setup = sheet.select_node("//pageSetup").node();
    EXPECT_STREQ(setup.attribute("orientation").value(), "landscape");
    EXPECT_STREQ(setup.attribute("paperSize").value(), "9");
    EXPECT_STREQ(setup.attribute("fitToHeight").value(), "0");
    EXPECT_TRUE(sheet.select_node("//pageSetUpPr[@fitToPage='1']"));
}

TEST(Sheets, CellsAreInSongType) {
    auto const styles = testing::part(written(a_ledger()), "xl/styles.xml");
    EXPECT_TRUE(styles.select_node("//font[name/@val='宋体']"));
}

TEST(Sheets, AWrappedChineseTextMakesItsRowHigher) {
    auto ledger = a_ledger();
    ledger.columns[0].width = 21;
    ledger.rows = {
        {std::string("短")}, {std::string("安全生产安全生产安全生产安全生产安全生产")}, {std::string("一\n二\n三")}};
    auto const sheet = testing::part(written(ledger), kFirst);
    EXPECT_EQ(height(sheet, 4), 18);
    EXPECT_EQ(height(sheet, 5), 31.5);
    EXPECT_EQ(height(sheet, 6), 45);
}

TEST(Sheets, NoRowIsHigherThanExcelAllows) { EXPECT_EQ(row_height(std::string(50'000, 'x'), 10), 409); }

TEST(Sheets, EqualSheetsGiveEqualBytesAndTheTimeIsTheOneGiven) {
    auto const ledger = a_ledger();
    auto const first = written(ledger);
    ::setenv("TZ", "Pacific/Kiritimati", 1);
    ::tzset();
    auto const second = written(ledger);
    ::unsetenv("TZ");
    ::tzset();
    EXPECT_EQ(first, second);
    EXPECT_THAT(testing::unzip(first).at("docProps/core.xml"), HasSubstr("2026-11-20T01:30:00Z"));
    EXPECT_THAT(testing::unzip(xlsx({&ledger, 1}, {})).at("docProps/core.xml"), HasSubstr("1970-01-01T00:00:01Z"));
}

TEST(Sheets, ANumberOfMoreDigitsThanExcelKeepsIsAText) {
    auto ledger = a_ledger();
    ledger.rows = {{std::int64_t{999'999'999'999'999}, std::int64_t{1'000'000'000'000'000},
                    std::numeric_limits<std::int64_t>::min()}};
    auto const sheet = testing::part(written(ledger), kFirst);
    EXPECT_STREQ(cell(sheet, "A4").child_value("v"), "999999999999999");
    EXPECT_EQ(text(sheet, "B4"), "1000000000000000");
    EXPECT_EQ(text(sheet, "C4"), "-9223372036854775808");
}

TEST(Sheets, ADayExcelCountsWronglyIsAText) {
    auto ledger = a_ledger();
    ledger.rows = {
        {*field::Date::of(1900, 2, 28), *field::Date::of(1900, 3, 1), *parse_timestamp("1899-01-01T00:00:00Z")}};
    auto const sheet = testing::part(written(ledger), kFirst);
    EXPECT_EQ(text(sheet, "A4"), "1900-02-28");
    EXPECT_STREQ(cell(sheet, "B4").child_value("v"), "61");
    EXPECT_THAT(text(sheet, "C4"), HasSubstr("1899-01-01T"));
}

TEST(Sheets, ATextIsCleanedAndCutAtExcelsLimit) {
    auto ledger = a_ledger();
    ledger.rows = {{std::string(40'000, 'x'), std::string("a\x01<&>\xFF\r\nb")}};
    auto const sheet = testing::part(written(ledger), kFirst);
    EXPECT_EQ(text(sheet, "A4"), std::string(32'766, 'x') + "…");
    EXPECT_EQ(text(sheet, "B4"), "a<&>\nb");
}

TEST(Sheets, ATabGetsANameExcelAllowsAndNoOtherHas) {
    std::set<std::string> taken;
    EXPECT_EQ(tab_name("a/b[c]:*?\\'", taken), "a_b_c______");
    EXPECT_EQ(tab_name("Sheet", taken), "Sheet");
    EXPECT_EQ(tab_name("SHEET", taken), "SHEET(2)");
    EXPECT_EQ(tab_name("", taken), "表");
    EXPECT_EQ(tab_name(" ", taken), "表(2)");
    EXPECT_EQ(tab_name(std::string(40, 'x'), taken), std::string(31, 'x'));
    EXPECT_EQ(tab_name(std::string(40, 'x'), taken), std::string(28, 'x') + "(2)");
}

TEST(Sheets, SeveralSheetsStandInOneWorkbook) {
    std::vector<Sheet> sheets = {a_ledger(), a_ledger()};
    sheets[1].columns.resize(1);
    sheets[1].rows.clear();
    auto const package = xlsx(sheets, kCreated);
    auto const workbook = testing::part(package, "xl/workbook.xml");
    std::vector<std::string> names;
    for (auto const one : workbook.select_nodes("//sheet")) names.emplace_back(one.node().attribute("name").value());
    EXPECT_THAT(names, ElementsAre("整改台账", "整改台账(2)"));
    EXPECT_EQ(text(testing::part(package, "xl/worksheets/sheet2.xml"), "A4"), "填报人：");
}

TEST(Sheets, ASheetWithoutColumnsOrWithTooManyRowsIsAFault) {
    EXPECT_THROW(written(Sheet{.name = "空", .title = "", .columns = {}, .rows = {}}), std::invalid_argument);
    Sheet endless{.name = "", .title = "", .columns = {{"a"}}, .rows = {}};
    endless.rows.resize(1'048'576);
    EXPECT_THROW(written(endless), std::length_error);
}

TEST(Sheets, AListIsNumberedAndCounted) {
    std::vector<ListColumn<std::string>> const columns = {
        {"名称", {}, [](std::string const& one) -> Cell { return one; }},
        {"字数", ColumnKind::integer,
         [](std::string const& one) -> Cell { return static_cast<std::int64_t>(one.size()); }}};
    auto const sheet = list_sheet<std::string>("清单", "项", columns, {"a", "bc"});
    ASSERT_EQ(sheet.rows.size(), 2U);
    EXPECT_EQ(sheet.rows[1], (std::vector<Cell>{std::int64_t{2}, "bc", std::int64_t{2}}));
    EXPECT_THAT(sheet.footer, ElementsAre("共 2 项"));
    EXPECT_EQ(sheet.columns.front().title, "序号");
}

}  // namespace
}  // namespace anping::documents
