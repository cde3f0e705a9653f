// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <bit>

#include <anping/picture/hash.hpp>

#include "drawn.hpp"

namespace anping::picture {
namespace {

int ones(Hash256 const& hash) { return distance(hash, {}); }

TEST(Pdq, HasAsManyOnesAsNoughtsAndSaysThereIsMuchToSee) {
    auto const pdq = pdq_of(drawn(1));
    EXPECT_NEAR(ones(pdq.turned[0]), 128, 1);
    EXPECT_EQ(pdq.quality, 100);
}

TEST(Pdq, APictureOfOneColourHasNothingToSee) {
    EXPECT_EQ(pdq_of({300, 200, std::vector<std::uint8_t>(60'000, 90)}).quality, 0);
    EXPECT_EQ(pdq_of({}).quality, 0);
    EXPECT_EQ(pdq_of({1, 1, {7}}).quality, 0);
}

TEST(Pdq, ASmallerAndDarkerCopyIsNearAndAnotherPictureFar) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        auto const picture = drawn(seed);
        auto copy = shrunk(picture, 160, 120);
        for (auto& pixel : copy.pixels) pixel = static_cast<std::uint8_t>(pixel * 3 / 4);
        auto const hash = pdq_of(picture).turned[0];
        EXPECT_LE(distance(hash, pdq_of(copy).turned[0]), 40) << seed;
        EXPECT_GE(distance(hash, pdq_of(drawn(seed + 100)).turned[0]), 80) << seed;
    }
}

TEST(Pdq, OneTransformGivesTheHashesOfAllWaysToLayThePicture) {
    auto const picture = drawn(3);
    auto const turned = pdq_of(picture).turned;
    for (std::size_t turn = 0; turn < kTurns; ++turn) {
        EXPECT_LE(distance(turned[turn], pdq_of(laid(picture, turn)).turned[0]), 24) << turn;
        if (turn == 0) continue;
        EXPECT_GE(distance(turned[turn], turned[0]), 80) << turn;
    }
}

TEST(Pdq, OfAPictureLargerThanItNeedsIsThatOfTheSmallerOne) {
    auto const picture = drawn(4, 1200, 900);
    EXPECT_LE(distance(pdq_of(picture).turned[0], pdq_of(shrunk(picture, 400, 300)).turned[0]), 10);
}

TEST(GradientHash, ACopyIsNearAndAnotherPictureFar) {
    auto const picture = drawn(5);
    auto const hash = gradient_hash(picture);
    EXPECT_LE(distance(hash, gradient_hash(shrunk(picture, 160, 120))), 20);
    EXPECT_GE(distance(hash, gradient_hash(drawn(6))), 70);
    EXPECT_EQ(gradient_hash({2, 2, {1, 2, 3, 4}}), Hash256{});
}

TEST(Hash256, IsReadAsItWasWrittenAndNothingElseIs) {
    auto const hash = pdq_of(drawn(7)).turned[0];
    auto const text = to_hex(hash);
    EXPECT_EQ(hash_from_hex(text), hash);
    EXPECT_EQ(to_hex({{1, 0, 0, std::uint64_t{0xf} << 60}}), "f" + std::string(62, '0') + "1");
    EXPECT_FALSE(hash_from_hex(text.substr(1)));
    EXPECT_FALSE(hash_from_hex("g" + text.substr(1)));
    EXPECT_FALSE(hash_from_hex("A" + text.substr(1)));
}

TEST(Grey, AMeanOfPixelsKeepsTheMeanOfThePicture) {
    Grey const picture{3, 2, {0, 60, 120, 30, 90, 150}};
    EXPECT_EQ(shrunk(picture, 1, 1).pixels, std::vector<std::uint8_t>{75});
    EXPECT_EQ(shrunk(picture, 3, 1).pixels, (std::vector<std::uint8_t>{15, 75, 135}));
    EXPECT_EQ(shrunk(picture, 2, 2).pixels, (std::vector<std::uint8_t>{20, 100, 50, 130}));
    EXPECT_EQ(shrunk(picture, 9, 9).pixels, picture.pixels);
}

TEST(Grey, WhatIsOutsideIsNotCutOut) {
    auto const picture = drawn(8, 40, 30);
    EXPECT_TRUE(cropped(picture, {50, 0, 10, 10}).empty());
    EXPECT_EQ(cropped(picture, {30, 20, 100, 100}).width, 10u);
    EXPECT_EQ(inner(picture, 50).at(0, 0), picture.at(10, 7));
    EXPECT_EQ(grey_of(2, 1, {255, 255, 255, 0, 255, 0}).pixels, (std::vector<std::uint8_t>{255, 150}));
}

}  // namespace
}  // namespace anping::picture
