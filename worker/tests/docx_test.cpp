// SPDX-License-Identifier: Apache-2.0
#include "docx.hpp"

#include <chrono>

#include "docx_numbers.hpp"
#include "packages.hpp"

namespace anping::worker {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Docx : public Packages {
protected:
    struct More {
        std::string styles, numbering, settings, theme;
        std::vector<ZipEntry> entries;
        std::string relations;
    };
    static std::string relation(std::string const& id, std::string const& type, std::string const& target,
                                std::string const& mode = "") {
        return R"(<Relationship Id=")" + id + R"(" Type="http://x/)" + type + R"(" Target=")" + target +
               (mode.empty() ? "" : "\" TargetMode=\"" + mode) + "\"/>";
    }
    vault::Document document(std::string const& body, More more = {}, std::size_t limit = 2u << 20) const {
        std::vector<ZipEntry> entries = std::move(more.entries);
        entries.push_back({"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"});
        auto relations = std::move(more.relations);
        for (auto const& [name, content] : {std::pair{"styles", &more.styles},
                                            {"numbering", &more.numbering},
                                            {"settings", &more.settings},
                                            {"theme", &more.theme}})
            if (!content->empty()) {
                relations += relation(std::string("r-") + name, name, std::string(name) + ".xml");
                entries.push_back({"word/" + std::string(name) + ".xml", *content});
            }
        entries.push_back({"word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>"});
        return read(read_docx, entries, limit);
    }
    static std::string run(std::string const& text, std::string const& properties = "") {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
    }
    static std::string line(std::string const& content, std::string const& properties = "") {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
    }
};

TEST_F(Docx, SaysWhatIsShownAndNotWhatIsCode) {
    auto const read = document(
        line(run("依据") + R"(<w:hyperlink r:id="x">)" + run("法律") + "</w:hyperlink><w:smartTag>" + run("规定") +
             "</w:smartTag><w:sdt><w:sdtPr><w:t>不读</w:t></w:sdtPr><w:sdtContent>" + run("制定") +
             "</w:sdtContent></w:sdt>") +
        line(R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF a</w:instrText></w:r>)" +
             run("码") + R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)" + run("12") +
             R"(<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE">)" + run("2026年") +
             "</w:fldSimple>") +
        line("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" "
             "w:char=\"F0FE\"/></w:r>"
             "<w:r><w:ruby><w:rt>" +
             run("an") + "</w:rt><w:rubyBase>" + run("安") +
             "</w:rubyBase></w:ruby></w:r>"
             "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"));
    EXPECT_EQ(read.problem, "");
    EXPECT_EQ(read.text, "依据法律规定制定\n122026年\n甲 乙-☑安x=1\n");
    EXPECT_THAT(hidden(read), IsEmpty());
}

TEST_F(Docx, AFieldThatNeverEndsHidesWhatFollows) {
    auto const read = document(line(run("前") + R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)" + run("不合格")));
    EXPECT_EQ(read.text, "前\n");
    EXPECT_THAT(hidden(read), ElementsAre("invisible:不合格"));
}

TEST_F(Docx, TrackedInsertionsAreTextAndDeletionsAreHidden) {
    auto const read =
        document(line(R"(<w:del w:author="乙"><w:r><w:delText>不</w:delText></w:r></w:del><w:ins w:author="甲">)" +
                      run("符合") + R"(</w:ins><w:moveFrom w:author="甲">)" + run("移走") + "</w:moveFrom><w:moveTo>" +
                      run("移来") + "</w:moveTo>") +
                 line(run("上"), "<w:rPr><w:del/></w:rPr>") + line(run("下")));
    EXPECT_EQ(read.text, "符合移来\n上下\n");
    EXPECT_THAT(hidden(read), ElementsAre("deleted:不", "deleted:移走"));
    EXPECT_EQ(read.hidden[0].at, 0u);
    EXPECT_THAT(metadata(read, "revision_author"), ElementsAre("乙", "甲"));
}

TEST_F(Docx, TellsTextThatNobodySees) {
    auto const read =
        document(line(run("见") + run("藏", "<w:vanish/>") + run("现", R"(<w:vanish w:val="0"/>)") +
                      run("白", R"(<w:color w:val="FFFFFF"/>)") + run("近白", R"(<w:color w:val="FDFEFD"/>)") +
                      run("灰", R"(<w:color w:val="BFBFBF"/>)") + run("小", R"(<w:sz w:val="2"/>)") +
                      run("窄", R"(<w:w w:val="1"/>)")) +
                 line(run("黑底", R"(<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>)") +
                      run("黑黑", R"(<w:color w:val="000000"/><w:highlight w:val="black"/>)")) +
                 line(run("压"), R"(<w:spacing w:line="10" w:lineRule="exact"/>)") +
                 line(run("深", R"(<w:color w:val="FFFFFF"/>)"), R"(<w:shd w:val="solid" w:color="000000"/>)"));
    EXPECT_EQ(read.text, "见现灰\n黑底\n\n深\n");
    EXPECT_THAT(hidden(read), ElementsAre("invisible:藏", "white:白近白", "tiny:小窄", "white:黑黑", "tiny:压"));
}

TEST_F(Docx, StylesAndThemesAreFollowed) {
    More more;
    more.styles =
        R"(<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>
      <w:style w:type="paragraph" w:styleId="b"><w:rPr><w:color w:val="000000" w:themeColor="background1"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="d"><w:rPr><w:color w:val="auto"/></w:rPr></w:style></w:styles>)";
    more.theme = R"(<a:theme><a:themeElements><a:clrScheme><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
      <a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>)";
    auto const read = document(line(run("白") + run("自", R"(<w:rStyle w:val="d"/>)") +
                                        run("底", R"(<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="accent1"/>)"),
                                    R"(<w:pStyle w:val="a"/>)") +
                                   line(run("藏", R"(<w:rStyle w:val="c"/>)") +
                                        run("淡", R"(<w:color w:themeColor="accent1" w:themeTint="0A"/>)")),
                               more);
    EXPECT_EQ(read.text, "自底\n\n");
    EXPECT_THAT(hidden(read), ElementsAre("white:白", "invisible:藏", "white:淡"));
}

TEST_F(Docx, WhiteIsVisibleOnADarkCell) {
    More more;
    more.styles = R"(<w:styles><w:style w:type="table" w:styleId="t"><w:tblStylePr w:type="firstRow"><w:rPr>
      <w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style></w:styles>)";
    auto const cell = [](std::string const& content, std::string const& properties = "") {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
    };
    auto const white = line(run("白", R"(<w:color w:val="FFFFFF"/>)"));
    auto const read = document(R"(<w:tbl><w:tblPr><w:tblStyle w:val="t"/><w:tblLook w:val="0420"/></w:tblPr><w:tr>)" +
                                   cell(line(run("头"))) + cell(white) + "</w:tr><w:tr>" + cell(white) +
                                   cell(white, R"(<w:shd w:val="clear" w:fill="000000"/>)") +
                                   "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell(line(run("删"))) + "</w:tr></w:tbl>",
                               more);
    EXPECT_EQ(read.text, "头\t白\n\t白\n");
    EXPECT_THAT(hidden(read), ElementsAre("white:白", "deleted:删"));
}

TEST_F(Docx, TablesKeepTheirCellsAndColumns) {
    auto const cell = [](std::string const& content, std::string const& properties = "") {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + line(run(content)) + "</w:tc>";
    };
    auto const inner =
        "<w:tc><w:tbl><w:tr>" + cell("内一") + cell("内二") + "</w:tr></w:tbl>" + line(run("末")) + "</w:tc>";
    auto const read =
        document(line(run("前")) + "<w:tbl><w:sdt><w:sdtContent><w:tr>" + cell("合计", R"(<w:gridSpan w:val="2"/>)") +
                 cell("9.5") + "</w:tr></w:sdtContent></w:sdt><w:tr>" + cell("甲") + cell("1") + inner +
                 "</w:tr></w:tbl>" + line(run("后")));
    EXPECT_EQ(read.text, "前\n合计\t\t9.5\n甲\t1\t内一 内二 末\n后\n");
    ASSERT_EQ(read.tables.size(), 1u);
    ASSERT_EQ(read.tables[0].rows.size(), 2u);
    EXPECT_EQ(read.tables[0].rows[0].size(), 3u);
    EXPECT_EQ(part_of(read, read.tables[0].rows[0][2].from, read.tables[0].rows[0][2].to), "9.5");
    EXPECT_EQ(part_of(read, read.tables[0].rows[1][2].from, read.tables[0].rows[1][2].to), "内一 内二 末");
}

TEST_F(Docx, ListsShowTheirNumbers) {
    More more;
    more.styles =
        R"(<w:styles><w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>)";
    more.numbering = R"(<w:numbering><w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1章"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="h2"/><w:isLgl/><w:suff w:val="nothing"/><w:lvlText w:val="%1.%2"/></w:lvl>
      <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>)";
    auto const item = [](std::string const& text, std::string const& list, std::string const& level) {
        return line(run(text),
                    R"(<w:numPr><w:ilvl w:val=")" + level + R"("/><w:numId w:val=")" + list + R"("/></w:numPr>)");
    };
    auto const read =
        document(item("总则", "1", "0") + line(run("概况"), R"(<w:pStyle w:val="h2"/>)") + item("依据", "1", "1") +
                     item("评价", "1", "0") + item("单元", "1", "1") + item("点", "1", "2") + item("续", "2", "0"),
                 more);
    EXPECT_EQ(read.text, "第一章 总则\n1.1概况\n1.2依据\n第二章 评价\n2.1单元\n• 点\n第九章 续\n");
}

TEST_F(Docx, NumbersAreWrittenAsTheirFormatSays) {
    EXPECT_EQ(list_number("chineseCounting", 10), "十");
    EXPECT_EQ(list_number("chineseCountingThousand", 21), "二十一");
    EXPECT_EQ(list_number("chineseCountingThousand", 105), "一百零五");
    EXPECT_EQ(list_number("chineseCountingThousand", 110), "一百一十");
    EXPECT_EQ(list_number("ideographTraditional", 2), "乙");
    EXPECT_EQ(list_number("decimalEnclosedCircleChinese", 3), "③");
    EXPECT_EQ(list_number("upperRoman", 14), "XIV");
    EXPECT_EQ(list_number("lowerLetter", 28), "bb");
    EXPECT_EQ(list_number("decimalFullWidth", 12), "１２");
    EXPECT_EQ(list_number("something", 7), "7");
    EXPECT_EQ(list_number("upperLetter", -2), "-2");
}

TEST_F(Docx, TextBoxesAreToldOnceAfterTheirParagraph) {
    auto const box = [](std::string const& text) { return "<w:txbxContent>" + line(run(text)) + "</w:txbxContent>"; };
    auto const shape = [&](std::string const& fill, std::string const& text) {
        return "<w:drawing><wp:anchor><wp:extent cx=\"2000000\" "
               "cy=\"500000\"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>" +
               fill + "</wps:spPr><wps:txbx><w:txbxContent>" + line(run(text, R"(<w:color w:val="FFFFFF"/>)")) +
               "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>";
    };
    auto const read = document(
        line("<w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice "
             "Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><wps:wsp>"
             "<wps:txbx>" +
             box("框") +
             "</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
             "<v:shape><v:textbox>" +
             box("框") + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent><w:t>后</w:t></w:r>") +
        line("<w:r><w:pict><v:shape style=\"margin-left:-9999pt;width:10pt\"><v:textbox>" + box("远") +
             "</v:textbox></v:shape></w:pict></w:r>") +
        line("<w:r>" + shape("<a:noFill/>", "白字") + "</w:r>", "<w:sectPr/>") +
        line("<w:r>" + shape(R"(<a:solidFill><a:srgbClr val="203864"/></a:solidFill>)", "深底") +
             shape("<a:noFill/>", "封面") + shape("<a:blipFill/>", "图上") + "</w:r>"));
    EXPECT_EQ(read.text, "前后\n框\n\n\n\n\n深底\n封面\n图上\n");
    EXPECT_THAT(hidden(read), ElementsAre("off_page:远", "white:白字"));
}

TEST_F(Docx, HeadersAndNotesFollowTheBodyOnce) {
    More more;
    more.relations = relation("h1", "header", "header1.xml") + relation("h2", "header", "header2.xml") +
                     relation("f1", "footer", "/word/footer1.xml") + relation("n", "footnotes", "footnotes.xml");
    more.entries = {
        {"word/header1.xml", "<w:hdr>" + line(run("安评报告")) + "</w:hdr>"},
        {"word/header2.xml", "<w:hdr>" + line(run("安评") + run("报告")) + "</w:hdr>"},
        {"word/footer1.xml", "<w:ftr>" + line(run("共九页")) + "</w:ftr>"},
        {"word/footnotes.xml", R"(<w:footnotes><w:footnote w:type="separator">)" + line(run("线")) +
                                   "</w:footnote><w:footnote>" + line(run("注")) + "</w:footnote></w:footnotes>"}};
    auto const section =
        R"(<w:sectPr><w:headerReference r:id="h1"/><w:headerReference r:id="h2"/><w:footerReference r:id="f1"/></w:sectPr>)";
    auto const read = document(line(run("正文"), section) + section, more);
    EXPECT_EQ(read.text, "正文\n注\n安评报告\n共九页\n");
}

TEST_F(Docx, FiguresAreKeptInTheirPlaceAndOnce) {
    More more;
    auto const picture = content_of(shared("files/valid/jpeg.jpg"));
    more.relations = relation("p", "image", "media/image1.jpg") + relation("q", "image", "http://a/b.png", "External") +
                     relation("o", "image", "../../../etc/passwd");
    more.entries = {{"word/media/image1.jpg", picture}};
    auto const drawn = [](std::string const& id) {
        return R"(<w:p><w:r><w:drawing><wp:inline><a:graphic><pic:pic><pic:blipFill><a:blip r:embed=")" + id +
               R"("/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r></w:p>)";
    };
    auto const read =
        document(line(run("图")) + drawn("p") + drawn("q") + drawn("o") +
                     R"(<w:p><w:r><w:pict><v:shape><v:imagedata r:id="p"/></v:shape></w:pict></w:r></w:p>)",
                 more);
    ASSERT_EQ(read.figures.size(), 2u);
    EXPECT_EQ(read.figures[0].file, "figure-1.jpg");
    EXPECT_EQ(read.figures[1].file, "figure-1.jpg");
    EXPECT_EQ(read.figures[0].at, 2u);
    EXPECT_EQ(read.figures[0].media_type, "image/jpeg");
    EXPECT_GT(read.figures[0].width, 0);
    EXPECT_GT(read.figures[0].height, 0);
    EXPECT_EQ(content_of(folder / "figures" / "figure-1.jpg"), picture);
    EXPECT_THAT(metadata(read, "linked_picture"), ElementsAre("http://a/b.png"));
}

TEST_F(Docx, TellsWhatItSaysOfItself) {
    More more;
    more.settings =
        R"(<w:settings><w:rsids><w:rsidRoot w:val="00A1"/><w:rsid w:val="00A1"/><w:rsid w:val="00B2"/></w:rsids></w:settings>)";
    more.relations = relation("c", "comments", "comments.xml");
    more.entries = {
        {"_rels/.rels", "<Relationships>" + relation("a", "officeDocument", "word/document.xml") +
                            relation("b", "core-properties", "docProps/core.xml") +
                            relation("c", "extended-properties", "docProps/app.xml") + "</Relationships>"},
        {"docProps/core.xml",
         "<cp:coreProperties><dc:creator>张三\n</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy>"
         "<cp:revision>7</cp:revision><dcterms:created>2026-01-02T03:04:05Z</dcterms:created></cp:coreProperties>"},
        {"docProps/app.xml",
         "<Properties><Application>WPS "
         "Office</Application><Company>某公司</Company><Template>Normal.dotm</Template></Properties>"},
        {"word/comments.xml", R"(<w:comments><w:comment w:author="王五" w:date="2026-02-03">)" + line(run("再查")) +
                                  "</w:comment></w:comments>"}};
    auto const read = document(line(run("文")), more);
    EXPECT_THAT(metadata(read, "author"), ElementsAre("张三"));
    EXPECT_THAT(metadata(read, "last_author"), ElementsAre("李四"));
    EXPECT_THAT(metadata(read, "revision"), ElementsAre("7"));
    EXPECT_THAT(metadata(read, "created"), ElementsAre("2026-01-02T03:04:05Z"));
    EXPECT_THAT(metadata(read, "application"), ElementsAre("WPS Office"));
    EXPECT_THAT(metadata(read, "company"), ElementsAre("某公司"));
    EXPECT_THAT(metadata(read, "template"), ElementsAre("Normal.dotm"));
    EXPECT_THAT(metadata(read, "revision_id"), ElementsAre("00A1", "00B2"));
    EXPECT_THAT(metadata(read, "comment"), ElementsAre("王五 2026-02-03: 再查"));
    EXPECT_THAT(read.text, Not(HasSubstr("再查")));
}

TEST_F(Docx, OfTheHostileSamplesNamesWhatIsHidden) {
    auto const white = read_file(read_docx, shared("files/hostile/docx-hidden-white-text.docx"));
    ASSERT_EQ(white.hidden.size(), 2u);
    EXPECT_EQ(white.hidden[0].how, "invisible");
    EXPECT_EQ(white.hidden[1].how, "white");
    auto const deleted = read_file(read_docx, shared("files/hostile/docx-tracked-deletion.docx"));
    EXPECT_THAT(hidden(deleted), ElementsAre("deleted:不符合"));
    EXPECT_EQ(deleted.text, "符合\n");
    auto const nothing = read_file(read_docx, shared("files/hostile/docx-zero-width-and-lookalikes.docx"));
    ASSERT_FALSE(nothing.hidden.empty());
    EXPECT_THAT(nothing.hidden, ::testing::Each(::testing::Field(&vault::HiddenText::how, "zero_width")));
    EXPECT_THAT(nothing.text, HasSubstr("危险有害因素"));
    EXPECT_EQ(read_file(read_docx, shared("files/hostile/docx-deep-nesting.docx")).problem, "damaged");
}

TEST_F(Docx, StylesThatLeanOnOneAnotherInALoopEnd) {
    More more;
    more.styles = "<w:styles>";
    for (int i = 0; i < 5'000; ++i)
        more.styles += R"(<w:style w:type="paragraph" w:styleId="s)" + std::to_string(i) + R"("><w:basedOn w:val="s)" +
                       std::to_string((i + 1) % 5'000) + R"("/></w:style>)";
    more.styles += "</w:styles>";
    EXPECT_EQ(document(line(run("文"), R"(<w:pStyle w:val="s7"/>)"), more).text, "文\n");
}

TEST_F(Docx, EndsAtItsLimitWhateverRepeats) {
    std::string rows;
    for (int i = 0; i < 20'000; ++i)
        rows += "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr></w:tc></w:tr>";
    auto const cut = document("<w:tbl>" + rows + "</w:tbl>", {}, 5'000);
    EXPECT_LE(cut.text.size(), 5'002u);
    std::string open;
    for (int i = 0; i < 1'000; ++i) open += R"(<w:tbl><w:tr><w:tc>)";
    EXPECT_THAT(document(open, {}).problem, "damaged");
    EXPECT_EQ(read(read_docx, {{"a.xml", "<a/>"}}).problem, "damaged");
}

TEST_F(Docx, OfTheLawsSaysWhatTheirTextSays) {
    for (auto const& path : files_in("files/chinese-docs", ".docx")) {
        SCOPED_TRACE(path);
        auto text = path;
        text.replace_extension(".txt");
        auto const begun = std::chrono::steady_clock::now();
        auto const read = read_file(read_docx, path.string());
        auto const took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
        EXPECT_EQ(read.problem, "");
        EXPECT_THAT(hidden(read), IsEmpty());
        EXPECT_THAT(read.signature_pages, IsEmpty());
        auto const share = share_in_order(from_gb18030(content_of(text)), read.text);
        EXPECT_GE(share, 0.99);
        std::cout << path.filename() << ": share " << share << ", " << took << " ms\n";
    }
}

}  // namespace
}  // namespace anping::worker
