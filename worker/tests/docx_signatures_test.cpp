// SPDX-License-Identifier: Apache-2.0
// Pages of a WordprocessingML document, and on which of them people sign.
#include "docx.hpp"
#include "packages.hpp"

namespace anping::worker {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SignedDocx : public Packages {
protected:
    static std::string run(std::string const& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
    static std::string line(std::string const& content, std::string const& properties = "") {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
    }
    static std::string page_break() { return R"(<w:r><w:br w:type="page"/></w:r>)"; }
    static std::string noted() { return "<w:r><w:lastRenderedPageBreak/></w:r>"; }
    static std::string drawn(std::string const& id = "p") {
        return R"(<w:r><w:drawing><wp:inline><a:graphic><pic:pic><pic:blipFill><a:blip r:embed=")" + id +
               R"("/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>)";
    }
    static std::string cell(std::string const& content, std::string const& properties = "") {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + line(content) + "</w:tc>";
    }
    static std::string row(std::vector<std::string> const& cells) {
        std::string out = "<w:tr>";
        for (auto const& one : cells) out += one.starts_with("<w:tc>") ? one : cell(one.empty() ? "" : run(one));
        return out + "</w:tr>";
    }
    static std::string table(std::vector<std::string> const& rows) {
        std::string out = "<w:tbl>";
        for (auto const& one : rows) out += one;
        return out + "</w:tbl>";
    }
    vault::Document pictured(std::string const& body) const {
        auto const relation = [](std::string const& id, std::string const& target) {
            return R"(<Relationship Id=")" + id + R"(" Type="http://x/image" Target=")" + target + "\"/>";
        };
        auto const picture = content_of(shared("files/valid/jpeg.jpg"));
        return read(read_docx,
                    {{"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"},
                     {"word/_rels/document.xml.rels", "<Relationships>" + relation("p", "media/image1.jpg") +
                                                          relation("q", "media/image2.jpg") + "</Relationships>"},
                     {"word/media/image1.jpg", picture},
                     {"word/media/image2.jpg", picture}});
    }
    std::vector<int> signed_on(std::string const& body) const { return pictured(body).signature_pages; }
};

TEST_F(SignedDocx, PagesAreCountedByTheirBreaks) {
    EXPECT_EQ(pictured(line(run("一"))).pages, 1);
    EXPECT_EQ(pictured(line(run("一")) + line(page_break() + noted() + run("二"))).pages, 2) << "noted after its break";
    EXPECT_EQ(pictured(line(run("一") + noted() + run("二")) + line(noted() + run("三"))).pages, 3);
    EXPECT_EQ(
        pictured(line(run("一"), "<w:pageBreakBefore/>") + line(noted() + run("二"), "<w:pageBreakBefore/>")).pages, 2);
    EXPECT_EQ(pictured(line(run("一"), "<w:sectPr/>") + line(noted() + run("二")) + "<w:sectPr/>").pages, 2);
    EXPECT_EQ(pictured(line(run("一"), "<w:sectPr/>") + line(run("二")) +
                       R"(<w:sectPr><w:type w:val="continuous"/></w:sectPr>)")
                  .pages,
              1)
        << "a section that goes on on the same page";
    auto const parted = row({cell(run("甲") + noted() + run("乙")), cell(run("丙") + noted() + run("丁"))});
    EXPECT_EQ(pictured(line(run("一")) + table({parted, row({"戊", "己"})})).pages, 2)
        << "each cell notes the same page";
}

TEST_F(SignedDocx, APictureWherePeopleSignMakesASignaturePage) {
    auto const cover = line(run("安全现状评价报告")) + line(drawn("q")) + line(page_break());
    EXPECT_THAT(signed_on(cover + line(run("项目负责人（签字）：") + drawn())), ElementsAre(2));
    EXPECT_THAT(signed_on(cover + line(run("评价组长：") + drawn())), ElementsAre(2));
    EXPECT_THAT(signed_on(line(drawn()) + line(run("评价机构（盖章）")) + line(page_break() + run("前言"))),
                ElementsAre(1))
        << "a seal that floats beside its line";
    EXPECT_THAT(signed_on(cover + table({row({"职务", "姓名", "签  字"}), row({"评价组长", "甲", cell(drawn())}),
                                         row({"项目组成员", "乙", cell(drawn())})})),
                ElementsAre(2));
    EXPECT_THAT(signed_on(cover + table({row({"审核定稿人", "甲", cell(drawn())}), row({"电话", "010", ""})})),
                ElementsAre(2))
        << "whose signature it is, in its row";
}

TEST_F(SignedDocx, ACellLeftEmptyForASignatureMakesASignaturePage) {
    auto const head = row({"职务", "姓名", "签字"});
    EXPECT_THAT(signed_on(table({head, row({"评价组长", "甲", ""})})), ElementsAre(1));
    EXPECT_THAT(signed_on(table({head, row({"评价组长", "甲", "甲"})})), IsEmpty()) << "typed";
    EXPECT_THAT(signed_on(table({row({"审核人签字", ""}), row({"备注", ""})})), ElementsAre(1));
    EXPECT_THAT(signed_on(table({head, row({"评价组长", "甲", "甲"}), row({cell(noted() + run("组员")), "乙", ""})})),
                ElementsAre(2))
        << "on the page its row is on";
}

TEST_F(SignedDocx, WordsOrPicturesAloneMakeNone) {
    EXPECT_THAT(signed_on(line(run("项目负责人（签字）："))), IsEmpty());
    EXPECT_THAT(signed_on(line(run("动火作业票应由负责人签字，并存档备查。")) + line(drawn())), IsEmpty())
        << "a sentence";
    EXPECT_THAT(signed_on(line(run("项目负责人（签字）：")) + line(page_break() + run("现场照片") + drawn())),
                IsEmpty())
        << "on the next page";
    EXPECT_THAT(
        signed_on(table({row({"名称", "签字"}), row({"现场照片", "见附件"})}) + line(run("图")) + line(drawn())),
        IsEmpty());
    auto const merged =
        table({row({cell(run("评价人员签字"), R"(<w:gridSpan w:val="3"/>)")}), row({"甲", "乙", "丙"})});
    EXPECT_THAT(signed_on(merged), IsEmpty()) << "a cell that reaches over others";
    std::string often;
    for (int i = 0; i < 4; ++i) often += line(run("评价机构（盖章）") + drawn() + page_break());
    EXPECT_THAT(signed_on(often), IsEmpty()) << "a mark of every page";
}

}  // namespace
}  // namespace anping::worker
