// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include <anping/text/align.hpp>

namespace anping::text {
namespace {

using Codes = std::vector<Code>;

Codes random_codes(std::mt19937& random, std::size_t size, int letters) {
    Codes out(size);
    for (auto& one : out) one = static_cast<Code>(1 + random() % static_cast<unsigned>(letters));
    return out;
}

// With every third part of `share` in a hundred characters replaced, left out, put in.
Codes edited(std::mt19937& random, Codes const& from, unsigned share) {
    Codes out;
    for (auto const one : from) {
        auto const what = random() % 300;
        auto const other = static_cast<Code>(1 + random() % 255);
        if (what < share) out.push_back(other);
        else if (what >= 2 * share) out.push_back(one);
        if (what >= 2 * share && what < 3 * share) out.push_back(other);
    }
    return out;
}

// The best score from the starts, by the whole table.
double best_score(Codes const& a, Codes const& b) {
    std::vector<double> above(b.size() + 1);
    std::vector<double> row(b.size() + 1);
    double best = 0;
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = -1.5 * static_cast<double>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = -1.5 * static_cast<double>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::max({above[j - 1] + (a[i - 1] == b[j - 1] ? 1.0 : -1.0), above[j] - 1.5, row[j - 1] - 1.5});
            best = std::max(best, row[j]);
        }
        above.swap(row);
    }
    return best;
}

TEST(Align, CountsWhatIsTheSameWithoutABreakOnEitherSide) {
    Codes const a{9, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 9};
    Codes const b{8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 7, 7};
    for (std::size_t at = 1; at <= 18; ++at) {
        auto const same = same_around(std::span(a).first(at), std::span(b).first(at), std::span(a).subspan(at),
                                      std::span(b).subspan(at));
        EXPECT_EQ(same.before, at - 1);
        EXPECT_EQ(same.after, 18 - at);
    }
    EXPECT_EQ(same_around({}, b, a, {}).before + same_around({}, b, a, {}).after, 0U);
}

TEST(Align, ReachesWhatTheWholeTableReaches) {
    std::mt19937 random(20261128);
    Aligner aligner;
    for (int round = 0; round < 300; ++round) {
        auto const a = random_codes(random, 40 + random() % 200, 40);
        auto const b = edited(random, a, static_cast<unsigned>(random() % 35));
        EXPECT_DOUBLE_EQ(aligner.forward(a, b).score, best_score(a, b)) << "round " << round;
        Codes const back_a(a.rbegin(), a.rend());
        Codes const back_b(b.rbegin(), b.rend());
        EXPECT_DOUBLE_EQ(aligner.backward(a, b).score, best_score(back_a, back_b)) << "round " << round;
    }
}

TEST(Align, StopsWhereTheTextsPart) {
    std::mt19937 random(7);
    auto a = random_codes(random, 300, 255);
    auto b = a;
    auto const more_a = random_codes(random, 500, 255);
    auto const more_b = random_codes(random, 500, 255);
    a.insert(a.end(), more_a.begin(), more_a.end());
    b.insert(b.end(), more_b.begin(), more_b.end());
    auto const extent = Aligner().forward(a, b);
    EXPECT_GE(extent.a, 300U);
    EXPECT_LE(extent.a, 306U);
    EXPECT_GE(extent.score, 300);
}

TEST(Align, AMaskedCharacterIsLikeNone) {
    Codes const a(20, kMasked);
    Codes const b(20, 5);
    EXPECT_EQ(Aligner().forward(a, b).score, 0);
    EXPECT_EQ(Aligner().forward({}, b).a, 0U);
}

TEST(Near, EveryWayToCompareSaysTheSame) {
    std::mt19937 random(11);
    auto const portable = near_with(Vector::portable);
    auto const best = best_vector();
    for (int round = 0; round < 2000; ++round) {
        auto const a = random_codes(random, 2 * kMargin + 8, 3);
        auto const b = round % 2 == 0 ? random_codes(random, 2 * kMargin + 8, 3) : a;
        auto const wanted = portable(a.data() + kMargin, b.data() + kMargin);
        for (auto const vector : {Vector::avx2, Vector::avx512}) {
            if (vector > best) continue;
            ASSERT_EQ(near_with(vector)(a.data() + kMargin, b.data() + kMargin), wanted) << "round " << round;
        }
    }
}

TEST(Near, CountsTheBestDiagonalOnEitherSideOfTheSeed) {
    std::mt19937 random(3);
    auto const near = near_with(best_vector());
    auto const a = random_codes(random, 2 * kMargin + 8, 255);
    EXPECT_EQ(near(a.data() + kMargin, a.data() + kMargin), 2 * kReach);
    auto b = a;
    b.erase(b.begin() + kMargin + 10);
    b.push_back(1);
    EXPECT_GE(near(a.data() + kMargin, b.data() + kMargin), 2 * kReach - 6) << "one lost after the seed";
    auto const other = random_codes(random, 2 * kMargin + 8, 255);
    EXPECT_LT(near(a.data() + kMargin, other.data() + kMargin), 8);
}

}  // namespace
}  // namespace anping::text
