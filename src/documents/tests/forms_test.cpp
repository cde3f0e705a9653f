// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/documents/form.hpp>
#include <anping/documents/testing.hpp>

namespace anping::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string kind_of(pugi::xml_node paragraph) {
    return paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
}

pugi::xml_document document_of(Form const& form) { return testing::part(docx(form), "word/document.xml"); }
pugi::xml_node body_of(pugi::xml_document const& document) { return document.child("w:document").child("w:body"); }

std::vector<std::string> styles_in(pugi::xml_node node) {
    std::vector<std::string> out;
    for (auto const child : node.children("w:p"))
        if (kind_of(child) != "Gap") out.push_back(kind_of(child));
    return out;
}

std::vector<std::string> rows_of(pugi::xml_node table) {
    std::vector<std::string> out;
    for (auto const row : table.children("w:tr")) {
        std::string text;
        for (auto const cell : row.children("w:tc")) text += "[" + testing::text_of(cell) + "]";
        out.push_back(text);
    }
    return out;
}

Form a_notice() {
    Form form;
    form.title = "安全评价从业告知书";
    form.addressee = "昌吉回族自治州应急管理局";
    form.number = "昌安告〔2026〕12号";
    form.blocks.push_back(Grid{{{"机构", "天山安评"}, {"证书", "APJ-001"}, {"地址", std::string(60, 'x')}}});
    form.blocks.push_back(Table{"人员", {{"姓名", 1}, {"证书编号", 3}}, {{"张三", "S-1"}, {"李四"}}});
    form.blocks.push_back(Paragraph{"附件", ParagraphKind::heading});
    form.blocks.push_back(Paragraph{"第一段\n第二段"});
    form.closings.push_back({"天山安评有限公司", field::Date::of(2026, 11, 20)});
    form.footnote = "本表由系统生成，账本条目 123";
    return form;
}

TEST(Forms, ADocumentHoldsEveryPartItsRelationsName) {
    auto const parts = testing::unzip(docx(a_notice()));
    auto const relations = testing::parsed(parts.at("word/_rels/document.xml.rels"));
    int count = 0;
    for (auto const one : relations.child("Relationships").children()) {
        EXPECT_TRUE(parts.contains(std::string("word/") + one.attribute("Target").value()));
        ++count;
    }
    EXPECT_EQ(count, 4);
    auto const types = testing::parsed(parts.at("[Content_Types].xml"));
    for (auto const one : types.child("Types").children("Override"))
        EXPECT_TRUE(parts.contains(std::string(one.attribute("PartName").value()).substr(1)));
}

TEST(Forms, TheOrderIsTitleNumberAddresseeBlocksClosing) {
    auto const document = document_of(a_notice());
    auto const body = body_of(document);
    EXPECT_THAT(styles_in(body),
                ElementsAre("Title", "FormNumber", "Addressee", "TableHeading", "Heading1", "BodyText", "BodyText"));
    auto const text = testing::text_of(body);
    EXPECT_THAT(text, HasSubstr("安全评价从业告知书|昌安告〔2026〕12号|致：昌吉回族自治州应急管理局|"));
    EXPECT_THAT(text, HasSubstr("第一段|第二段|"));
    EXPECT_THAT(text, HasSubstr("天山安评有限公司（盖章）|2026年11月20日|"));
}

TEST(Forms, ASerialNumberStandsAtTheRightAndADocumentNumberInTheMiddle) {
    Form form{.title = "回执", .number = "R-7", .blocks = {}};
    auto const document = document_of(form);
    EXPECT_THAT(styles_in(body_of(document)), ElementsAre("Title", "FormSerial"));
    EXPECT_EQ(testing::text_of(body_of(document)), "回执|编号：R-7||");
}

TEST(Forms, TwoShortPairsShareARowAndALongOneSpansIt) {
    auto const document = document_of(a_notice());
    auto const table = body_of(document).child("w:tbl");
    EXPECT_THAT(rows_of(table),
                ElementsAre("[机构|][天山安评|][证书|][APJ-001|]", "[地址|][" + std::string(60, 'x') + "|]"));
    auto const spanning = table.last_child().last_child();
    EXPECT_STREQ(spanning.child("w:tcPr").child("w:gridSpan").attribute("w:val").value(), "3");
    auto const label = table.child("w:tr").child("w:tc");
    EXPECT_STREQ(label.child("w:tcPr").child("w:shd").attribute("w:fill").value(), "F2F2F2");
    EXPECT_FALSE(label.next_sibling().child("w:tcPr").child("w:shd"));
}

TEST(Forms, AShortPairBeforeALongOneStandsAlone) {
    Form const form{.title = "表", .blocks = {Grid{{{"甲", "1"}, {"乙", "两\n行"}, {"丙", "3"}, {"丁", "4"}}}}};
    auto const document = document_of(form);
    EXPECT_THAT(rows_of(body_of(document).child("w:tbl")),
                ElementsAre("[甲|][1|]", "[乙|][两|行|]", "[丙|][3|][丁|][4|]"));
}

TEST(Forms, ATableRepeatsItsTitlesAndEndsShortRowsInBlankCells) {
    auto const document = document_of(a_notice());
    pugi::xml_node table;
    for (auto const one : body_of(document).children("w:tbl"))
        if (testing::text_of(one).starts_with("姓名")) table = one;
    EXPECT_THAT(rows_of(table), ElementsAre("[姓名|][证书编号|]", "[张三|][S-1|]", "[李四|][|]"));
    EXPECT_TRUE(table.child("w:tr").child("w:trPr").child("w:tblHeader"));
    EXPECT_FALSE(table.child("w:tr").next_sibling().child("w:trPr").child("w:tblHeader"));
}

TEST(Forms, ColumnsShareTheWholeWidthAsTheirWidthsSay) {
    auto const document = document_of(a_notice());
    std::vector<int> widths;
    for (auto const one : body_of(document).children("w:tbl"))
        if (testing::text_of(one).starts_with("姓名"))
            for (auto const column : one.child("w:tblGrid").children())
                widths.push_back(column.attribute("w:w").as_int());
    EXPECT_THAT(widths, ElementsAre(2211, 6634));
}

TEST(Forms, ThePageIsA4WithTheMarginsOfTheStandard) {
    auto const document = document_of(a_notice());
    auto const section = body_of(document).child("w:sectPr");
    auto const millimetres = [](pugi::xml_attribute twips) { return std::lround(twips.as_double() * 25.4 / 1440); };
    EXPECT_EQ(millimetres(section.child("w:pgSz").attribute("w:w")), 210);
    EXPECT_EQ(millimetres(section.child("w:pgSz").attribute("w:h")), 297);
    auto const margins = section.child("w:pgMar");
    EXPECT_EQ(millimetres(margins.attribute("w:top")), 37);
    EXPECT_EQ(millimetres(margins.attribute("w:right")), 26);
    EXPECT_EQ(millimetres(margins.attribute("w:bottom")), 35);
    EXPECT_EQ(millimetres(margins.attribute("w:left")), 28);
}

TEST(Forms, TheTitleIsOf22PointsInTheOfficialFont) {
    auto const styles = testing::part(docx(a_notice()), "word/styles.xml");
    auto const title = styles.child("w:styles").find_child_by_attribute("w:style", "w:styleId", "Title");
    EXPECT_STREQ(title.child("w:rPr").child("w:rFonts").attribute("w:eastAsia").value(), "方正小标宋简体");
    EXPECT_STREQ(title.child("w:rPr").child("w:sz").attribute("w:val").value(), "44");
    EXPECT_STREQ(title.child("w:pPr").child("w:jc").attribute("w:val").value(), "center");
}

TEST(Forms, TheFooterCarriesFootnoteAndPageNumber) {
    auto const footer = testing::part(docx(a_notice()), "word/footer1.xml");
    EXPECT_EQ(testing::text_of(footer), "本表由系统生成，账本条目 123|— 1 —|");
    EXPECT_STREQ(footer.select_node("//w:instrText").node().text().get(), " PAGE ");
}

TEST(Forms, EveryFormOfABatchIsASectionThatCountsItsPages) {
    std::vector<Form> const forms = {{.title = "甲", .blocks = {}, .footnote = "条目 1"},
                                     {.title = "乙", .blocks = {}, .footnote = "条目 2"},
                                     {.title = "丙", .blocks = {}, .footnote = "条目 1"}};
    auto const package = docx(forms);
    auto const document = testing::part(package, "word/document.xml");
    std::vector<std::string> footers;
    for (auto const found : document.select_nodes("//w:sectPr")) {
        footers.push_back(found.node().child("w:footerReference").attribute("r:id").value());
        EXPECT_STREQ(found.node().child("w:type").attribute("w:val").value(), "nextPage");
        EXPECT_STREQ(found.node().child("w:pgNumType").attribute("w:start").value(), "1");
    }
    EXPECT_THAT(footers, ElementsAre("rIdFooter1", "rIdFooter2", "rIdFooter1"));
    EXPECT_EQ(testing::text_of(document), "甲||乙||丙||");
    EXPECT_FALSE(testing::unzip(package).contains("word/footer3.xml"));
}

TEST(Forms, AReceivedCopyCarriesItsStamp) {
    auto form = a_notice();
    form.stamp =
        Stamp{.number = "HZ-9", .bureau = "昌吉州应急管理局", .received_at = *parse_timestamp("2026-11-20T01:05:00Z")};
    auto const document = document_of(form);
    auto const box = body_of(document).first_child();
    EXPECT_STREQ(box.name(), "w:tbl");
    EXPECT_EQ(testing::text_of(box),
              "收讫回执|回执编号：HZ-9|收文单位：昌吉州应急管理局|收讫时间：2026年11月20日 09:05|");
    EXPECT_STREQ(box.child("w:tblPr").child("w:tblBorders").child("w:top").attribute("w:val").value(), "single");
}

TEST(Forms, APaperIsStampedWithItsDayAlone) {
    auto form = a_notice();
    form.stamp = Stamp{.number = "HZ-9",
                       .bureau = "昌吉州应急管理局",
                       .received_at = *parse_timestamp("2026-11-20T01:05:00Z"),
                       .received_on = field::parse_date("2026-11-18")};
    auto const document = document_of(form);
    EXPECT_THAT(testing::text_of(body_of(document).first_child()), HasSubstr("收讫日期：2026年11月18日|"));
}

TEST(Forms, MarkupInATextIsText) {
    Form const form{.title = "A & B <w:p> \"x\"", .blocks = {Paragraph{"]]> &amp; </w:t>"}}, .footnote = "<&>"};
    auto const package = docx(form);
    EXPECT_EQ(testing::text_of(testing::part(package, "word/document.xml")), "A & B <w:p> \"x\"|]]> &amp; </w:t>||");
    EXPECT_THAT(testing::text_of(testing::part(package, "word/footer1.xml")), HasSubstr("<&>|"));
}

TEST(Forms, WhatXmlDoesNotAllowIsDropped) {
    using namespace std::string_literals;
    auto const text =
        "a\x01"
        "b\0c\x1F\xEF\xBF\xBF"
        "d\xFF"
        "e\xC0\x80\xED\xA0\x80"
        "f\xF4\x90\x80\x80\xE4\xB8"s;
    Form const form{.title = text, .blocks = {}};
    EXPECT_EQ(testing::text_of(document_of(form)), "abcdef||");
}

TEST(Forms, WindowsLineBreaksAreLineBreaks) {
    Form const form{.title = "一\r\n二\r三", .blocks = {}};
    EXPECT_EQ(testing::text_of(document_of(form)), "一|二|三||");
}

TEST(Forms, TablesDoNotTouch) {
    Form const form{.title = "", .blocks = {Grid{{{"a", "b"}}}, Grid{{{"c", "d"}}}, Table{"", {{"x"}}, {}}}};
    auto const document = document_of(form);
    for (auto const table : body_of(document).children("w:tbl")) {
        EXPECT_STREQ(table.previous_sibling().name(), "w:p");
        EXPECT_STREQ(table.next_sibling().name(), "w:p");
    }
    EXPECT_EQ(testing::text_of(body_of(document)), "||a|b||c|d||x||");
}

TEST(Forms, AnEmptyFormAndNoFormAreDocuments) {
    EXPECT_TRUE(body_of(document_of(Form{.title = "", .blocks = {Grid{}, Table{}, Paragraph{}}})));
    auto const nothing = testing::part(docx(std::span<Form const>{}), "word/document.xml");
    EXPECT_EQ(testing::text_of(nothing), "");
}

TEST(Forms, EqualFormsGiveEqualBytesInAnyTimeZone) {
    auto const first = docx(a_notice());
    ::setenv("TZ", "Pacific/Kiritimati", 1);
    ::tzset();
    auto const second = docx(a_notice());
    ::unsetenv("TZ");
    ::tzset();
    EXPECT_EQ(first, second);
    auto other = a_notice();
    other.footnote += "4";
    EXPECT_NE(docx(other), first);
}

TEST(Forms, AClosingWithoutADayLeavesRoomForOne) {
    Form form{.title = "表", .blocks = {}, .closings = {{"某单位"}}};
    EXPECT_THAT(testing::text_of(document_of(form)), HasSubstr("某单位（盖章）|　　年　　月　　日|"));
}

TEST(Forms, ASealsMarkStaysWholeBesideALongName) {
    Form form{.title = "表", .blocks = {}, .closings = {{"新疆维吾尔自治区昌吉回族自治州应急管理局"}}};
    EXPECT_THAT(testing::text_of(document_of(form)), HasSubstr("应急管理局|（盖章）|　　年"));
}

TEST(Forms, AColumnOfShortValuesIsCentred) {
    Form const form{.title = "表", .blocks = {Table{"", {{"a"}, {"b"}}, {{"1", "x"}, {"2", "一二三四五六"}}}}};
    auto const document = document_of(form);
    std::vector<std::string> kinds;
    for (auto const found : document.select_nodes("//w:tc/w:p")) kinds.push_back(kind_of(found.node()));
    EXPECT_THAT(kinds, ElementsAre("CellLabel", "CellLabel", "CellCentred", "CellValue", "CellCentred", "CellValue"));
}

TEST(Forms, DaysAndMinutesReadAsChineseOnes) {
    EXPECT_EQ(chinese_day(*field::Date::of(2026, 1, 5)), "2026年1月5日");
    EXPECT_EQ(chinese_minute(*parse_timestamp("2026-12-31T16:00:59Z")), "2027年1月1日 00:00");
    EXPECT_THAT(chinese_day({}), Not(HasSubstr("01月")));
}

TEST(Forms, AListLiesAcrossAPageWithItsCellsAsTheirColumnsWriteThem) {
    Sheet sheet;
    sheet.title = "工作报表";
    sheet.notes = {"报告期：上半年"};
    sheet.columns = {{"序号", ColumnKind::integer},
                     {"企业"},
                     {"价格（万元）", ColumnKind::ten_thousand_yuan},
                     {"签约时间", ColumnKind::date}};
    sheet.rows = {{std::int64_t{1}, "昌吉化工", field::Money{12'350'000}, *field::Date::of(2026, 3, 1)},
                  {std::int64_t{2}}};
    sheet.footer = {"负责人签字："};
    auto const document = testing::unzip(docx(form_of(sheet))).at("word/document.xml");
    EXPECT_THAT(document, ::testing::HasSubstr(R"(w:orient="landscape")"));
    for (auto const* text : {"工作报表", "报告期：上半年", "昌吉化工", ">12.35<", "2026-03-01", "负责人签字："})
        EXPECT_THAT(document, ::testing::HasSubstr(text)) << text;
    // The columns fill the page's width.
    int across = 0;
    auto const parsed = testing::parsed(document);
    for (auto const column : parsed.select_nodes("//w:tblGrid/w:gridCol"))
        across += column.node().attribute("w:w").as_int();
    EXPECT_EQ(across, 14570);
}

}  // namespace
}  // namespace anping::documents
