// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <numeric>

#include <anping/draw/strata.hpp>

#include "scene.hpp"

namespace anping::draw {
namespace {

std::vector<std::int64_t> takes(std::vector<std::int64_t> const& sizes, std::int64_t total, std::int64_t least = 1) {
    std::vector<Sized> strata;
    for (auto const size : sizes)
        strata.push_back({std::string(1, static_cast<char>('A' + static_cast<char>(strata.size()))), size});
    std::vector<std::int64_t> out;
    for (auto const& one : in_proportion(strata, total, least)) out.push_back(one.take);
    return out;
}
using Takes = std::vector<std::int64_t>;

TEST(Proportion, GivesWholeSharesAndThenTheLargestRemainders) {
    EXPECT_EQ(takes({60, 30, 10}, 10), (Takes{6, 3, 1})) << "nothing to round";
    EXPECT_EQ(takes({50, 33, 17}, 7), (Takes{4, 2, 1})) << "3.50, 2.31, 1.19: one is left, the first has the most";
    EXPECT_EQ(takes({47, 16, 16, 21}, 10), (Takes{5, 2, 1, 2})) << "4.7 and 1.6 twice: the lower name of equal ones";
}

TEST(Proportion, OfEqualRemaindersTheLargerStratumHasTheOne) {
    EXPECT_EQ(takes({3, 9}, 2), (Takes{1, 1})) << "0.5 is below one: it has one";
    EXPECT_EQ(takes({10, 30}, 6), (Takes{1, 5})) << "1.5 and 4.5";
}

TEST(Proportion, GivesOneToWhoeverWouldHaveLess) {
    EXPECT_EQ(takes({97, 2, 1}, 10), (Takes{8, 1, 1})) << "the others share what is left";
    EXPECT_EQ(takes({100, 1, 1, 1}, 3), (Takes{1, 1, 1, 1})) << "more than were asked for, and so it is shown";
    EXPECT_EQ(takes({97, 2, 1}, 10, 0), (Takes{10, 0, 0})) << "where no least is asked for";
}

TEST(Proportion, GivesNothingOfNobodyAndNoMoreThanThereAre) {
    EXPECT_EQ(takes({4, 0, 2}, 3), (Takes{2, 0, 1}));
    EXPECT_EQ(takes({4, 0, 2}, 100), (Takes{4, 0, 2}));
    EXPECT_EQ(takes({0, 0}, 5), (Takes{0, 0}));
    EXPECT_EQ(takes({}, 5), Takes{});
    EXPECT_EQ(takes({5, 5}, -3), (Takes{1, 1}));
}

TEST(Proportion, TellsTheExactShareItWasRoundedFrom) {
    auto const found = in_proportion({{"甲", 50}, {"乙", 33}, {"丙", 17}}, 7, 1);
    EXPECT_EQ(found[0].hundredths, 350);
    EXPECT_EQ(found[1].hundredths, 231);
    EXPECT_EQ(found[2].hundredths, 119);
}

TEST(Proportion, IsTheTotalWhereNobodyHadToBeRaisedAndNeverMoreOfAStratumThanItHas) {
    Chance chance(20261201);
    for (int i = 0; i < 2000; ++i) {
        std::vector<std::int64_t> sizes;
        for (std::uint64_t k = 0; k <= chance.below(8); ++k)
            sizes.push_back(static_cast<std::int64_t>(chance.below(40)));
        auto const all = std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0});
        auto const total = static_cast<std::int64_t>(chance.below(60));
        auto const found = takes(sizes, total);
        auto const filled = std::ranges::count_if(sizes, [](auto size) { return size > 0; });
        auto const sum = std::accumulate(found.begin(), found.end(), std::int64_t{0});
        EXPECT_EQ(sum, std::max<std::int64_t>(filled, std::min(total, all)));
        for (std::size_t k = 0; k < sizes.size(); ++k) {
            EXPECT_LE(found[k], sizes[k]);
            EXPECT_EQ(found[k] > 0, sizes[k] > 0);
        }
    }
}

Plan three_strata() {
    auto out = plan_of(alike(12), 2, 1);
    out.strata = {{{"优"}, 2, 1}, {{"良"}, 3, 0}, {{"差"}, 1, 2}};
    char const* const of[] = {"优", "良", "差"};
    for (std::size_t i = 0; i < out.candidates.size(); ++i) out.candidates[i].stratum = {of[i % 3]};
    return out;
}

TEST(Strata, AreDrawnApartInTheOrderOfTheirNamesAndReplayed) {
    auto const done = paper(three_strata(), {std::string(64, 'b'), {}, ""});
    ASSERT_EQ(done.outcome.size(), 3U);
    EXPECT_EQ(done.outcome[0].stratum.value, "优");
    EXPECT_EQ(done.outcome[1].stratum.value, "差");
    EXPECT_EQ(done.outcome[2].drawn.size(), 3U);
    EXPECT_EQ(done.outcome[1].reserve.size(), 2U);
    EXPECT_EQ(replay(done), std::vector<std::string>());
}

// What somebody may put into a file that calls itself a draw: each is refused before anything is computed.
TEST(Strata, OfAFileThatLiesAreRefused) {
    struct Lie {
        char const* what;
        void (*how)(Plan&);
        char const* at;
    };
    Lie const lies[] = {
        {"a number below nothing", [](Plan& plan) { plan.strata[0].take = -1; }, "/strata/0/take"},
        {"a reserve below nothing", [](Plan& plan) { plan.strata[1].reserve = -5; }, "/strata/1/reserve"},
        {"more than can be listed", [](Plan& plan) { plan.strata[2].take = INT64_MAX; }, "/strata/2/take"},
        {"the same stratum twice", [](Plan& plan) { plan.strata[2].id = {"优"}; }, "/strata/2/id"},
        {"no stratum", [](Plan& plan) { plan.strata.clear(); }, "/strata"},
        {"somebody of a stratum that is not there", [](Plan& plan) { plan.candidates[4].stratum = {"极优"}; },
         "/candidates/4/stratum"},
    };
    for (auto const& lie : lies) {
        auto file = paper(three_strata(), {std::string(64, 'b'), {}, ""});
        lie.how(file.plan);
        auto const refused = check(file.plan);
        ASSERT_FALSE(refused) << lie.what;
        EXPECT_EQ(refused.error().fields.front().pointer, lie.at) << lie.what;
        ASSERT_EQ(replay(file).size(), 1U) << lie.what;
        EXPECT_TRUE(replay(file).front().starts_with("方案有误")) << lie.what;
    }
}

TEST(Strata, OfAFileThatAskForMoreThanTheyHaveAreDrawnWhole) {
    auto plan = three_strata();
    plan.strata[1] = {{"良"}, 100, 100};
    auto const done = paper(plan, {std::string(64, 'b'), {}, ""});
    EXPECT_EQ(done.outcome[2].drawn.size(), 4U);
    EXPECT_TRUE(done.outcome[2].reserve.empty());
    EXPECT_EQ(replay(done), std::vector<std::string>());
}

}  // namespace
}  // namespace anping::draw
