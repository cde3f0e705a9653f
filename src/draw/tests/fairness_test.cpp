// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "scene.hpp"

namespace anping::draw {
namespace {

constexpr int kDraws = 100'000;

// Pearson's statistic of counts against what was expected.
double chi_square(std::vector<double> const& seen, std::vector<double> const& expected) {
    double out = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) out += std::pow(seen[i] - expected[i], 2) / expected[i];
    return out;
}

TEST(Fairness, WhoIsDrawnFirstFollowsTheWeights) {
    auto const plan = plan_of({{"A", 1}, {"B", 1}, {"C", 2}, {"D", 4}}, 1);
    Chance chance(20261129);
    std::map<std::string, double> seen;
    for (int i = 0; i < kDraws; ++i) ++seen[drawn_by(plan, chance.bytes()).front()];
    double const each = kDraws / 8.0;
    EXPECT_LT(chi_square({seen["A"], seen["B"], seen["C"], seen["D"]}, {each, each, 2 * each, 4 * each}), 16.27)
        << "0.1 % of fair draws are further off, three degrees of freedom";
}

TEST(Fairness, EveryPairOfEqualCandidatesIsDrawnEquallyOften) {
    auto const plan = plan_of(alike(6), 2);
    Chance chance(7);
    std::map<std::set<std::string>, double> seen;
    for (int i = 0; i < kDraws; ++i) {
        auto const two = drawn_by(plan, chance.bytes());
        ++seen[{two.begin(), two.end()}];
    }
    ASSERT_EQ(seen.size(), 15U) << "every pair can be drawn";
    std::vector<double> counts;
    for (auto const& [pair, count] : seen) counts.push_back(count);
    EXPECT_LT(chi_square(counts, std::vector<double>(15, kDraws / 15.0)), 36.12) << "0.1 %, fourteen degrees";
}

// How lists were sampled before: every k-th from one random start.
std::set<int> systematic(int listed, int take, std::uint64_t start) {
    std::set<int> out;
    int const step = listed / take;
    for (int i = 0; i < take; ++i) out.insert(static_cast<int>(start) % step + i * step);
    return out;
}

TEST(Fairness, ASystematicSampleReachesThreeOfTheSetsADrawReachesAllOf) {
    auto const plan = plan_of(alike(12), 4);
    Chance chance(3);
    std::set<std::set<std::string>> drawn;
    std::set<std::set<int>> by_start;
    for (int i = 0; i < 20'000; ++i) {
        auto const four = drawn_by(plan, chance.bytes());
        drawn.emplace(four.begin(), four.end());
        by_start.insert(systematic(12, 4, chance.below(1000)));
    }
    EXPECT_EQ(by_start.size(), 3U) << "two neighbours of the list are never drawn together";
    EXPECT_EQ(drawn.size(), 495U) << "all sets of four of twelve";
}

// Three of four participants and the administrator of the database work together for A not to be drawn.
class Collusion {
public:
    explicit Collusion(std::uint64_t start) : chance_(start) {
        for (auto const* by : {"执法科", "法制科", "机构代表", "诚实的人"})
            inputs_.participants.push_back({{by}, std::string(64, '0'), share(), {}});
    }
    // Whether A was drawn. They know every share when they choose which of theirs to withhold; the number they expect
    // stands for it when none is announced afterwards.
    bool draws_a(bool number_comes_after) {
        for (auto& one : inputs_.participants) one.share = share();
        inputs_.number = number();
        auto best = inputs_;
        for (unsigned kept = 0; kept < 8; ++kept) {
            best = keeping(kept);
            if (!draws(best)) break;
        }
        if (number_comes_after) best.number = number();
        return draws(best);
    }

private:
    std::string share() { return crypto::to_hex(chance_.bytes()); }
    std::string number() { return std::to_string(chance_.below(17'721'088)); }
    Inputs keeping(unsigned kept) const {
        auto out = inputs_;
        for (unsigned i = 0; i < 3; ++i)
            if ((kept >> i & 1) != 0) out.participants[i].share.reset();
        return out;
    }
    bool draws(Inputs const& inputs) const {
        auto const found = drawn_by(plan_, seed(plan_, inputs));
        return std::ranges::find(found, "J-1") != found.end();
    }

    Chance chance_;
    Plan plan_ = plan_of(alike(6), 3);
    Inputs inputs_ = {std::string(64, 'a'), {}, {}};
};

TEST(Fairness, AllButOneTogetherWithTheAdministratorGainNothingWhereTheNumberComesAfterTheShares) {
    Collusion them(11);
    int drawn = 0;
    for (int i = 0; i < 10'000; ++i) drawn += them.draws_a(true) ? 1 : 0;
    EXPECT_NEAR(drawn, 5000, 165) << "a half, as without them; 0.1 % of fair runs are further off";
}

TEST(Fairness, WithoutThatNumberTheyWouldGainWhichIsWhatTheTestSees) {
    Collusion them(11);
    int drawn = 0;
    for (int i = 0; i < 10'000; ++i) drawn += them.draws_a(false) ? 1 : 0;
    EXPECT_LT(drawn, 500) << "eight attempts at a half each";
}

}  // namespace
}  // namespace anping::draw
