// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/picture/hash.hpp>
#include <anping/picture/strip.hpp>

#include "drawn.hpp"

namespace anping::picture {
namespace {

// Without the grain and small shapes that writing has too.
Grey calm(unsigned seed) {
    auto out = drawn(seed, 400, 300);
    auto const small = shrunk(out, 25, 19);
    for (std::size_t y = 0; y < 300; ++y)
        for (std::size_t x = 0; x < 400; ++x)
            out.row(y)[x] = static_cast<std::uint8_t>(40 + small.at(x / 16, y / 16) / 2);
    return out;
}

void fill(Grey& picture, Rectangle const& area, std::uint8_t value) {
    for (auto y = area.top; y < area.top + area.height; ++y)
        std::fill_n(picture.row(static_cast<std::size_t>(y)) + area.left, area.width, value);
}

bool covers(Rectangle const& area, Rectangle const& other) {
    return area.left <= other.left && area.top <= other.top && area.left + area.width >= other.left + other.width &&
           area.top + area.height >= other.top + other.height;
}

TEST(Strips, LinesInACornerAreFoundTogether) {
    auto picture = calm(1);
    for (std::size_t line = 0; line < 3; ++line) write_line(picture, 8, 240 + line * 18, 14, 255);
    auto const found = find_strips(picture);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(covers(found[0], {8, 240, 136, 46})) << found[0].left << " " << found[0].top;
    EXPECT_LT(found[0].width * found[0].height, 170 * 80);
}

TEST(Strips, TheCardItStandsOnBelongsToIt) {
    auto picture = calm(2);
    fill(picture, {6, 220, 190, 74}, 235);
    for (std::size_t line = 0; line < 3; ++line) write_line(picture, 12, 228 + line * 20, 15, 10);
    auto const found = find_strips(picture);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(covers(found[0], {6, 220, 190, 74})) << found[0].left << " " << found[0].top << " " << found[0].width;
}

TEST(Strips, ALineAboveAndADateBelowAreTwoFromAbove) {
    auto picture = calm(3);
    write_line(picture, 10, 8, 9, 250);
    write_line(picture, 270, 280, 12, 250);
    auto const found = find_strips(picture);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_LT(found[0].top, 20);
    EXPECT_GT(found[1].left, 240);
}

TEST(Strips, AWallOrASignInTheMiddleIsNone) {
    EXPECT_TRUE(find_strips(calm(4)).empty());
    EXPECT_TRUE(find_strips({10, 10, std::vector<std::uint8_t>(100, 0)}).empty());
    auto sign = calm(5);
    for (std::size_t line = 0; line < 3; ++line) write_line(sign, 130, 100 + line * 18, 14, 255);
    EXPECT_TRUE(find_strips(sign).empty());
}

TEST(Strips, WithoutThemAStampedPhotoIsNearerToTheOneItWas) {
    auto const picture = calm(6);
    auto stamped = picture;
    fill(stamped, {6, 200, 220, 94}, 240);
    for (std::size_t line = 0; line < 4; ++line) write_line(stamped, 12, 208 + line * 20, 18, 10);
    auto const hash = pdq_of(picture).turned[0];
    auto const bare = without(stamped, find_strips(stamped));
    EXPECT_LT(distance(hash, pdq_of(bare).turned[0]), distance(hash, pdq_of(stamped).turned[0]) - 10);
}

TEST(Strips, AFilledAreaContinuesWhatIsAroundIt) {
    Grey slope{100, 80, {}};
    for (std::size_t i = 0; i < 8000; ++i) slope.pixels.push_back(static_cast<std::uint8_t>(50 + i % 100));
    auto hole = slope;
    fill(hole, {30, 60, 40, 20}, 255);
    auto const filled = without(hole, {{30, 60, 40, 20}});
    for (std::size_t i = 0; i < 8000; ++i) ASSERT_NEAR(filled.pixels[i], slope.pixels[i], 20) << i;
    EXPECT_EQ(without(Grey{4, 4, std::vector<std::uint8_t>(16, 9)}, {{0, 0, 4, 4}}).pixels,
              std::vector<std::uint8_t>(16, 0));
}

}  // namespace
}  // namespace anping::picture
