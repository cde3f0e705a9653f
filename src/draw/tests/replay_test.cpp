// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "scene.hpp"

namespace anping::draw {
namespace {

Paper published() {
    auto plan = plan_of(alike(20), 4, 2);
    plan.left_out = {{{"J-99"}, {"已注销机构"}, {"资质已注销"}}};
    std::string const share(64, '7');
    return paper(plan, {std::string(64, 'b'),
                        {{{"执法科"}, commitment("SJ-00000001", "执法科", share), share, announcement(share)},
                         {{"机构代表"}, std::string(64, '0'), {}, {}}},
                        "08 11 17 20 26 31 + 04"});
}

TEST(Replay, APublishedDrawFollowsFromItself) { EXPECT_EQ(replay(published()), std::vector<std::string>()); }

struct Tampered {
    char const* what;
    std::function<void(Paper&)> how;
};

TEST(Replay, WhateverIsChangedAfterwardsIsTold) {
    Tampered const cases[] = {
        {"a candidate dropped", [](Paper& paper) { paper.plan.candidates.pop_back(); }},
        {"a candidate added", [](Paper& paper) { paper.plan.candidates.push_back({{"J-100"}, {"新"}, {"全部"}, 1}); }},
        {"a candidate weighed differently", [](Paper& paper) { paper.plan.candidates[3].weight = 9; }},
        {"a candidate named differently", [](Paper& paper) { paper.plan.candidates[3].name = {"别的机构"}; }},
        {"one left out for another reason", [](Paper& paper) { paper.plan.left_out[0].reason = {"正在整改"}; }},
        {"what was announced", [](Paper& paper) { paper.inputs.participants[0].announced = std::string(64, '0'); }},
        {"a share", [](Paper& paper) { paper.inputs.participants[0].share = std::string(64, '8'); }},
        {"a number", [](Paper& paper) { paper.inputs.number = "08 11 17 20 26 31 + 05"; }},
        {"a head", [](Paper& paper) { paper.inputs.head = std::string(64, 'd'); }},
        {"the result", [](Paper& paper) { paper.outcome[0].drawn[0].candidate = {"J-1000"}; }},
        {"the reserve", [](Paper& paper) { paper.outcome[0].reserve.pop_back(); }},
        {"the rule", [](Paper& paper) { paper.rule = "DRAW0"; }},
    };
    for (auto const& one : cases) {
        auto changed = published();
        one.how(changed);
        EXPECT_NE(replay(changed), std::vector<std::string>()) << one.what;
    }
}

TEST(Replay, APaperIsReadAsItIsWritten) {
    auto const again = from_json<Paper>(to_json(published()));
    ASSERT_TRUE(again);
    EXPECT_EQ(replay(*again), std::vector<std::string>());
}

}  // namespace
}  // namespace anping::draw
