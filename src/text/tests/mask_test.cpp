// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/text/fold.hpp>
#include <anping/text/mask.hpp>

namespace anping::text {
namespace {

std::size_t marked(Masks const& masks, Mask as) {
    return static_cast<std::size_t>(std::ranges::count(masks, static_cast<std::uint8_t>(as)));
}

TEST(Mask, ANameIsMarkedWhereverItStands) {
    auto const folded = fold("受天山化工有限公司委托，对天山化工（有限公司）的安全条件进行评价").text;
    std::vector<std::u16string> const names{fold("天山化工有限公司").text};
    Masks masks;
    mark_names(folded, names, masks);
    EXPECT_EQ(marked(masks, Mask::own_name), 16U);
    EXPECT_EQ(masks.front(), 0);
}

TEST(Mask, FiguresAndTagsAreATableAndASentenceWithANumberIsNot) {
    std::string const text =
        "甲醇储罐的设计压力为0.6兆帕，由具有资质的单位设计施工并验收合格。"
        "V-101A Q345R DN1000 PN16 V-101B Q345R DN1200 PN16 P-203A/B";
    Masks masks;
    mark_tables(text, fold(text), masks);
    EXPECT_EQ(masks.front(), 0);
    EXPECT_EQ(masks[12], 0);
    EXPECT_EQ(masks.back(), static_cast<std::uint8_t>(Mask::table));
    EXPECT_GT(marked(masks, Mask::table), 24U);
}

TEST(Mask, ALineOfSeveralColumnsIsARowOfATable) {
    std::string const text = "设备一览表\nV-101\t甲醇储罐\t二\t座\nV-102\t乙醇储罐\t三\t座\n以上设备\t均已检验";
    auto const folded = fold(text);
    Masks masks;
    mark_tables(text, folded, masks);
    EXPECT_EQ(masks[4], 0);
    EXPECT_EQ(masks[5], static_cast<std::uint8_t>(Mask::table));
    EXPECT_EQ(marked(masks, Mask::table), 2 * std::u16string_view(u"v0甲醇储罐二座").size());
    EXPECT_EQ(masks.back(), 0);
}

TEST(Mask, NamesOfFewerThanFourCharactersAreNotMarked) {
    Masks masks;
    auto const folded = fold("中石化的储罐").text;
    std::vector<std::u16string> const names{fold("中石化").text};
    mark_names(folded, names, masks);
    EXPECT_EQ(marked(masks, Mask::own_name), 0U);
    EXPECT_EQ(masks.size(), folded.size());
}

}  // namespace
}  // namespace anping::text
