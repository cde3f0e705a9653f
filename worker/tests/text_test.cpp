// SPDX-License-Identifier: Apache-2.0
#include "workshop.hpp"
#include "zip_writer.hpp"

namespace anping::worker {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kTypes[] = R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)";

class Texts : public Workshop {
protected:
    Result<std::string> text(std::string const& path) { return vault->text(stored(path).sm3); }
    Result<std::string> document(std::string const& body) {
        auto const xml = R"(<w:document xmlns:w="w"><w:body>)" + body + "</w:body></w:document>";
        return text(write(ZipWriter::archive({{"[Content_Types].xml", kTypes}, {"word/document.xml", xml}})));
    }
    static std::string why(Result<std::string> const& read) {
        EXPECT_FALSE(read);
        return read ? "" : read.error().key + " " + read.error().internal;
    }
};

TEST_F(Texts, OfAPdfAreThoseOfItsTextLayer) {
    auto const read = text(shared("files/chinese-docs/安全生产许可证条例(2014-07-29).pdf"));
    ASSERT_TRUE(read);
    EXPECT_THAT(*read, HasSubstr("安全生产许可证"));
    EXPECT_EQ(why(text(shared("files/chinese-docs/山东省安全生产条例(2021-12-03).scan.pdf"))), "vault.no_text none");
}

TEST_F(Texts, OfADocumentFollowItsRunsAndLeaveOutWhatWasDeleted) {
    auto const read = document(
        R"(<w:p><w:r><w:t>取得</w:t></w:r><w:r><w:rPr/><w:t>许可</w:t></w:r><w:del><w:r><w:delText>不</w:delText></w:r></w:del></w:p>)"
        R"(<w:p><w:r><w:t>后支付</w:t></w:r></w:p>)");
    ASSERT_TRUE(read);
    EXPECT_THAT(*read, HasSubstr("取得许可\n后支付"));
    EXPECT_THAT(*read, Not(HasSubstr("不")));
    EXPECT_EQ(why(document("<w:p/>")), "vault.no_text none");
}

TEST_F(Texts, OfPlainFilesAreTheFilesThemselves) {
    auto const read = text(write("甲方支付余款\n"));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, "甲方支付余款\n");
}

TEST_F(Texts, AreNotReadOutOfWhatIsBrokenHostileOrOfAnotherKind) {
    EXPECT_EQ(why(text(write("%PDF-1.7\nnothing follows"))), "vault.no_text damaged");
    EXPECT_EQ(why(document("<w:p><w:r>")), "vault.no_text damaged");
    EXPECT_EQ(why(text(write(std::string("\x89PNG\r\n\x1a\n")))), "vault.no_text other");
    auto const bomb = R"(<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w="w">&a;</w:document>)";
    EXPECT_EQ(why(text(write(ZipWriter::archive({{"[Content_Types].xml", kTypes}, {"word/document.xml", bomb}})))),
              "vault.no_text unsafe");
    EXPECT_EQ(why(vault->text(std::string(64, '0'))), "vault.no_text gone");
}

}  // namespace
}  // namespace anping::worker
