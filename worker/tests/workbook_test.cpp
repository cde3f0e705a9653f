// SPDX-License-Identifier: Apache-2.0
#include <zip.h>

#include <chrono>

#include "workshop.hpp"
#include "zip_writer.hpp"

namespace anping::worker {
namespace {

using ::testing::ElementsAre;

constexpr char kTypes[] = R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)";
constexpr char kBook[] =
    R"(<workbook xmlns:r="rel"><sheets><sheet name="人员" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr char kRelations[] =
    R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>)";
constexpr char kStrings[] =
    R"(<sst><si><t>姓名</t></si><si><r><t>王</t></r><r><t>组长</t></r><rPh sb="0"><t>wang</t></rPh></si></sst>)";

// A workbook in parts, any of which can be replaced or left out.
struct Parts {
    std::string book = kBook;
    std::string relations = kRelations;
    std::string strings = kStrings;
    std::string rows;

    std::string sheet() const { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"; }
    std::vector<ZipEntry> entries() const {
        std::vector<ZipEntry> out{{"[Content_Types].xml", kTypes}, {"xl/workbook.xml", book}};
        if (!relations.empty()) out.push_back({"xl/_rels/workbook.xml.rels", relations});
        if (!strings.empty()) out.push_back({"xl/sharedStrings.xml", strings});
        out.push_back({"xl/worksheets/sheet1.xml", sheet()});
        return out;
    }
};

class Workbooks : public Workshop {
protected:
    Result<vault::Table> table(Parts const& parts) { return vault->table(ZipWriter::archive(parts.entries())); }
    Result<vault::Table> rows(std::string text) {
        Parts parts;
        parts.rows = std::move(text);
        return table(parts);
    }
    static std::vector<std::string> texts(vault::Table::Row const& row) {
        std::vector<std::string> out;
        for (auto const& cell : row.cells) out.push_back(cell.text + (cell.number ? "#" : ""));
        return out;
    }
    static std::string why(Result<vault::Table> const& read) {
        EXPECT_FALSE(read);
        return read ? "" : read.error().key + " " + read.error().internal;
    }
};

TEST_F(Workbooks, EveryKindOfCellIsReadAsItIsStored) {
    auto const read = rows(
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>)"
        R"(<row r="4"><c r="A4" t="inlineStr"><is><t> 李 &amp; 四 </t></is></c><c r="B4"><v>46082</v></c>)"
        R"(<c r="C4" t="str"><f>A1&amp;"x"</f><v>姓名x</v></c><c r="D4"><f>HYPERLINK("http://x")</f></c>)"
        R"(<c r="E4" t="b"><v>1</v></c><c r="F4" t="e"><v>#N/A</v></c><c r="G4" t="d"><v>2026-03-01</v></c></row>)");
    ASSERT_TRUE(read) << read.error().internal;
    ASSERT_EQ(read->rows.size(), 2U);
    EXPECT_EQ(read->rows[0].number, 1);
    EXPECT_THAT(texts(read->rows[0]), ElementsAre("姓名", "", "王组长"));
    EXPECT_EQ(read->rows[1].number, 4);
    EXPECT_THAT(texts(read->rows[1]), ElementsAre("李 & 四", "46082#", "姓名x", "", "TRUE", "#N/A", "2026-03-01"));
    EXPECT_FALSE(read->from_1904);
}

TEST_F(Workbooks, TheFirstSheetShownIsReadWhereverItLies) {
    Parts parts;
    parts.book =
        R"(<x:workbook xmlns:x="m" xmlns:r="rel"><x:workbookPr date1904="1"/><x:sheets><x:sheet state="hidden" r:id="rId7"/>)"
        R"(<x:sheet name="b" r:id="rId1"/></x:sheets></x:workbook>)";
    parts.relations =
        R"(<Relationships><Relationship Id="rId1" Type="x" Target="/xl/worksheets/sheet1.xml"/></Relationships>)";
    parts.rows = R"(<row><c><v>1</v></c><c><v>2</v></c></row><row><c/></row><row><c><v>3</v></c></row>)";
    auto const read = table(parts);
    ASSERT_TRUE(read) << read.error().internal;
    EXPECT_TRUE(read->from_1904);
    ASSERT_EQ(read->rows.size(), 2U);
    EXPECT_THAT(texts(read->rows[0]), ElementsAre("1#", "2#"));
    EXPECT_EQ(read->rows[1].number, 3);
}

TEST_F(Workbooks, WhatIsNoWorkbookIsRefusedWithTheReason) {
    EXPECT_EQ(why(vault->table("姓名,专业\n")), "vault.no_table other");
    EXPECT_EQ(why(vault->table("")), "vault.no_table other");
    EXPECT_EQ(why(vault->table("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")), "vault.no_table other");
    EXPECT_EQ(why(vault->table(content_of(shared("files/chinese-docs/安全生产法(2021-06-10).docx")))),
              "vault.no_table other");
    auto parts = Parts{}.entries();
    parts.push_back({"xl/vbaProject.bin", "x"});
    EXPECT_EQ(why(vault->table(ZipWriter::archive(parts))), "vault.no_table other") << "with macros";
    EXPECT_EQ(why(vault->table(std::string(vault::kTableBytes + 1, 'x'))), "vault.no_table too_large");
}

TEST_F(Workbooks, MissingAndBrokenPartsAreDamage) {
    Parts parts;
    parts.relations = "";
    EXPECT_EQ(why(table(parts)), "vault.no_table damaged");
    parts = {};
    parts.relations = R"(<Relationships><Relationship Id="rId1" Target="../../etc/passwd"/></Relationships>)";
    EXPECT_EQ(why(table(parts)), "vault.no_table damaged");
    parts = {};
    parts.book = "<workbook><sheets/></workbook>";
    EXPECT_EQ(why(table(parts)), "vault.no_table damaged");
    parts = {};
    parts.strings = "<sst><si>";
    EXPECT_EQ(why(table(parts)), "vault.no_table damaged");
    parts = {};
    parts.strings = "";
    EXPECT_EQ(why(table(parts)), "vault.no_table damaged");
    auto broken = ZipWriter::archive(Parts{}.entries());
    broken[broken.find("组长")] = 'x';
    EXPECT_EQ(why(vault->table(broken)), "vault.no_table damaged") << "a wrong checksum";
}

TEST_F(Workbooks, IndexesThatLeadNowhereAndWrongTypesAreDamage) {
    for (auto const* cell : {R"(<c r="A1" t="s"><v>2</v></c>)", R"(<c r="A1" t="s"><v>-1</v></c>)",
                             R"(<c r="A1" t="s"><v>18446744073709551616</v></c>)", R"(<c r="A1" t="s"><v>x</v></c>)",
                             R"(<c r="1A"><v>1</v></c>)", R"(<c r="ZZZZZZZZ1"><v>1</v></c>)",
                             R"(<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>)"})
        EXPECT_EQ(why(rows("<row r=\"1\">" + std::string(cell) + "</row>")), "vault.no_table damaged") << cell;
    for (auto const* row : {R"(<row r="0"/>)", R"(<row r="-5"/>)", R"(<row r="1e3"/>)", R"(<row r="1048577"/>)",
                            R"(<row r="2"/><row r="2"/>)"})
        EXPECT_EQ(why(rows(row)), "vault.no_table damaged") << row;
}

TEST_F(Workbooks, MoreThanATableHasIsTooLarge) {
    std::string wide;
    for (int i = 0; i < 1'000'000; ++i) wide += "<c><v>1</v></c>";
    EXPECT_EQ(why(rows("<row>" + wide + "</row>")), "vault.no_table too_large");
    EXPECT_EQ(why(rows(R"(<row><c r="XFD1"><v>1</v></c></row>)")), "vault.no_table too_large");
    std::string tall;
    for (int i = 0; i < 3001; ++i) tall += "<row><c><v>1</v></c></row>";
    EXPECT_EQ(why(rows(tall)), "vault.no_table too_large");
    auto const long_text = std::string(5000, 'x');
    EXPECT_EQ(why(rows("<row><c t=\"str\"><v>" + long_text + "</v></c></row>")), "vault.no_table too_large");
    std::string much;
    auto const cell = "<c t=\"s\"><v>0</v></c>";
    Parts parts;
    parts.strings = "<sst><si><t>" + std::string(4000, 'x') + "</t></si></sst>";
    for (int i = 0; i < 1100; ++i) parts.rows += std::string("<row>") + cell + "</row>";
    EXPECT_EQ(why(table(parts)), "vault.no_table too_large") << "one text shown a thousand times";
    // A million formatted cells with nothing in them are nothing.
    std::string blank;
    for (int i = 0; i < 100'000; ++i) blank += "<row><c s=\"1\"/></row>";
    auto const read = rows(blank);
    ASSERT_TRUE(read) << read.error().internal;
    EXPECT_TRUE(read->rows.empty());
}

// The same archive with its parts packed: kilobytes for megabytes of blanks.
std::string packed(std::vector<ZipEntry> const& entries) {
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    zip_source_keep(target);
    for (auto const& entry : entries)
        zip_file_add(archive, entry.name.c_str(),
                     zip_source_buffer(archive, entry.content.data(), entry.content.size(), 0), 0);
    EXPECT_EQ(zip_close(archive), 0);
    zip_stat_t status;
    zip_source_stat(target, &status);
    std::string out(status.size, '\0');
    zip_source_open(target);
    zip_source_read(target, out.data(), out.size());
    zip_source_free(target);
    return out;
}

TEST_F(Workbooks, BombsAreContained) {
    Parts parts;
    parts.strings =
        R"(<!DOCTYPE sst [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>)";
    EXPECT_EQ(why(table(parts)), "vault.no_table unsafe");
    parts.strings = R"(<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>)";
    EXPECT_EQ(why(table(parts)), "vault.no_table unsafe");
    // A part beyond what a sheet is read from, honest or not.
    parts = {};
    parts.rows = std::string(17u << 20, ' ');
    auto const begun = std::chrono::steady_clock::now();
    EXPECT_EQ(why(vault->table(ZipWriter::archive(parts.entries()))), "vault.no_table too_large");
    parts.rows = std::string(64u << 20, ' ');
    EXPECT_EQ(why(vault->table(packed(parts.entries()))), "vault.no_table too_large");
    EXPECT_LE(std::chrono::steady_clock::now() - begun, std::chrono::seconds(60));
    // Elements in elements without end.
    std::string deep;
    for (int i = 0; i < 200'000; ++i) deep += "<a>";
    auto const read = rows(deep);
    EXPECT_FALSE(read);
}

TEST_F(Workbooks, AnAnswerNobodyWouldGiveIsDamage) {
    for (auto const* answer :
         {"", "[]", "{}", R"({"problem":""})", R"({"problem":"","from_1904":false,"rows":[[1]]})",
          R"({"problem":"","from_1904":false,"rows":[{"row":2,"cells":[]},{"row":1,"cells":[]}]})",
          R"({"problem":"","from_1904":false,"rows":[{"row":1,"cells":[[100,"x",false]]}]})",
          R"({"problem":"","from_1904":false,"rows":[{"row":1,"cells":[[-1,"x",false]]}]})",
          R"({"problem":"","from_1904":false,"rows":[{"row":1,"cells":[[1,"x",false],[0,"y",false]]}]})"})
        EXPECT_EQ(why(vault::table_from(answer)), "vault.no_table damaged") << answer;
}

}  // namespace
}  // namespace anping::worker
