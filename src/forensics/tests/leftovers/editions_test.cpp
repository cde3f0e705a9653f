// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include <anping/forensics/quotations.hpp>

#include "../house.hpp"

namespace anping::forensics {
namespace {

field::Date day(int year, int month, int date) { return *field::Date::of(year, month, date); }

constexpr char kLaw[] =
    "检验规定\n2009年8月27日通过　2021年6月10日修正\n第一条　为了检验，制定本规定。\n第二条　本规定自2002年11月1日起施"
    "行。\n";

TEST(Editions, AreNamedByTheirFiles) {
    auto const issued = edition_of("laws/检验规定(2021-06-10).scan.pdf", "检验规定");
    EXPECT_EQ(issued.title, "检验规定");
    EXPECT_EQ(issued.issued, day(2021, 6, 10));
    EXPECT_FALSE(issued.from) << "the day it was issued is not the day it came into force";
    auto const from = edition_of("检验规定（2021年9月1日起施行）.txt", {});
    EXPECT_EQ(from.from, day(2021, 9, 1));
    auto const both = edition_of("检验规定(2014-12-01至2021-08-31).docx", {});
    EXPECT_EQ(both.from, day(2014, 12, 1));
    EXPECT_EQ(both.until, day(2021, 8, 31));
    EXPECT_EQ(edition_of("检验规定(2021-09-01废止).docx", {}).until, day(2021, 8, 31));
    EXPECT_EQ(edition_of("检验规定（试行）.docx", {}).title, "检验规定(试行)");
    EXPECT_EQ(edition_of("检验规定/2027-01-01/README.md", "# 检验规定\n").from, day(2027, 1, 1));
}

TEST(Editions, AreTitledByTheHeadingOfTheirTextWhereTheFileIsNot) {
    EXPECT_EQ(edition_of("law/README.md", "---\nsidebar: auto\n---\n\n# 检验规定\n\n**第一条**　为了检验。\n").title,
              "检验规定");
}

TEST(Editions, TakeTheDayOfTheLastArticleUnlessTheyWereAmendedAfterIt) {
    auto const amended = edition_of("检验规定.txt", kLaw);
    EXPECT_EQ(amended.issued, day(2021, 6, 10));
    EXPECT_FALSE(amended.from) << "the day of the first edition";
    std::string anew = kLaw;
    anew.replace(anew.find("2002年11月"), std::string("2002年11月").size(), "2021年9月");
    EXPECT_EQ(edition_of("检验规定.txt", anew).from, day(2021, 9, 1));
    EXPECT_EQ(edition_of("通知.txt", "关于检验的通知，有效期至2026年3月31日。").until, day(2026, 3, 31));
}

TEST(Editions, EndTheDayBeforeTheNextOneBegins) {
    std::vector<Edition> editions{
        edition_of("中华人民共和国检验规定(2009-08-27).txt", {}), edition_of("检验规定(2021-09-01起施行).txt", {}),
        edition_of("检验规定(2014-12-01至2019-08-31).txt", {}), edition_of("检验规定.txt", {})};
    close_former(editions);
    EXPECT_EQ(editions[0].until, day(2014, 11, 30));
    EXPECT_FALSE(editions[1].until);
    EXPECT_EQ(editions[2].until, day(2019, 8, 31)) << "what is said is not changed";
    EXPECT_FALSE(editions[3].until) << "nobody knows when it was";
}

TEST(Editions, EndWithTheLawThatRepealsThem) {
    std::vector<Edition> editions{
        edition_of("暂行规定(2009-08-27).txt", {}), edition_of("别的规定(2009-08-27).txt", {}),
        edition_of("检验规定.txt", "第一条　检验。\n第二条　本规定自2021年9月1日起施行。《暂行规定》同时废止。\n")};
    close_former(editions);
    EXPECT_EQ(editions[0].until, day(2021, 8, 31));
    EXPECT_FALSE(editions[1].until);
}

TEST(Editions, AreSaidInWords) {
    EXPECT_EQ(in_words({"", day(2021, 9, 1), {}, ""}), "2021年9月1日起施行");
    EXPECT_EQ(in_words({"", day(2014, 12, 1), day(2021, 8, 31), ""}), "2014年12月1日至2021年8月31日施行");
    EXPECT_EQ(in_words({"", {}, {}, "", day(2021, 6, 10)}), "2021年6月10日公布，施行日期不详");
    EXPECT_EQ(in_words({"", {}, day(2021, 8, 31), ""}), "施行至2021年8月31日");
    EXPECT_EQ(in_words({}), "施行日期不详");
}

TEST_F(Directory, EditionsAreKeptBesideTheirCorpusInItsOrder) {
    auto const corpus = Corpus::open(directory).value();
    ASSERT_TRUE(corpus->add({{"乙.txt", "b", text(100)}, {"甲规定(2020-01-01).txt", "a", text(100)}}));
    ASSERT_TRUE(keep_editions(directory, {{"b", edition_of("乙规定(2021-09-01起施行).txt", "“乙”\n")}}));
    auto const kept = kept_editions(directory, *corpus);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].title, "乙规定");
    EXPECT_EQ(kept[0].from, day(2021, 9, 1));
    EXPECT_EQ(kept[0].text, "“乙”\n");
    EXPECT_EQ(kept[1].title, "甲规定") << "put in before editions were kept";
    EXPECT_EQ(kept[1].text, "");
}

// The editions of one law that the stored laws have: the later is named by its directory.
TEST(Editions, OfTheStoredLawsEndWhereTheNextBegins) {
    std::vector<Edition> editions;
    for (char const* const file : {"README.md", "versions/2027-01-01/README.md"}) {
        auto const path = std::string(ANPING_SHARED_DIR "/data/laws/docs/civil-and-commercial/trademark-law/") + file;
        std::ifstream in(path, std::ios::binary);
        editions.push_back(edition_of(path, {std::istreambuf_iterator<char>(in), {}}));
    }
    close_former(editions);
    EXPECT_EQ(editions[0].title, "中华人民共和国商标法");
    EXPECT_EQ(editions[0].until, day(2026, 12, 31));
    EXPECT_EQ(editions[1].from, day(2027, 1, 1));
    EXPECT_FALSE(editions[1].until);
}

}  // namespace
}  // namespace anping::forensics
