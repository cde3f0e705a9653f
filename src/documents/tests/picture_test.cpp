// SPDX-License-Identifier: Apache-2.0
// Pictures in forms and templates, and what is packed for somebody to take along.
#include <gtest/gtest.h>

#include <anping/documents/archive.hpp>
#include <anping/documents/form.hpp>
#include <anping/documents/qr.hpp>
#include <anping/documents/template.hpp>
#include <anping/documents/testing.hpp>

namespace anping::documents {
namespace {

Form with_code() {
    Form form;
    form.title = "通知书";
    form.issuer = "昌吉市应急管理局";
    form.salutation = "{{受送达人}}：";
    form.blocks = {Paragraph{"{{内容}}"}, Picture{qr_png(""), "查验二维码", "扫码查验\n{{网址}}"}};
    return form;
}

std::uint32_t pixels_wide(std::string const& png) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(png[18])) << 8 | static_cast<unsigned char>(png[19]);
}

TEST(APicture, OfATemplateIsReplacedByItsAlternativeText) {
    auto const code = qr_png("https://anping.test/check/d/0123456789abcdef");
    std::vector<Placed> const pictures{{"查验二维码", code}, {"公章", code}};
    auto const made =
        fill(docx(with_code()), {{"内容", "限期整改"}, {"受送达人", "天山安评"}, {"网址", "x"}}, pictures);
    ASSERT_TRUE(made);
    EXPECT_EQ(testing::unzip(made->docx).at("word/media/image1.png"), code);
    EXPECT_EQ(made->missing, std::vector<std::string>{"公章"});
    EXPECT_EQ(testing::text_of(testing::part(made->docx, "word/document.xml")),
              "昌吉市应急管理局|通知书|天山安评：|限期整改|||扫码查验|x||");
}

TEST(APicture, StandsInAFormThatIsAdmittedAsATemplate) {
    auto const bytes = docx(with_code());
    EXPECT_TRUE(admit(bytes));
    EXPECT_EQ(bytes, docx(with_code())) << "equal forms, equal bytes";
}

TEST(AQrCode, GrowsWithItsTextAndIsTheSameForTheSame) {
    EXPECT_LT(pixels_wide(qr_png("a")), pixels_wide(qr_png(std::string(200, 'a'))));
    EXPECT_EQ(qr_png("a"), qr_png("a"));
    EXPECT_THROW(qr_png(std::string(5000, 'a')), std::length_error);
}

TEST(SeveralFiles, AreOneZipWithTheirNames) {
    auto const found = testing::unzip(zipped({{"目录.xlsx", "1"}, {"文书/责改1号.docx", "2"}}));
    EXPECT_EQ(found.at("目录.xlsx"), "1");
    EXPECT_EQ(found.at("文书/责改1号.docx"), "2");
}

}  // namespace
}  // namespace anping::documents
