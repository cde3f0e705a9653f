// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include <anping/base/json.hpp>

#include "scene.hpp"

namespace anping::draw {
namespace {

crypto::Digest const kSeed = crypto::hash(crypto::HashAlgorithm::sm3, "种子");

Pool inspectors(std::vector<std::string> const& who, std::int64_t each) {
    Pool out;
    out.id = {"执法人员"};
    out.each = each;
    for (auto const& one : who) out.members.push_back({{one}, {one}});
    return out;
}

std::vector<std::string> members(Sent const& sent) {
    std::vector<std::string> out;
    for (auto const& one : sent.members) out.push_back(one.value);
    return out;
}

TEST(Outcome, TheOrderThingsWereEnteredInDoesNotMatter) {
    auto plan = plan_of(alike(40), 10, 5);
    plan.pools.push_back(inspectors({"甲", "乙", "丙", "丁"}, 2));
    plan.pools.front().recusals = {{{"甲"}, {"J-3"}, {"原工作单位"}}, {{"乙"}, {"J-1"}, {"持股"}}};
    auto other = plan;
    std::ranges::reverse(other.candidates);
    std::ranges::reverse(other.pools.front().members);
    std::ranges::reverse(other.pools.front().recusals);
    EXPECT_EQ(digest(plan), digest(other));
    EXPECT_EQ(canonical(to_json(outcome(plan, kSeed))), canonical(to_json(outcome(other, kSeed))));
}

TEST(Outcome, AStratumIsDrawnFromItsOwnCandidatesAndWholeWhereItHasFewer) {
    auto plan = plan_of(alike(10), 3);
    plan.strata.push_back({{"重点"}, 5, 0});
    plan.candidates[0].stratum = plan.candidates[1].stratum = {"重点"};
    auto const drawn = outcome(plan, kSeed);
    ASSERT_EQ(drawn.size(), 2U);
    for (auto const& stratum : drawn) {
        auto found = ids(stratum);
        EXPECT_EQ(found.size(), stratum.stratum.value == "重点" ? 2U : 3U);
        for (auto const& id : found) EXPECT_EQ(id == "J-1" || id == "J-2", stratum.stratum.value == "重点") << id;
    }
}

TEST(Outcome, TheReserveIsWhoWouldHaveComeNext) {
    auto const five = outcome(plan_of(alike(10), 5), kSeed).front();
    auto const three = outcome(plan_of(alike(10), 3, 2), kSeed).front();
    auto all = ids(three);
    for (auto const& one : three.reserve) all.push_back(one.value);
    EXPECT_EQ(all, ids(five));
}

TEST(Outcome, NobodyIsSentWhereHeMayNotGoAndTheReasonIsTold) {
    auto plan = plan_of(alike(1), 1);
    plan.pools.push_back(inspectors({"甲", "乙", "丙"}, 2));
    auto const first = members(outcome(plan, kSeed).front().drawn.front().sent.front());
    plan.pools.front().recusals = {{{first.front()}, {"J-1"}, {"近三年在该机构任职"}}};
    auto const sent = outcome(plan, kSeed).front().drawn.front().sent.front();
    EXPECT_EQ(std::ranges::count(members(sent), first.front()), 0);
    EXPECT_EQ(sent.members.size(), 2U) << "the next one goes";
    ASSERT_EQ(sent.skipped.size(), 1U);
    EXPECT_EQ(sent.skipped.front().reason, "近三年在该机构任职");
}

TEST(Outcome, NobodyIsSentMoreOftenThanOneMayBe) {
    auto plan = plan_of(alike(6), 6);
    plan.pools.push_back(inspectors({"甲", "乙", "丙", "丁"}, 2));
    plan.pools.front().most = 3;
    std::map<std::string, int> count;
    auto const drawn = outcome(plan, kSeed);
    for (auto const& one : drawn.front().drawn)
        for (auto const& who : members(one.sent.front())) ++count[who];
    for (auto const& [who, times] : count) EXPECT_LE(times, 3) << who;
}

TEST(Outcome, FewerAreSentWhereThereAreNoMore) {
    auto plan = plan_of(alike(1), 1);
    plan.pools.push_back(inspectors({"甲"}, 2));
    EXPECT_EQ(outcome(plan, kSeed).front().drawn.front().sent.front().members.size(), 1U);
}

TEST(Plan, WhatIsWrongIsToldAtItsField) {
    auto plan = plan_of({{"A", 1}, {"A", 0}}, 1);
    plan.candidates[1].stratum = {"别的"};
    plan.left_out = {{{"A"}, {"A 机构"}, {"已注销"}}};
    plan.pools.push_back(inspectors({"甲"}, 0));
    plan.pools.front().recusals = {{{"乙"}, {"A"}, {"持股"}}};
    auto const found = check(plan);
    ASSERT_FALSE(found);
    std::vector<std::string> at;
    for (auto const& one : found.error().fields) at.push_back(one.pointer);
    EXPECT_EQ(at, (std::vector<std::string>{"/candidates/1/id", "/candidates/1/weight", "/candidates/1/stratum",
                                            "/left_out/0/id", "/pools/0/each", "/pools/0/recusals/0"}));
}

TEST(Plan, AListOfNobodyIsRefused) {
    auto const found = check(Plan{});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().fields.size(), 2U);
}

TEST(Outcome, AHundredThousandCandidatesAreDrawnFrom) {
    auto const drawn = outcome(plan_of(alike(100'000), 100), kSeed).front();
    EXPECT_EQ(drawn.drawn.size(), 100U);
}

}  // namespace
}  // namespace anping::draw
