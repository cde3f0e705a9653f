// SPDX-License-Identifier: Apache-2.0
#include <anping/inspection/agreement.hpp>

#include <gtest/gtest.h>

namespace anping::inspection {
namespace {

TEST(ReviewersAgreement, IsFleissAndLevinsExample) {
    // Statistical Methods for Rates and Proportions, 3rd ed., table 18.1: 100 subjects, kappa 0.68, error 0.087.
    auto const found = agreement_of({{{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}});
    EXPECT_EQ(found.pairs, 100);
    EXPECT_EQ(found.equal, 89);
    EXPECT_EQ(found.permille, 890);
    EXPECT_EQ(found.measured, Measured::yes);
    EXPECT_EQ(found.kappa, 676);
    EXPECT_EQ(found.low, 505);
    EXPECT_EQ(found.high, 848);
}

TEST(ReviewersAgreement, OfTwoVerdictsIsCohensByHand) {
    // 35 of 50 equal, 0.5 by chance: (0.7 - 0.5) / 0.5.
    auto const found = agreement_of({{{20, 5, 0}, {10, 15, 0}, {0, 0, 0}}});
    EXPECT_EQ(found.permille, 700);
    EXPECT_EQ(found.kappa, 400);
    EXPECT_EQ(found.low, 151);
    EXPECT_EQ(found.high, 649);
}

TEST(ReviewersAgreement, IsTheSameWhoeverIsFirst) {
    auto const one = agreement_of({{{8, 3, 1}, {0, 6, 2}, {1, 0, 4}}});
    auto const other = agreement_of({{{8, 0, 1}, {3, 6, 0}, {1, 2, 4}}});
    EXPECT_EQ(one.kappa, other.kappa);
    EXPECT_EQ(one.low, other.low);
    EXPECT_EQ(one.high, other.high);
}

TEST(ReviewersAgreement, IsNotMeasuredOfFew) {
    EXPECT_EQ(agreement_of({}).measured, Measured::too_few);
    auto const nine = agreement_of({{{4, 0, 0}, {0, 5, 0}, {0, 0, 0}}});
    EXPECT_EQ(nine.measured, Measured::too_few);
    EXPECT_EQ(nine.permille, 1000) << "the share of equal verdicts is a count all the same";
    EXPECT_EQ(nine.low, -1000);
    EXPECT_EQ(nine.high, 1000);
}

TEST(ReviewersAgreement, SaysNothingWhereBothAlwaysSayTheSame) {
    auto const found = agreement_of({{{0, 0, 0}, {0, 40, 0}, {0, 0, 0}}});
    EXPECT_EQ(found.permille, 1000);
    EXPECT_EQ(found.measured, Measured::one_answer) << "chance would do as well";
}

TEST(ReviewersAgreement, IsNeverSurerThanItsNumberAllows) {
    auto const all = agreement_of({{{5, 0, 0}, {0, 5, 0}, {0, 0, 0}}});
    EXPECT_EQ(all.kappa, 1000);
    EXPECT_EQ(all.low, 444) << "ten of ten: 0.722 at least, against 0.5 by chance";
    EXPECT_EQ(all.high, 1000);
    auto const none = agreement_of({{{0, 5, 0}, {5, 0, 0}, {0, 0, 0}}});
    EXPECT_EQ(none.kappa, -1000);
    EXPECT_EQ(none.low, -1000);
    EXPECT_EQ(none.high, -444);
    auto const steady = agreement_of({{{9, 1, 0}, {0, 0, 0}, {0, 0, 0}}});
    EXPECT_EQ(steady.kappa, 0) << "one of them always says yes: nothing beyond chance";
    EXPECT_EQ(steady.low, -1000);
    EXPECT_GT(steady.high, 500);
}

TEST(ReviewersAgreement, IsNothingWhereVerdictsAreIndependent) {
    auto const found = agreement_of({{{36, 24, 0}, {24, 16, 0}, {0, 0, 0}}});
    EXPECT_EQ(found.kappa, 0);
    EXPECT_LT(found.low, 0);
    EXPECT_GT(found.high, 0);
}

}  // namespace
}  // namespace anping::inspection
