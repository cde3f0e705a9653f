// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include <anping/text/passages.hpp>

namespace anping::text {
namespace {

using Codes = std::vector<Code>;

// A text with the margins a search reads.
struct Text {
    Codes codes;
    std::span<Code const> span() const { return std::span(codes).subspan(kMargin, codes.size() - 2 * kMargin); }
    std::size_t size() const { return codes.size() - 2 * kMargin; }
};

Text random_text(std::mt19937& random, std::size_t size) {
    Text out{Codes(size + 2 * kMargin, kMasked)};
    for (std::size_t i = 0; i < size; ++i) out.codes[kMargin + i] = static_cast<Code>(1 + random() % 255);
    return out;
}

void copy(Text const& from, std::size_t at, std::size_t size, Text& to, std::size_t where) {
    std::copy_n(from.codes.begin() + static_cast<std::ptrdiff_t>(kMargin + at), size,
                to.codes.begin() + static_cast<std::ptrdiff_t>(kMargin + where));
}

Passage part(std::uint32_t a, std::uint32_t b, std::uint32_t size) {
    return {a, a + size, b, b + size, 0, static_cast<double>(size)};
}

TEST(Finder, FindsACopiedPassageOnceAndToItsEnds) {
    std::mt19937 random(5);
    auto const source = random_text(random, 3000);
    auto report = random_text(random, 2000);
    copy(source, 1200, 400, report, 700);
    std::vector<Hit> const hits{{750, 1250}, {800, 1300}, {60, 1350}, {1000, 1500}};
    std::vector<Passage> out;
    Finder().find(report.span(), source.span(), 0, static_cast<std::uint32_t>(source.size()), hits, out);
    ASSERT_EQ(out.size(), 1U) << "hits within a passage begin none, chance hits come to nothing";
    EXPECT_EQ(out[0].a_from, 700U);
    EXPECT_EQ(out[0].a_to, 1100U);
    EXPECT_EQ(out[0].b_from, 1200U);
    EXPECT_EQ(out[0].b_to, 1600U);
    EXPECT_EQ(out[0].differences, 0U);
}

TEST(Finder, StaysWithinTheSourceItIsAskedFor) {
    std::mt19937 random(5);
    auto const sources = random_text(random, 3000);
    auto report = random_text(random, 1000);
    copy(sources, 900, 200, report, 100);
    std::vector<Hit> const hits{{220, 1020}};
    std::vector<Passage> out;
    Finder().find(report.span(), sources.span(), 1000, 2000, hits, out);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].b_from, 0U) << "places count from the source's own start";
    EXPECT_EQ(out[0].b_to, 100U);
    EXPECT_EQ(out[0].a_from, 200U);
}

TEST(Merged, SentencesOfOneSourceInAnotherOrderAreOnePassage) {
    auto const out = merged({part(100, 560, 40), part(145, 500, 50), part(200, 610, 30)}, 60);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].a_from, 100U);
    EXPECT_EQ(out[0].a_to, 230U);
    EXPECT_EQ(out[0].b_from, 500U);
    EXPECT_EQ(out[0].b_to, 640U);
    EXPECT_DOUBLE_EQ(out[0].score, 120);
}

TEST(Merged, WhatLiesFarApartIsTwoAndTheLesserFalls) {
    auto const out = merged({part(100, 500, 70), part(400, 560, 30)}, 45);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].a_to, 170U);
    EXPECT_EQ(merged({part(100, 500, 70), part(150, 9000, 80)}, 45).size(), 2U) << "the source's parts are far apart";
}

TEST(Merged, TheSameCharactersCountOnce) {
    auto const out = merged({part(100, 500, 40), part(100, 540, 40)}, 45);
    EXPECT_TRUE(out.empty());
}

}  // namespace
}  // namespace anping::text
