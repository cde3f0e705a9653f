// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/picture/writing.hpp>

namespace anping::picture {
namespace {

// A bar and a frame around it, on a ground that grows lighter to the right.
Grey written(int by) {
    Grey out{120, 40, std::vector<std::uint8_t>(120 * 40)};
    for (std::size_t y = 0; y < out.height; ++y)
        for (std::size_t x = 0; x < out.width; ++x) {
            bool const stroke = x % 20 >= 8 && x % 20 < 11 && y >= 10 && y < 30;
            out.row(y)[x] = static_cast<std::uint8_t>(80 + static_cast<int>(x) / 2 + (stroke ? by : 0));
        }
    return out;
}

TEST(Writing, IsDarkOnWhiteWhateverItLiesOn) {
    for (auto const ink : {Ink::light, Ink::dark}) {
        auto const page = only_ink(written(ink == Ink::light ? 70 : -70), ink, 6);
        for (std::size_t bar = 0; bar < 6; ++bar) {
            EXPECT_LT(page.at(bar * 20 + 9, 20), 40) << bar;
            EXPECT_GT(page.at(bar * 20 + 16, 20), 200) << bar;
        }
        EXPECT_GT(page.at(9, 2), 200);
    }
}

TEST(Writing, InTheOtherInkIsNotThere) {
    auto const page = only_ink(written(70), Ink::dark, 6);
    for (std::size_t bar = 0; bar < 6; ++bar) EXPECT_GT(page.at(bar * 20 + 9, 20), 200) << bar;
}

TEST(Writing, OfAPictureWithoutPixelsIsNothing) {
    EXPECT_TRUE(only_ink({}, Ink::light, 6).empty());
    EXPECT_TRUE(enlarged({}, 3).empty());
}

TEST(Writing, EnlargedKeepsItsCornersAndItsMeanBrightness) {
    Grey const small{2, 1, {0, 200}};
    auto const large = enlarged(small, 3);
    EXPECT_EQ(large.width, 6u);
    EXPECT_EQ(large.height, 3u);
    EXPECT_EQ(large.at(0, 0), 0);
    EXPECT_EQ(large.at(5, 2), 200);
    for (std::size_t x = 1; x < 6; ++x) EXPECT_GE(large.at(x, 1), large.at(x - 1, 1));
    EXPECT_EQ(enlarged(small, 1).pixels, small.pixels);
}

TEST(Writing, KeepsNoControlCharactersAndNoMarksThatTurnIt) {
    EXPECT_EQ(plain_line("2026\n年\x01\t3\x7f月", 50), "2026年3月");
    EXPECT_EQ(plain_line("\xe2\x80\xae"
                         "17-03\xe2\x80\x8b-2026\xc2\x85\xef\xbb\xbf",
                         50),
              "17-03-2026");
    EXPECT_EQ(plain_line("a\xff\xe6\x97"
                         "b\xc0\xaf",
                         50),
              "ab")
        << "bytes that are no UTF-8";
}

TEST(Writing, IsCutBetweenCharacters) {
    EXPECT_EQ(plain_line("年月日时", 3), "年月日");
    EXPECT_EQ(plain_line("年\n月\n日", 2), "年月") << "what is left out does not count";
    EXPECT_EQ(characters_in("2026年"), 5u);
}

TEST(Writing, OfStripsThatAreNotThereOrOfMoreThanAStripHoldsIsNotBelieved) {
    std::vector<StripLine> const good{{0, "2026-03-17 09:42", 93}, {1, "多云", 60}};
    EXPECT_TRUE(is_writing(good, 2));
    EXPECT_TRUE(is_writing({}, 0));
    EXPECT_FALSE(is_writing(good, 1));
    EXPECT_FALSE(is_writing({{-1, "a", 50}}, 1));
    EXPECT_FALSE(is_writing({{0, "a", 101}}, 1));
    EXPECT_FALSE(is_writing({{0, "a", -1}}, 1));
    EXPECT_FALSE(is_writing({{0, "", 50}}, 1));
    EXPECT_FALSE(is_writing({{0, "a\nb", 50}}, 1));
    std::string const half(150, 'x');
    EXPECT_TRUE(is_writing({{0, half, 50}, {0, half, 50}}, 1));
    EXPECT_FALSE(is_writing({{0, half, 50}, {0, half + "x", 50}}, 1));
}

}  // namespace
}  // namespace anping::picture
