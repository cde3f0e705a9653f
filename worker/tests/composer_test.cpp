// SPDX-License-Identifier: Apache-2.0
#include "composer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace anping::worker {
namespace {

constexpr std::size_t kLimit = 10'000;

TEST(Composer, CountsPlacesInCodePoints) {
    Composer composer(kLimit);
    composer.say("安a");
    composer.run("全𠀀", 2, {1, 2, 3, 4});
    EXPECT_EQ(composer.at(), 4u);
    ASSERT_EQ(composer.document.runs.size(), 1u);
    EXPECT_EQ(composer.document.runs[0].from, 2u);
    EXPECT_EQ(composer.document.runs[0].to, 4u);
    EXPECT_EQ(composer.document.runs[0].page, 2);
}

TEST(Composer, TakesNothingThatIsNoUtf8) {
    Composer composer(kLimit);
    composer.say("a\xC0\x80z");          // overlong
    composer.say("\xED\xA0\x80");        // a surrogate
    composer.say("\xE0\x80\x80");        // overlong
    composer.say("\xF4\x90\x80\x80");    // above the last code point
    composer.say("\xE5\xAE");            // cut
    composer.hide("white", "x\xFFy\1");  // apart as well
    auto text = composer.document.text;
    for (std::size_t at = text.find("\xEF\xBF\xBD"); at != text.npos; at = text.find("\xEF\xBF\xBD"))
        text.replace(at, 3, "?");
    EXPECT_EQ(text, "a??z????????????");
    EXPECT_EQ(composer.at(), 16u);
    EXPECT_EQ(composer.document.hidden.at(0).text, "x\xEF\xBF\xBDy ");
}

TEST(Composer, KeepsWhatHasNoWidthApartAndForgetsWhatChoosesAShape) {
    Composer composer(kLimit);
    composer.say("危\xE2\x80\x8B\xE2\x80\x8D险⚠\xEF\xB8\x8F");
    EXPECT_EQ(composer.document.text, "危险⚠");
    ASSERT_EQ(composer.document.hidden.size(), 1u);
    EXPECT_EQ(composer.document.hidden[0].how, "zero_width");
    EXPECT_EQ(composer.document.hidden[0].at, 1u);
}

TEST(Composer, JoinsHiddenPiecesOfOnePlace) {
    Composer composer(kLimit);
    composer.hide("white", "不");
    composer.hide("white", "合格");
    composer.hide("deleted", "甲");
    composer.say("乙");
    composer.hide("deleted", "丙");
    ASSERT_EQ(composer.document.hidden.size(), 3u);
    EXPECT_EQ(composer.document.hidden[0].text, "不合格");
    EXPECT_EQ(composer.document.hidden[2].at, 1u);
}

TEST(Composer, OneKindOfHiddenTextCannotCrowdOutAnother) {
    Composer composer(1u << 20);
    for (int i = 0; i < 20'000; ++i) composer.say("a\xE2\x80\x8B");
    composer.hide("white", "不合格");
    EXPECT_LE(composer.document.hidden.size(), 5'001u);
    EXPECT_EQ(composer.document.hidden.back().text, "不合格");
}

TEST(Composer, PartsCellsByTabsAndRowsByLineEnds) {
    Composer composer(kLimit);
    composer.say("表");
    composer.table(3);
    composer.row();
    composer.cell();
    composer.say("\n甲\n乙\t丙\n");
    composer.cell();
    composer.row();
    composer.cell();
    composer.say("丁");
    composer.end_table();
    composer.say("后");
    EXPECT_EQ(composer.document.text, "表\n甲 乙 丙\t\n丁\n后");
    auto const& table = composer.document.tables.at(0);
    EXPECT_EQ(table.page, 3);
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].at(0).from, 2u);
    EXPECT_EQ(table.rows[0].at(0).to, 7u);
    EXPECT_EQ(table.rows[0].at(1).from, table.rows[0].at(1).to);
    EXPECT_EQ(table.rows[1].at(0).to - table.rows[1].at(0).from, 1u);
}

TEST(Composer, ATableInACellIsPartOfItsText) {
    Composer composer(kLimit);
    composer.table();
    composer.cell();
    composer.say("外");
    composer.table();
    composer.row();
    composer.cell();
    composer.say("一");
    composer.cell();
    composer.say("二");
    composer.row();
    composer.cell();
    composer.say("三");
    composer.end_table();
    composer.say("终");
    composer.end_table();
    EXPECT_EQ(composer.document.text, "外 一 二 三 终\n");
    EXPECT_EQ(composer.document.tables.size(), 1u);
    EXPECT_EQ(composer.document.tables[0].rows.at(0).size(), 1u);
}

TEST(Composer, TakesNothingBeyondItsLimit) {
    Composer composer(10);
    composer.table();
    for (int i = 0; i < 100; ++i) {
        composer.row();
        composer.cell();
        composer.say("一二三");
    }
    composer.end_table();
    composer.hide("white", std::string(100, 'x'));
    EXPECT_TRUE(composer.full());
    EXPECT_LE(composer.document.text.size(), 12u);
    EXPECT_LE(composer.document.tables.at(0).rows.size(), 3u);
    EXPECT_EQ(composer.document.hidden.at(0).text.size(), 10u);
}

}  // namespace
}  // namespace anping::worker
