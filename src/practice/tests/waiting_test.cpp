// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story.hpp"

namespace anping::practice {
namespace {

using testing::at;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AskedOfAnEnterprise : public Story {
protected:
    std::vector<std::string> asked(std::int64_t limit = 100) {
        std::vector<std::string> out;
        for (auto const& one : house.service.asked(*house.pool.lease(), house.enterprise, limit))
            out.push_back(one.project.text + " " + boost::describe::enum_to_string(one.asked.kind, ""));
        return out;
    }
    std::vector<Asked> asked_in(ProjectId const& id) { return house.service.site(*house.pool.lease(), id).asked; }
    void confirmed(ProjectId const& id) {
        ConfirmSite const in{true, {}, true, {"李陪同"}, {"安全员"}, {}, {}};
        house.done(house.the_enterprise(), house.service.confirm_site(house.the_enterprise(), id, in));
    }
    void proposed(ProjectId const& id, bool major) {
        ProposeMeasures const in{
            {{{"液位计失效"}, {"更换"}, {"GB 50351"}, major}, {{"没有标识"}, {"设置"}, {"GB 2894"}}}};
        house.done(house.leader(), house.service.propose_measures(id, in));
    }
    void answered(ProjectId const& id, std::int64_t number) {
        AnswerMeasures in;
        in.answers = {{number, false, {}, Text<1, 1000>{"另有措施"}}};
        house.done(house.the_enterprise(), house.service.answer_measures(house.the_enterprise(), id, in));
    }
};
INSTANTIATE_TEST_SUITE_P(Db, AskedOfAnEnterprise, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(AskedOfAnEnterprise, TheSiteIsAskedForAfterEachSurveyUntilItIsConfirmed) {
    auto const id = opened();
    EXPECT_THAT(asked(), IsEmpty());
    go_to("2026-03-24T09:00:00+08:00");
    surveyed(id);
    EXPECT_THAT(asked(), ElementsAre(id.text + " confirm_site"));
    confirmed(id);
    EXPECT_THAT(asked(), IsEmpty());
    surveyed(id);
    EXPECT_THAT(asked(), ElementsAre(id.text + " confirm_site"));
    EXPECT_EQ(asked_in(id).size(), 1U);
}

TEST_P(AskedOfAnEnterprise, EachMeasureIsAskedForUntilItIsAnswered) {
    auto const id = opened();
    proposed(id, true);
    ASSERT_EQ(asked_in(id).size(), 1U);
    EXPECT_EQ(asked_in(id)[0].text, "答复措施建议 2 条：采纳与否、完成情况；其中重大事故隐患 1 条");
    answered(id, 1);
    EXPECT_EQ(asked_in(id)[0].text, "答复措施建议 1 条：采纳与否、完成情况");
    EXPECT_FALSE(asked_in(id)[0].major);
    answered(id, 2);
    EXPECT_THAT(asked(), IsEmpty());
}

TEST_P(AskedOfAnEnterprise, TheNewestReportIsAskedForUnlessItIsWithdrawn) {
    auto const id = opened();
    auto const confirm = [&](std::string const& sm3) {
        house.done(house.the_enterprise(), house.service.confirm_report(id, {{sm3}, true, {}}));
    };
    auto const first = reported(id, "%PDF first");
    EXPECT_THAT(asked(), ElementsAre(id.text + " confirm_report"));
    confirm(first);
    EXPECT_THAT(asked(), IsEmpty());
    auto const second = reported(id, "%PDF second");
    ASSERT_THAT(asked(), ElementsAre(id.text + " confirm_report"));
    EXPECT_EQ(asked_in(id)[0].text, "报告第 2 版已提交：核对与项目是否一致");
    reviewed(id, second);
    ASSERT_TRUE(publish(id, second));
    house.done(house.leader(), house.service.withdraw_report(id, {{second}, {"结论有误"}}));
    EXPECT_THAT(asked(), IsEmpty());
}

TEST_P(AskedOfAnEnterprise, MajorHazardsComeFirstThenWhatWaitsLongestUpToWhatIsAskedFor) {
    auto const older = opened();
    reported(older, "%PDF a");
    house.clock.set(at("2026-03-03T09:00:00+08:00"));
    auto const newer = opened();
    proposed(newer, true);
    EXPECT_THAT(asked(), ElementsAre(newer.text + " answer_measures", older.text + " confirm_report"));
    EXPECT_THAT(asked(1), ElementsAre(newer.text + " answer_measures"));
}

TEST_P(AskedOfAnEnterprise, NothingOfAnotherEnterprisesProjectsIsAsked) {
    auto const id = opened();
    proposed(id, false);
    EXPECT_THAT(house.service.asked(*house.pool.lease(), {"Q-404"}, 100), IsEmpty());
    EXPECT_EQ(house.service.asked(*house.pool.lease(), house.enterprise, 100)[0].institution_name, "天山安评");
}

}  // namespace
}  // namespace anping::practice
