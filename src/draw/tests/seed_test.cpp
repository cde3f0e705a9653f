// SPDX-License-Identifier: Apache-2.0
#include "scene.hpp"

namespace anping::draw {
namespace {

Inputs inputs() {
    return {std::string(64, 'b'),
            {{{"执法科"}, "", std::string(64, '1'), {}}, {{"法制科"}, "", std::string(64, '2'), {}}},
            "3 12 15 21 27 30 + 8"};
}

TEST(Seed, ChangesWithEverythingItIsMadeOf) {
    auto const plan = plan_of(alike(5), 2);
    auto const before = seed(plan, inputs());
    auto number = inputs();
    number.number = "3 12 15 21 27 30 + 9";
    EXPECT_NE(seed(plan, number), before);
    auto share = inputs();
    share.participants.front().share = std::string(64, '3');
    EXPECT_NE(seed(plan, share), before);
    auto head = inputs();
    head.head = std::string(64, 'c');
    EXPECT_NE(seed(plan, head), before);
    EXPECT_NE(seed(plan_of(alike(5), 3), inputs()), before);
    auto weight = plan;
    weight.candidates.front().weight = 2;
    EXPECT_NE(seed(weight, inputs()), before);
}

TEST(Seed, AWithheldShareIsLeftOutAndNotAnEmptyOne) {
    auto const plan = plan_of(alike(5), 2);
    auto without = inputs(), empty = inputs();
    without.participants.front().share.reset();
    empty.participants.front().share = "";
    EXPECT_NE(seed(plan, without), seed(plan, empty));
}

TEST(Seed, ACommitmentIsOfOneDrawAndOnePerson) {
    std::string const share(64, '1');
    EXPECT_NE(commitment("SJ-1", "执法科", share), commitment("SJ-2", "执法科", share));
    EXPECT_NE(commitment("SJ-1", "执法科", share), commitment("SJ-1", "法制科", share));
}

}  // namespace
}  // namespace anping::draw
