// SPDX-License-Identifier: Apache-2.0
#include "pdf_writer.hpp"
#include "reading_room.hpp"

namespace anping::worker {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr char const* kWholePage = "q 595 0 0 842 0 0 cm /I20 Do Q\n";

class PdfDocuments : public ReadingRoom {
protected:
    // What is hidden on a page beside one sentence that is seen, as "how: text".
    std::vector<std::string> hidden_on(std::string const& content) {
        auto const read = document_of(PdfWriter::of(text_at(72, 700, "看得见的一句话") + content));
        EXPECT_THAT(read.text, HasSubstr("看得见的一句话"));
        std::vector<std::string> out;
        for (auto const& one : read.hidden) {
            out.push_back(one.how + ": " + one.text);
            EXPECT_THAT(read.text, Not(HasSubstr(one.text)));
            EXPECT_EQ(one.page, 1);
        }
        return out;
    }
};

TEST_F(PdfDocuments, AreReadAlsoWhereTextStandsFarBeyondThePage) {
    auto const read = document_of(
        PdfWriter::of("BT /F1 12 Tf 72 700 Td <5B895168> Tj 3 Tr 777777777777777710 0 Td <5B895168> Tj ET\n"));
    EXPECT_THAT(read.text, HasSubstr("安全"));
    for (auto const& one : read.hidden) EXPECT_LE(one.box.x, vault::kFarthest);
}

TEST_F(PdfDocuments, SayEachLineWithItsPageAndBox) {
    PdfWriter pdf;
    pdf.page(text_at(72, 700, "第一页的标题") + text_at(72, 660, "第一页的正文"));
    pdf.page(text_at(100, 500, "第二页"));
    auto const read = document_of(pdf.file());
    EXPECT_EQ(read.pages, 2);
    EXPECT_EQ(read.text, "第一页的标题\n第一页的正文\n第二页\n");
    ASSERT_EQ(read.runs.size(), 3u);
    EXPECT_EQ(part(read, read.runs[2].from, read.runs[2].to), "第二页");
    EXPECT_EQ(read.runs[1].page, 1);
    EXPECT_EQ(read.runs[2].page, 2);
    EXPECT_NEAR(read.runs[0].box.x, 72, 1);
    EXPECT_NEAR(read.runs[0].box.width, 72, 1);
    EXPECT_NEAR(read.runs[0].box.y + read.runs[0].box.height, 842 - 700, 6);
    EXPECT_TRUE(read.tables.empty() && read.hidden.empty() && read.figures.empty());
}

TEST_F(PdfDocuments, KeepApartWhatNobodySees) {
    EXPECT_THAT(hidden_on(text_at(72, 600, "白纸白字", 12, "1 1 1 rg")), ElementsAre("white: 白纸白字"));
    EXPECT_THAT(hidden_on(text_at(72, 600, "近乎白色", 12, "0.97 g")), ElementsAre("white: 近乎白色"));
    EXPECT_THAT(hidden_on("0 g 60 590 200 40 re f\n" + text_at(72, 600, "黑底黑字", 12, "0 g")),
                ElementsAre("white: 黑底黑字"));
    EXPECT_THAT(hidden_on(text_at(72, 600, "极小的字", 0.5)), ElementsAre("tiny: 极小的字"));
    EXPECT_THAT(hidden_on(text_at(700, 600, "纸外的字")), ElementsAre("off_page: 纸外的字"));
    EXPECT_THAT(hidden_on(text_at(72, 600, "没有墨的字", 12, "3 Tr")), ElementsAre("invisible: 没有墨的字"));
    EXPECT_THAT(hidden_on(text_at(72, 600, "裁掉的字", 12, "0 0 10 10 re W n")), ElementsAre("invisible: 裁掉的字"));
    EXPECT_THAT(hidden_on(text_at(72, 600, "盖住的字") + "1 g 60 590 200 40 re f\n"),
                ElementsAre("invisible: 盖住的字"));
}

TEST_F(PdfDocuments, LeaveWhatIsSeenInTheText) {
    EXPECT_THAT(hidden_on("0 0 0.5 rg 60 590 200 40 re f\n" + text_at(72, 600, "深底白字", 12, "1 g")), IsEmpty());
    EXPECT_THAT(hidden_on("0 g 60 590 m 160 640 l 260 590 l f\n" + text_at(140, 600, "白字", 12, "1 g")), IsEmpty());
    EXPECT_THAT(hidden_on(text_at(72, 600, "灰色的字", 12, "0.6 g")), IsEmpty());
    EXPECT_THAT(hidden_on(text_at(72, 600, "描边的字", 12, "1 g 0 G 2 Tr")), IsEmpty());
    EXPECT_THAT(hidden_on("0.9 1 0.9 rg 60 590 200 40 re f\n" + text_at(72, 600, "底色上的字", 12, "0 g")), IsEmpty());
}

TEST_F(PdfDocuments, PlaceWhatIsHiddenWhereItStands) {
    auto const read = document_of(PdfWriter::of(text_at(72, 700, "上面一行") + text_at(72, 500, "下面一行") +
                                                text_at(72, 600, "白字", 12, "1 g")));
    ASSERT_EQ(read.hidden.size(), 1u);
    EXPECT_EQ(read.hidden[0].at, 5u);
    EXPECT_NEAR(read.hidden[0].box.x, 72, 1);
    EXPECT_NEAR(read.hidden[0].box.width, 24, 1);
}

TEST_F(PdfDocuments, TakeTheUnseenLayerOfAScanForItsText) {
    auto const layer = text_at(72, 700, "扫描件的文字层足够长，超过了二十个字，不必再认一遍", 12, "3 Tr");
    for (auto const& content :
         {kWholePage + layer, text_at(72, 700, "扫描件的文字层画在图片下面，也超过了二十个字") + kWholePage}) {
        PdfWriter pdf;
        pdf.grey_image(60, 80);
        pdf.page(content, {20});
        auto const read = document_of(pdf.file());
        EXPECT_THAT(read.text, HasSubstr("扫描件的文字层"));
        EXPECT_THAT(read.scanned_pages, ElementsAre(1));
        EXPECT_TRUE(read.hidden.empty());
        EXPECT_TRUE(read.figures.empty()) << "the picture of the page is the page";
    }
    std::string printed = kWholePage;
    for (int i = 0; i < 6; ++i) printed += text_at(72, 700 - 20 * i, "印在背景图片上的正文每行有十几个字");
    PdfWriter pdf;
    pdf.grey_image(60, 80);
    pdf.page(printed + layer, {20});
    auto const read = document_of(pdf.file());
    EXPECT_THAT(read.text, Not(HasSubstr("文字层")));
    ASSERT_EQ(read.hidden.size(), 1u);
    EXPECT_EQ(read.hidden[0].how, "invisible");
}

std::string grid(std::vector<double> const& xs, std::vector<double> const& ys) {
    std::string out = "0.5 w\n";
    for (double const x : xs) out += fmt::format("{} {} m {} {} l S\n", x, ys.front(), x, ys.back());
    for (double const y : ys) out += fmt::format("{} {} m {} {} l S\n", xs.front(), y, xs.back(), y);
    return out;
}

TEST_F(PdfDocuments, PartTheCellsOfARuledTable) {
    auto const content = text_at(72, 780, "表一 设备清单") + grid({72, 200, 330, 460}, {600, 640, 680, 720}) +
                         text_at(80, 700, "名称") + text_at(210, 700, "规格") + text_at(340, 700, "数量") +
                         text_at(80, 664, "储罐用于储存") + text_at(80, 648, "原料") + text_at(210, 656, "50 m3") +
                         text_at(340, 656, "2") + text_at(80, 612, "泵") + text_at(340, 612, "4") +
                         text_at(72, 560, "表后的一句话");
    auto const read = document_of(PdfWriter::of(content));
    ASSERT_EQ(read.tables.size(), 1u);
    EXPECT_EQ(read.tables[0].page, 1);
    EXPECT_THAT(rows_of(read, read.tables[0]), ElementsAre("名称|规格|数量", "储罐用于储存原料|50 m3|2", "泵||4"));
    EXPECT_THAT(read.text, HasSubstr("表一 设备清单\n名称\t规格\t数量\n储罐用于储存原料\t50 m3\t2\n泵\t\t4\n"));
    EXPECT_THAT(read.text, HasSubstr("\n表后的一句话\n"));
}

TEST_F(PdfDocuments, KeepCellsTogetherThatNoRuleParts) {
    // The first row is one cell; the first column of the others is one cell.
    auto const content =
        "0.5 w 72 600 m 72 720 l S 460 600 m 460 720 l S 200 600 m 200 680 l S 330 600 m 330 680 l S\n"
        "72 720 m 460 720 l S 72 680 m 460 680 l S 200 640 m 460 640 l S 72 600 m 460 600 l S\n" +
        text_at(180, 700, "汇总 全部 车间") + text_at(80, 634, "一车间") + text_at(210, 656, "甲") +
        text_at(340, 656, "乙") + text_at(210, 612, "丙") + text_at(340, 612, "丁");
    auto const read = document_of(PdfWriter::of(content));
    ASSERT_EQ(read.tables.size(), 1u);
    EXPECT_THAT(rows_of(read, read.tables[0]), ElementsAre("汇总 全部 车间", "一车间|甲|乙", "|丙|丁"));
}

TEST_F(PdfDocuments, SeeATableWithoutRulesWhereColumnsArePlain) {
    std::string content = text_at(72, 760, "检测结果如下，各点位依次列出");
    std::vector<std::string> const names = {"点位", "东侧", "西侧", "南侧"};
    for (int i = 0; i < 4; ++i) {
        auto const y = 720 - 20 * i;
        content += text_at(72, y, names[static_cast<std::size_t>(i)]) +
                   text_at(220, y, i == 0 ? "浓度" : "0.3" + std::to_string(i)) +
                   text_at(360, y, i == 0 ? "限值" : "1.0");
    }
    auto const read = document_of(PdfWriter::of(content + text_at(72, 600, "以上")));
    ASSERT_EQ(read.tables.size(), 1u);
    EXPECT_THAT(rows_of(read, read.tables[0]),
                ElementsAre("点位|浓度|限值", "东侧|0.31|1.0", "西侧|0.32|1.0", "南侧|0.33|1.0"));
}

TEST_F(PdfDocuments, DoNotTearRunningTextApart) {
    std::string columns;
    std::string spaced;
    for (int i = 0; i < 8; ++i) {
        auto const y = 760 - 20 * i;
        columns +=
            text_at(60, y, "左栏的正文一行接着一行地写下去不停") + text_at(320, y, "右栏的正文也是一行接着一行地写下");
        spaced += text_at(60, y, "第一") + text_at(90 + 13 * i, y, "间隔不齐") + text_at(170 + 17 * i, y, "的文字");
    }
    EXPECT_TRUE(document_of(PdfWriter::of(columns)).tables.empty());
    EXPECT_TRUE(document_of(PdfWriter::of(spaced)).tables.empty());
    auto const drawing =
        grid({100, 200, 300, 400}, {300, 400, 500, 600}) + text_at(60, 290, "0") + text_at(60, 395, "10");
    EXPECT_TRUE(document_of(PdfWriter::of(drawing)).tables.empty());
}

TEST_F(PdfDocuments, KeepTheirPicturesAsTheyAreEmbedded) {
    auto const photo = content_of(shared("images/Landscape_6.jpg"));
    PdfWriter pdf;
    pdf.stream(
        "/Type/XObject/Subtype/Image/Width 1200/Height 1800/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
        photo);
    pdf.grey_image(40, 30);
    auto const both =
        text_at(72, 700, "现场照片") + "q 200 0 0 100 72 500 cm /I20 Do Q q 40 0 0 30 300 500 cm /I21 Do Q\n";
    pdf.page(both, {20, 21});
    pdf.page(text_at(72, 700, "又一页") + "q 40 0 0 30 300 500 cm /I21 Do Q\n", {21});
    auto const read = document_of(pdf.file());
    ASSERT_EQ(read.figures.size(), 3u);
    EXPECT_EQ(read.figures[0].media_type, "image/jpeg");
    EXPECT_EQ(content_of(kept() / read.figures[0].file), photo);
    EXPECT_EQ(read.figures[0].width, 1800) << "upright, by its EXIF";
    EXPECT_NEAR(read.figures[0].box.y, 842 - 600, 0.2);
    EXPECT_NEAR(read.figures[0].box.width, 200, 0.2);
    EXPECT_EQ(read.figures[1].media_type, "image/png");
    EXPECT_EQ(read.figures[1].width, 40);
    EXPECT_EQ(read.figures[2].page, 2);
    EXPECT_EQ(read.figures[2].file, read.figures[1].file) << "one object, one file";
}

TEST_F(PdfDocuments, TellWherePeopleSign) {
    PdfWriter pdf;
    pdf.grey_image(40, 30);
    pdf.page(text_at(72, 700, "项目负责人（签字）：") + "q 40 0 0 30 300 700 cm /I20 Do Q\n", {20});
    pdf.page(text_at(72, 700, "项目负责人（签字）："));
    pdf.page(text_at(72, 700, "电子签名"), {}, "/Annots[40 0 R]");
    while (pdf.add("null") < 39) {}
    pdf.add("<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[72 600 200 640]/P 26 0 R/F 4>>");
    auto const read = document_of(pdf.file("/AcroForm<</Fields[40 0 R]/SigFlags 3>>"));
    EXPECT_THAT(read.signature_pages, ElementsAre(1, 3));
}

TEST_F(PdfDocuments, SayWhoMadeThemWithWhatAndWhen) {
    PdfWriter pdf;
    pdf.page(text_at(72, 700, "正文"));
    auto const xmp =
        pdf.stream("/Type/Metadata/Subtype/XML",
                   R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r"><rdf:Description )"
                   R"(xmpMM:DocumentID="uuid:1" xmlns:xmpMM="m"><xmp:CreatorTool xmlns:xmp="x">Other Writer)"
                   R"(</xmp:CreatorTool><dc:creator xmlns:dc="d"><rdf:Seq><rdf:li>李四</rdf:li></rdf:Seq>)"
                   R"(</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>)");
    auto const information = pdf.add(
        "<</Author<FEFF5F204E09>/Creator(A Writer)/Producer(A Printer)"
        "/CreationDate(D:20240506070809+08'00')/ModDate(D:2024)>>");
    auto const read =
        document_of(pdf.file(fmt::format("/Metadata {} 0 R", xmp), fmt::format("/Info {} 0 R", information)));
    std::vector<std::string> told;
    for (auto const& entry : read.metadata) told.push_back(entry.name + "=" + entry.value);
    EXPECT_THAT(told, ElementsAre("author=张三", "application=A Writer", "producer=A Printer",
                                  "created=2024-05-06T07:08:09+08:00", "modified=2024", "document_id=uuid:1",
                                  "application=Other Writer", "author=李四"));
}

TEST_F(PdfDocuments, AreRefusedWithAReason) {
    PdfWriter pdf;
    pdf.page(text_at(72, 700, "正文"));
    EXPECT_EQ(why_not(write("%PDF-1.7\nnothing follows")), "damaged");
    EXPECT_EQ(why_not(write(PdfWriter().file())), "damaged");
    EXPECT_EQ(why_not(write(PdfWriter::of(""))), "none");
    std::string const key(32, 'k');
    EXPECT_EQ(why_not(write(
                  pdf.file("", "/ID[(a)(b)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + key + ")/U(" + key + ")>>"))),
              "encrypted");
}

}  // namespace
}  // namespace anping::worker
