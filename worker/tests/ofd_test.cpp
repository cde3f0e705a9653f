// SPDX-License-Identifier: Apache-2.0
#include "ofd.hpp"

#include "ofd_geometry.hpp"
#include "packages.hpp"

namespace anping::worker {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Ofd : public Packages {
protected:
    vault::Document sample(std::string const& name) const { return read_file(read_ofd, shared("files/ofd/" + name)); }
    // A package of one document with these pages, 100 by 200 millimetres.
    vault::Document pages(std::vector<std::string> const& contents, std::string const& common = "",
                          std::vector<ZipEntry> entries = {}, std::string const& page = "",
                          std::size_t limit = 2u << 20) const {
        std::string list;
        for (std::size_t i = 0; i < contents.size(); ++i) {
            auto const number = std::to_string(i);
            list += R"(<Page ID=")" + number + R"(" BaseLoc="P)" + number + ".xml\"/>";
            entries.push_back({"D/P" + number + ".xml",
                               "<Page>" + page + "<Content><Layer>" + contents[i] + "</Layer></Content></Page>"});
        }
        entries.push_back({"OFD.xml", "<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>"});
        entries.push_back(
            {"D/Document.xml", "<Document><CommonData><PageArea><PhysicalBox>0 0 100 200</PhysicalBox></PageArea>" +
                                   common + "</CommonData><Pages>" + list + "</Pages></Document>"});
        return read(read_ofd, entries, limit);
    }
    static std::string text(std::string const& boundary, std::string const& words, std::string const& attributes = "",
                            std::string const& inner = "", std::string const& steps = R"(DeltaX="4")") {
        return "<TextObject Boundary=\"" + boundary + "\" Size=\"4\" " + attributes + ">" + inner +
               "<TextCode X=\"0\" Y=\"4\" " + steps + ">" + words + "</TextCode></TextObject>";
    }
    static std::string box(std::string const& boundary, std::string const& size, std::string const& colour) {
        return "<PathObject Boundary=\"" + boundary + R"(" Fill="true"><FillColor Value=")" + colour +
               R"("/><AbbreviatedData>M 0 0 L )" + size + " 0 L " + size + " " + size + " L 0 " + size +
               " C</AbbreviatedData></PathObject>";
    }
    static constexpr char kWhite[] = R"(<FillColor Value="255 255 255"/>)";
};

TEST_F(Ofd, EverySampleIsReadWithItsText) {
    std::map<std::string, std::pair<int, std::string>> const expected = {
        {"999.ofd", {5, "财天下科技有限公司"}},
        {"AddAttachment.ofd", {1, "这是一个带有附件的OFD文件"}},
        {"Page5.ofd", {5, ""}},
        {"SESV4SignDoc.ofd", {1, "你好呀，OFD Reader&Writer！"}},
        {"chineseDir.ofd", {1, "你好呀，OFD Reader&Writer！"}},
        {"helloworld.ofd", {1, "你好呀，OFD Reader&Writer！"}},
        {"keyword.ofd", {1, "2020"}},
        {"namespace_no_std.ofd", {1, "你好呀，OFD Reader&Writer！"}},
        {"no_page_container.ofd", {1, "开票日期：2020年04月20日"}},
        {"signedFile.ofd", {1, "江苏增值税电子普通发票"}},
        {"不规范资源路径.ofd", {1, "闵焘-毛羽"}},
        {"发票示例.ofd", {1, "建设银行625555888900998711"}},
    };
    for (auto const& path : files_in("files/ofd", ".ofd")) {
        SCOPED_TRACE(path);
        auto const name = path.filename().string();
        ASSERT_TRUE(expected.contains(name)) << "a sample without an expectation";
        auto const read = sample(name);
        EXPECT_EQ(read.problem, "");
        EXPECT_EQ(read.pages, expected.at(name).first);
        EXPECT_THAT(read.text, HasSubstr(expected.at(name).second));
        // Its producer left a number below the edge of the page.
        EXPECT_EQ(hidden(read), name == "keyword.ofd" ? std::vector<std::string>{"off_page:46E8AB9C5C25F.001.T"}
                                                      : std::vector<std::string>{});
        for (auto const& run : read.runs) {
            EXPECT_GE(run.page, 1);
            EXPECT_GT(run.box.width, 0);
            EXPECT_LT(run.box.x + run.box.width, 1'300);
        }
    }
}

TEST_F(Ofd, SealsMakeSignaturePages) {
    EXPECT_THAT(sample("SESV4SignDoc.ofd").signature_pages, ElementsAre(1));
    EXPECT_THAT(sample("999.ofd").signature_pages, ElementsAre(1));
    EXPECT_THAT(sample("keyword.ofd").signature_pages, ElementsAre(1));
    EXPECT_THAT(sample("不规范资源路径.ofd").signature_pages, ElementsAre(1));
    EXPECT_THAT(sample("helloworld.ofd").signature_pages, IsEmpty());
    EXPECT_THAT(metadata(sample("SESV4SignDoc.ofd"), "signature"),
                ElementsAre("ofdrw ofdrw-sign 2.4.0 2026-08-04 10:08:09"));
}

TEST_F(Ofd, PicturesAreFiguresOnTheirPages) {
    auto const read = sample("不规范资源路径.ofd");
    ASSERT_EQ(read.figures.size(), 1u);
    EXPECT_EQ(read.figures[0].file, "figure-1.gif");
    EXPECT_EQ(read.figures[0].page, 1);
    EXPECT_NEAR(read.figures[0].box.width, 406.4 * 72 / 25.4, 1);
    EXPECT_GT(read.figures[0].width, 0);
    EXPECT_EQ(sample("keyword.ofd").figures.at(0).media_type, "image/png");
    EXPECT_EQ(sample("signedFile.ofd").figures.at(0).file, "");
}

TEST_F(Ofd, TellsWhatItSaysOfItself) {
    auto const read = sample("999.ofd");
    EXPECT_THAT(metadata(read, "author"), ElementsAre("Huhuang Software"));
    EXPECT_THAT(metadata(read, "created"), ElementsAre("2020-08-17"));
    EXPECT_THAT(metadata(read, "custom:native-producer"), ElementsAre("HuhuangSDK"));
    EXPECT_THAT(metadata(read, "attachment"), ElementsAre("original_invoice.xml original_invoice.xml"));
}

TEST_F(Ofd, PlacesAreInPointsFromTheUpperLeft) {
    auto const read = pages({text("25.4 50.8 50 5", "安全评价"), text("10 10 5 5", "中", R"(CTM="2 0 0 2 0 0")")});
    ASSERT_EQ(read.runs.size(), 2u);
    auto const& run = read.runs[0];
    EXPECT_EQ(run.page, 1);
    EXPECT_THAT(run.box.x, DoubleNear(72, 0.1));
    EXPECT_THAT(run.box.y, DoubleNear(144 + (4 - 0.88 * 4) * 72 / 25.4, 0.1));
    EXPECT_THAT(run.box.width, DoubleNear(16 * 72 / 25.4, 0.1));
    EXPECT_THAT(run.box.height, DoubleNear(4 * 72 / 25.4, 0.1));
    EXPECT_EQ(read.runs[1].page, 2);
    EXPECT_THAT(read.runs[1].box.height, DoubleNear(8 * 72 / 25.4, 0.1));
}

TEST_F(Ofd, StepsAreRepeatedAndLinesParted) {
    EXPECT_THAT(deltas("1 g 3 2 5", 10), ElementsAre(1, 2, 2, 2, 5));
    EXPECT_EQ(deltas("g 1000000000 1", 7).size(), 7u);
    EXPECT_THAT(deltas("g x 1", 7), IsEmpty());
    EXPECT_THAT(deltas("1 nan 2", 7), ElementsAre(1));
    auto const read =
        pages({text("10 10 20 20", "第一行第二行", "", "", R"(DeltaX="g 2 4 -8 g 2 4" DeltaY="g 2 0 6 g 2 0")") +
               text("50 10 40 5", "甲乙", "", "", R"(DeltaX="30")")});
    EXPECT_THAT(read.text, HasSubstr("第一行"));
    EXPECT_THAT(read.text, HasSubstr("甲 乙"));
    EXPECT_THAT(read.text, HasSubstr("\n第二行\n"));
}

TEST_F(Ofd, AFormIsReadByPlace) {
    auto const common = R"(<TemplatePage ID="t" BaseLoc="T.xml"/>)";
    std::vector<ZipEntry> const entries = {{"D/T.xml", "<Page><Template TemplateID=\"t\"/><Content><Layer>" +
                                                           text("5 20 20 5", "名称") + text("5 40 20 5", "地址") +
                                                           text("5 5 20 5", "报告") + text("5 190 20 5", "第一页") +
                                                           "</Layer></Content></Page>"}};
    auto const read = pages({text("40 40 30 5", "青岛市") + text("40 20 30 5", "某厂") + text("60 20 30 5", "2026")},
                            common, entries, R"(<Template TemplateID="t"/>)");
    EXPECT_EQ(read.text, "报告\n名称 某厂 2026\n地址 青岛市\n第一页\n");
}

TEST_F(Ofd, ColumnsKeepTheOrderOfTheFile) {
    auto const read = pages({text("5 20 20 5", "左一") + text("5 30 20 5", "左二") + text("55 20 20 5", "右一") +
                             text("55 30 20 5", "右二")});
    EXPECT_EQ(read.text, "左一\n左二\n右一\n右二\n");
}

TEST_F(Ofd, LettersOfTheirOwnMakeOneRun) {
    auto const read =
        pages({text("10 10 4 5", "安") + text("14 10 4 5", "全") + text("18 10 4 5", "员") + text("60 10 4 5", "长")});
    EXPECT_EQ(read.text, "安全员 长\n");
    EXPECT_EQ(read.runs.size(), 2u);
}

TEST_F(Ofd, TellsTextThatNobodySees) {
    auto const read =
        pages({text("10 10 20 5", "见") + text("10 20 20 5", "白", "", kWhite) +
               text("10 30 20 5", "隐", R"(Visible="false")") +
               text("10 40 20 5", "透", "", R"(<FillColor Value="0 0 0" Alpha="0"/>)") + text("-90 50 20 5", "外") +
               text("10 60 20 5", "小", R"(CTM="0.05 0 0 0.05 0 0")") + text("10 70 20 5", "空", R"(Fill="false")") +
               box("8 80 30 30", "30", "0 0 128") + text("10 82 20 5", "蓝底", "", kWhite) +
               text("10 120 20 5", "盖住") + box("8 118 30 30", "30", "255 255 255")});
    EXPECT_EQ(read.text, "见\n蓝底\n");
    EXPECT_THAT(hidden(read), ElementsAre("white:白", "invisible:隐", "invisible:透", "off_page:外", "tiny:小",
                                          "invisible:空", "invisible:盖住"));
    EXPECT_EQ(read.hidden[0].page, 1);
    EXPECT_GT(read.hidden[0].box.width, 0);
}

TEST_F(Ofd, TheTextLayerOfAScanIsItsText) {
    std::vector<ZipEntry> const entries = {
        {"D/R.xml",
         R"(<Res BaseLoc="Res"><MultiMedias><MultiMedia ID="9" Type="Image"><MediaFile>a.jpg</MediaFile></MultiMedia></MultiMedias></Res>)"},
        {"D/Res/a.jpg", content_of(shared("files/valid/jpeg.jpg"))}};
    auto const scan = R"(<ImageObject ResourceID="9" Boundary="0 0 100 200" CTM="100 0 0 200 0 0"/>)";
    auto const read = pages({text("10 10 60 5", "扫描件的文字") + scan,
                             text("10 10 60 5", "普通") + text("10 30 20 5", "藏", R"(Visible="false")")},
                            "<DocumentRes>R.xml</DocumentRes>", entries);
    EXPECT_THAT(read.scanned_pages, ElementsAre(1));
    EXPECT_EQ(read.text, "扫描件的文字\n普通\n");
    EXPECT_THAT(hidden(read), ElementsAre("invisible:藏"));
    EXPECT_EQ(read.figures.size(), 1u);
}

TEST_F(Ofd, AnnotationsAndStampsAreRead) {
    auto const document =
        R"(<Document><CommonData/><Pages><Page ID="1" BaseLoc="P.xml"/></Pages><Annotations>A/As.xml</Annotations></Document>)";
    auto const read_all = read(
        read_ofd,
        {{"OFD.xml", "<OFD><DocBody><DocRoot>/D/Document.xml</DocRoot></DocBody></OFD>"},
         {"D/Document.xml", document},
         {"D/P.xml", "<Page><Content><Layer>" + text("10 10 20 5", "文") + "</Layer></Content></Page>"},
         {"D/A/As.xml", R"(<Annotations><Page PageID="1"><FileLoc>a.xml</FileLoc></Page></Annotations>)"},
         {"D/A/a.xml", "<PageAnnot><Annot Type=\"Stamp\"><Remark>已核</Remark><Appearance Boundary=\"50 50 40 40\">" +
                           text("1 1 20 5", "注") + "</Appearance></Annot></PageAnnot>"}});
    EXPECT_EQ(read_all.text, "文\n注\n");
    EXPECT_THAT(read_all.signature_pages, ElementsAre(1));
    EXPECT_THAT(metadata(read_all, "annotation"), ElementsAre("已核"));
    EXPECT_NEAR(read_all.runs.at(1).box.x, 51 * 72 / 25.4, 0.1);
}

TEST_F(Ofd, SeveralDocumentsFollowOneAnother) {
    auto const page = [](std::string const& words) {
        return "<Page><Content><Layer>" + text("10 10 20 5", words) + "</Layer></Content></Page>";
    };
    auto const document = R"(<Document><CommonData/><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>)";
    auto const all = read(
        read_ofd, {{"OFD.xml",
                    "<OFD><DocBody><DocRoot>Doc_0\\Document.xml</DocRoot></DocBody><DocBody><DocRoot>DOC_1/document.xml"
                    "</DocRoot></DocBody></OFD>"},
                   {"Doc_0/Document.xml", document},
                   {"Doc_0/P.xml", page("甲")},
                   {"Doc_1/Document.xml", document},
                   {"Doc_1/P.xml", page("乙")}});
    EXPECT_EQ(all.problem, "");
    EXPECT_EQ(all.pages, 2);
    EXPECT_EQ(all.text, "甲\n乙\n");
    EXPECT_EQ(all.runs.at(1).page, 2);
}

TEST_F(Ofd, WhatGoesRoundInCirclesEnds) {
    auto const common = R"(<DocumentRes>R.xml</DocumentRes><TemplatePage ID="t" BaseLoc="P0.xml"/>)";
    std::string many;
    for (int i = 0; i < 200; ++i) many += R"(<CompositeObject ResourceID="1" Boundary="1 1 9 9"/>)";
    std::vector<ZipEntry> const entries = {
        {"D/R.xml",
         R"(<Res><DrawParams><DrawParam ID="5" Relative="6"/><DrawParam ID="6" Relative="5"/></DrawParams><CompositeGraphicUnits>)"
         R"(<CompositeGraphicUnit ID="1"><Content>)" +
             many + text("1 1 5 5", "环", R"(DrawParam="5")") +
             "</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>"}};
    auto const read = pages({many}, common, entries, R"(<Template TemplateID="t"/>)", 10'000);
    EXPECT_EQ(read.problem, "too_large");
    EXPECT_LE(read.text.size(), 10'010u);
    std::string nested;
    for (int i = 0; i < 20'000; ++i) nested += "<PageBlock>";
    EXPECT_EQ(pages({nested + text("1 1 5 5", "深")}).text, "");
}

TEST_F(Ofd, NoNumberIsTooAbsurd) {
    auto const read =
        pages({text("1e300 -1e300 inf nan", "远", R"(CTM="1e200 1e200 1e200 1e200 1e300 1e300")") +
               text("10 10 20 5", "近", R"(HScale="-1")", "", R"(DeltaX="g 1000000000000 1e308" DeltaY="g -1 1")") +
               R"(<TextObject Boundary="1 1 1 1" Size="nan"><TextCode>无</TextCode></TextObject>)" +
               R"(<ImageObject ResourceID="none" Boundary="0 0 -1 -1"/>)"});
    EXPECT_EQ(read.problem, "");
    for (auto const& one : read.hidden) EXPECT_LE(std::abs(one.box.x), 1e6);
    EXPECT_EQ(this->read(read_ofd, {{"OFD.xml", "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>"}})
                  .problem,
              "damaged");
    EXPECT_EQ(this->read(read_ofd, {{"OFD.xml", "<OFD>"}, {"Encryptions.xml", "<a/>"}}).problem, "encrypted");
}

}  // namespace
}  // namespace anping::worker
