// SPDX-License-Identifier: Apache-2.0
// What may be handed on, and a template that stands several times in one document.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/documents/form.hpp>
#include <anping/documents/template.hpp>
#include <anping/documents/testing.hpp>

namespace anping::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string document(std::string const& body) {
    return R"(<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r"><w:body>)" +
           body + "</w:body></w:document>";
}
std::string paragraph(std::string const& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }
std::string field(std::string const& begin, std::string const& code) {
    return R"(<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>)" + begin +
           "</w:instrText></w:r><w:r><w:instrText>" + code +
           R"(</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>)";
}
std::string with(testing::Entries more, std::string const& body = paragraph("x")) {
    testing::Entries entries{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document(body)}};
    entries.insert(entries.end(), more.begin(), more.end());
    return testing::zip(entries);
}
std::string related(std::string const& kind, std::string const& target, bool outside = true) {
    return with(
        {{"word/_rels/document.xml.rels",
          R"(<Relationships xmlns="p"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)" +
              kind + R"(" Target=")" + target + "\"" + (outside ? R"( TargetMode="External")" : "") +
              "/></Relationships>"}});
}
std::string key(std::string const& bytes) {
    auto const admitted = admit(bytes);
    return admitted ? "" : admitted.error().key;
}

TEST(Admission, APlainDocumentIsTaken) {
    EXPECT_EQ(key(with({{"word/media/a.png", "x"}})), "");
    EXPECT_EQ(key(docx(Form{"表", "", "", {Paragraph{"字"}}})), "");
    EXPECT_EQ(key(related("image", "media/a.png", false)), "");
}

TEST(Admission, WhatIsNoDocxIsNamed) {
    EXPECT_EQ(key("%PDF-1.7"), "documents.not_docx");
    EXPECT_EQ(key(with({{"word/styles.xml", "<open>"}})), "documents.not_docx");
}

TEST(Admission, MacrosAreRefusedHoweverTheyAreBroughtAlong) {
    EXPECT_EQ(key(with({{"word/vbaProject.bin", "x"}})), "documents.template_macros");
    EXPECT_EQ(key(with({{"WORD/VBAPROJECT.BIN", "x"}})), "documents.template_macros");
    EXPECT_EQ(key(with({{"word/vbaData.xml", "<x/>"}})), "documents.template_macros");
    EXPECT_EQ(key(related("vbaProject", "other.bin", false)), "documents.template_macros");
    EXPECT_EQ(key(testing::zip({{"[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"},
                                {"word/document.xml", document("")}})),
              "documents.template_macros");
}

TEST(Admission, WhatIsLoadedFromElsewhereIsRefusedWithItsAddress) {
    for (auto const* kind : {"attachedTemplate", "image", "oleObject2", "settings"}) {
        auto const refused = admit(related(kind, "http://192.0.2.1/evil.dotm"));
        ASSERT_FALSE(refused) << kind;
        EXPECT_EQ(refused.error().key, "documents.template_loads");
        EXPECT_THAT(refused.error().text, HasSubstr("http://192.0.2.1/evil.dotm"));
    }
    EXPECT_EQ(key(related("hyperlink", "file://192.0.2.1/share/x")), "documents.template_loads");
    EXPECT_EQ(key(related("hyperlink", "\\\\192.0.2.1\\share")), "documents.template_loads");
}

TEST(Admission, ALinkToTheWebThatAReaderClicksIsTaken) {
    EXPECT_EQ(key(related("hyperlink", "https://www.mem.gov.cn/")), "");
    EXPECT_EQ(key(related("hyperlink", "mailto:a@example.com")), "");
}

TEST(Admission, EmbeddedObjectsAreRefused) {
    EXPECT_EQ(key(with({{"word/embeddings/oleObject1.bin", "x"}})), "documents.template_embeds");
    EXPECT_EQ(key(with({{"word/activeX/activeX1.xml", "<x/>"}})), "documents.template_embeds");
    for (auto const* kind : {"aFChunk", "oleObject", "package", "control", "subDocument"})
        EXPECT_EQ(key(related(kind, "afile", false)), "documents.template_embeds") << kind;
}

TEST(Admission, FieldsThatReadFilesOrStartProgramsAreRefusedEvenInPieces) {
    EXPECT_EQ(key(with({}, field(" DDE", "AUTO c:\\windows\\cmd.exe"))), "documents.template_field");
    EXPECT_EQ(key(with({}, field("INCLUDE", "TEXT \"c:/x\""))), "documents.template_field");
    EXPECT_EQ(key(with({}, field("QUOTE 68 68 69", ""))), "documents.template_field");
    EXPECT_EQ(key(with({}, R"(<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://x "/></w:p>)")),
              "documents.template_field");
    EXPECT_EQ(key(with({{"word/footer1.xml", document(field("LINK", " Excel.Sheet"))}})), "documents.template_field");
    EXPECT_EQ(key(with({}, field(" PAGE", " \\* MERGEFORMAT"))), "");
    EXPECT_EQ(key(with({}, R"(<w:p><w:fldSimple w:instr=" NUMPAGES "/></w:p>)")), "");
}

TEST(Admission, APartThatIsTooDeepToWalkIsRefused) {
    std::string deep;
    for (int i = 0; i < 2000; ++i) deep += "<w:a>";
    for (int i = 0; i < 2000; ++i) deep += "</w:a>";
    EXPECT_EQ(key(with({}, deep)), "documents.template_unsafe");
}

json::object values(char const* text) { return json::parse(text).as_object(); }

TEST(Copies, OneDocumentOfManyHasThePaperOfEach) {
    std::vector<json::object> const each{values(R"({"a":"甲","of":"局"})"), values(R"({"a":"乙","of":"局"})"),
                                         values(R"({"a":"丙","of":"局"})")};
    auto const bytes = with({{"word/header1.xml", document(paragraph("[{{of}}{{a}}]"))}},
                            paragraph("{{a}}") + R"(<w:sectPr><w:pgSz w:w="11906"/></w:sectPr>)");
    auto const filled = fill_each(bytes, each);
    ASSERT_TRUE(filled);
    auto const body = testing::part(filled->docx, "word/document.xml");
    EXPECT_EQ(testing::text_of(body), "甲||乙||丙|");
    EXPECT_EQ(body.select_nodes("//w:p/w:pPr/w:sectPr/w:pgSz").size(), 2U);
    EXPECT_EQ(body.select_nodes("//w:body/w:sectPr").size(), 1U);
    EXPECT_STREQ(body.document_element().first_child().last_child().name(), "w:sectPr");
    EXPECT_EQ(testing::text_of(testing::part(filled->docx, "word/header1.xml")), "[局]|");
    EXPECT_THAT(filled->known, ElementsAre("a", "of"));
}

TEST(Copies, WithoutASectionAPageBreakParts) {
    std::vector<json::object> const each{values(R"({"a":"甲"})"), values(R"({"a":"乙"})")};
    auto const filled = fill_each(with({}, paragraph("{{a}}")), each);
    ASSERT_TRUE(filled);
    auto const body = testing::part(filled->docx, "word/document.xml");
    EXPECT_EQ(testing::text_of(body), "甲|/|乙|");
    EXPECT_TRUE(body.select_node("//w:br[@w:type='page']"));
}

TEST(Copies, TooManyOfALongOneAreRefused) {
    std::vector<json::object> const each(100, values(R"({"a":"甲"})"));
    std::string lines;
    for (int i = 0; i < 20'000; ++i) lines += paragraph(std::to_string(i * 7919));
    auto const bytes = testing::zip({{"word/document.xml", document(lines)}}, ZIP_CM_STORE);
    auto const filled = fill_each(bytes, each);
    ASSERT_FALSE(filled);
    EXPECT_EQ(filled.error().key, "documents.filled_too_large");
}

}  // namespace
}  // namespace anping::documents
