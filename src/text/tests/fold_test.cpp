// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/text/fold.hpp>

namespace anping::text {
namespace {

using ::testing::ElementsAre;

TEST(Fold, FullWidthTraditionalSpacesAndPunctuationMakeNoDifference) {
    EXPECT_EQ(fold("安全評價報告：\n（2026年）　ＡＢＣ").text, fold("安全评价报告 2026 年abc").text);
    EXPECT_EQ(fold("重大\u200b危险\u2060源，\u00ad辨识").text, u"重大危险源辨识");
}

TEST(Fold, ARunOfDigitsIsOneZeroWhateverStandsBetweenThem) {
    EXPECT_EQ(fold("储量1,250.5吨，共３个").text, u"储量0吨共0个");
    EXPECT_EQ(fold("①②").text, u"0");
}

TEST(Fold, EveryCharacterKnowsTheCodePointItCameFrom) {
    auto const folded = fold("甲，乙\n㎡𠀀");
    EXPECT_EQ(folded.text.substr(0, 4), u"甲乙m0");
    EXPECT_THAT(folded.origin, ElementsAre(0, 2, 4, 4, 5));
    EXPECT_EQ(folded.points, 6U);
}

TEST(Fold, WhatIsNoUtf8IsLeftOutAndCounts) {
    auto const folded = fold(std::string_view("甲\xff\xc0\xaf乙\xe7\x94", 11));
    EXPECT_EQ(folded.text, u"甲乙");
    EXPECT_THAT(folded.origin, ElementsAre(0, 4));
    EXPECT_EQ(folded.points, 7U);
}

TEST(Fold, LettersInMathematicalDressAreLetters) {
    EXPECT_EQ(fold("𝐀𝟙Ⅻ").text, u"a0xii");
    EXPECT_EQ(fold("ﬁ").text, u"fi");
}

TEST(Fold, AFoldedTextIsFoldedAlready) {
    for (char32_t code = 0x20; code < 0x10000; ++code) {
        if (code >= 0xd800 && code < 0xe000) continue;
        std::string utf8;
        if (code < 0x80) utf8 = {static_cast<char>(code)};
        else if (code < 0x800) utf8 = {static_cast<char>(0xc0 | code >> 6), static_cast<char>(0x80 | (code & 0x3f))};
        else
            utf8 = {static_cast<char>(0xe0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3f)),
                    static_cast<char>(0x80 | (code & 0x3f))};
        auto const once = fold(utf8).text;
        std::string again;
        for (auto const one : once) {
            if (one < 0x80) again.push_back(static_cast<char>(one));
            else if (one < 0x800) again += {static_cast<char>(0xc0 | one >> 6), static_cast<char>(0x80 | (one & 0x3f))};
            else
                again += {static_cast<char>(0xe0 | one >> 12), static_cast<char>(0x80 | (one >> 6 & 0x3f)),
                          static_cast<char>(0x80 | (one & 0x3f))};
        }
        ASSERT_EQ(fold(again).text, once) << std::hex << static_cast<std::uint32_t>(code);
    }
}

}  // namespace
}  // namespace anping::text
