// SPDX-License-Identifier: Apache-2.0
// Supervision groups, slow counties, and what a county under key follow-up answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/ledger/verify.hpp>

#include "../rules_supervision.hpp"
#include "house.hpp"

namespace anping::circulation {
namespace {

using access::Role;
using testing::at;
using testing::day;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

CountyStanding standing(char const* bureau, std::int64_t orders, std::int64_t institutions, std::int64_t covered) {
    CountyStanding out;
    out.bureau = {bureau};
    out.orders_late = orders;
    out.institutions = institutions;
    out.covered = covered;
    return out;
}

TEST(SlowCounties, ComeByWhatIsLateThenByHowLongThenByWhatIsNotCovered) {
    std::vector<CountyStanding> rows{standing("B-1", 0, 0, 0), standing("B-2", 0, 10, 9), standing("B-3", 2, 4, 4),
                                     standing("B-4", 0, 10, 1), standing("B-5", 2, 4, 4)};
    OwnOverdue late;
    late.days = 9;
    rows[4].orders_late = 1;
    rows[4].late.push_back(late);
    order_by_lateness(rows);
    std::vector<std::string> order;
    for (auto const& row : rows) order.push_back(row.bureau.text);
    EXPECT_THAT(order, ElementsAre("B-5", "B-3", "B-4", "B-2", "B-1"));
}

class Groups : public ::testing::TestWithParam<db::Backend> {
protected:
    json::object group() {
        return {{"name", "第一督导组"},
                {"members", {above.account.text, colleague.account.text}},
                {"counties", {"B-652301", "B-652302"}},
                {"from", "2026-03-02"},
                {"until", "2026-03-31"},
                {"campaign", "安全评价专项整治"}};
    }
    int started(access::Principal const& who, json::object const& in) {
        return house.post(who, "/supervision-groups", in).status;
    }
    std::string done(access::Principal const& who, std::string const& path, json::object const& in) {
        auto const response = house.post(who, path, in);
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(api::testing::body_of(response).at("result").at("id").as_string());
    }
    static json::object follow_up(char const* county = "B-652301") {
        return {{"county", county},
                {"reason", "整改逾期最多"},
                {"items", {"逾期的复查何时做完", "没有覆盖的机构怎样安排"}},
                {"due", "2026-03-10"}};
    }
    static json::object visit(char const* on) {
        return {{"county", "B-652301"}, {"on", on}, {"finding", "复查记录没有签名"}};
    }

    testing::House house{GetParam()};
    access::Principal above = house.officer("州科长", Role::section_head, "652300");
    access::Principal colleague = house.officer("州经办", Role::clerk, "652300");
    access::Principal county = house.officer("县科长", Role::section_head, "652301");
    access::Principal beside = house.officer("邻县科长", Role::section_head, "652302");
    access::Principal stranger = house.officer("外县科长", Role::section_head, "652323");
    access::Principal province = house.officer("区处长", Role::section_head, "650000");
};
INSTANTIATE_TEST_SUITE_P(Db, Groups, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Groups, AreMadeOfTheBureausOwnOfficersForBureausBelowIt) {
    EXPECT_EQ(started(above, group()), 201);
    auto in = group();
    in["members"] = json::array{county.account.text};
    EXPECT_EQ(started(above, in), 400) << "another bureau's officer";
    in = group();
    in["counties"] = json::array{"B-652300"};
    EXPECT_EQ(started(above, in), 400) << "itself";
    in["counties"] = json::array{"B-650102"};
    EXPECT_EQ(started(above, in), 400) << "of another prefecture";
    in["counties"] = json::array{"B-652301", "B-652301"};
    EXPECT_EQ(started(above, in), 400) << "twice";
    in = group();
    in["until"] = "2026-03-01";
    EXPECT_EQ(started(above, in), 400) << "ends before it begins";
    in = group();
    in["members"] = json::array{county.account.text};
    EXPECT_EQ(started(county, in), 400) << "a county has nobody below";
}

TEST_P(Groups, RecordTheirMembersVisits) {
    auto const id = done(above, "/supervision-groups", group());
    auto const path = "/supervision-groups/" + id + "/visits";
    EXPECT_EQ(house.post(above, path, visit("2026-03-03")).status, 400) << "not yet";
    EXPECT_EQ(house.post(above, path, visit("2026-03-01")).status, 400) << "before the group";
    EXPECT_EQ(house.post(county, path, visit("2026-03-02")).status, 404);
    auto const other = house.officer("州二科", Role::clerk, "652300");
    EXPECT_EQ(house.post(other, path, visit("2026-03-02")).status, 409) << "no member";
    done(colleague, path, visit("2026-03-02"));
    auto const seen = house.read(above, "/supervision-groups/" + id);
    EXPECT_EQ(seen.at("visits").at(0).at("finding"), "复查记录没有签名");
    EXPECT_EQ(seen.at("visits").at(0).at("by"), "州经办");
    EXPECT_EQ(seen.at("yours_to_visit"), true);
}

TEST_P(Groups, FollowACountyUpUntilItIsEndedAndTheCountyAnswersItemByItem) {
    auto const id = done(above, "/supervision-groups", group());
    auto const path = "/supervision-groups/" + id;
    auto const followed = done(above, path + "/follow-ups", follow_up());
    EXPECT_EQ(house.post(above, path + "/follow-ups", follow_up()).status, 409) << "once at a time";
    EXPECT_EQ(house.post(above, path + "/follow-ups", follow_up("B-652323")).status, 400) << "not of the group";
    auto const answers = "/follow-ups/" + followed + "/answers";
    EXPECT_EQ(house.post(above, answers, {{"number", 1}, {"text", "替它答复"}}).status, 404);
    EXPECT_EQ(house.post(beside, answers, {{"number", 1}, {"text", "替它答复"}}).status, 404);
    EXPECT_EQ(house.post(county, answers, {{"number", 3}, {"text", "没有这项"}}).status, 400);
    done(county, answers, {{"number", 1}, {"text", "三月十日前"}});
    done(county, answers, {{"number", 1}, {"text", "三月八日前"}});
    auto lease = house.practice.pool.lease();
    auto const tasks = house.supervision.open_follow_ups(*lease, {"B-652301"});
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks.front().answered, 1);
    EXPECT_EQ(tasks.front().items, 2);
    auto const item = house.read(above, path).at("follow_ups").at(0).at("items").at(0);
    EXPECT_EQ(item.at("answer"), "三月八日前");
    EXPECT_EQ(item.at("answered_by"), "县科长");
    EXPECT_EQ(house.post(county, "/follow-ups/" + followed + "/ending", {{"result", "自己结束"}}).status, 404);
    done(above, "/follow-ups/" + followed + "/ending", {{"result", "逾期的已经办结"}});
    EXPECT_EQ(house.post(county, answers, {{"number", 2}, {"text", "晚了"}}).status, 409);
    EXPECT_THAT(house.supervision.open_follow_ups(*lease, {"B-652301"}), IsEmpty());
    EXPECT_TRUE(ledger::verify_state(house.practice.database.address(), house.practice.projections,
                                     {ledger::Personal::schema()})
                    .findings.empty());
}

TEST_P(Groups, ShowEachCountyWhatConcernsItselfAndTheLevelAboveAll) {
    auto const id = done(above, "/supervision-groups", group());
    auto const path = "/supervision-groups/" + id;
    done(above, path + "/follow-ups", follow_up());
    done(above, path + "/visits", visit("2026-03-02"));
    EXPECT_EQ(house.read(province, path).at("counties").as_array().size(), 2U);
    auto const own = house.read(county, path);
    EXPECT_EQ(own.at("counties").as_array().size(), 1U);
    EXPECT_EQ(own.at("follow_ups").at(0).at("yours_to_answer"), true);
    auto const other = house.read(beside, path);
    EXPECT_THAT(other.at("follow_ups").as_array(), IsEmpty());
    EXPECT_THAT(other.at("visits").as_array(), IsEmpty());
    EXPECT_EQ(house.caller.get(stranger, "/api/v1" + path).status, 404);
    EXPECT_EQ(house.rows(county, "/supervision-groups").size(), 1U);
    EXPECT_THAT(house.rows(stranger, "/supervision-groups"), IsEmpty());
}

TEST_P(Groups, AreSentWhereMostIsLate) {
    house.matters.covered = {{{"B-652301"}, 4, 4}, {{"B-652302"}, 4, 1}};
    EXPECT_EQ(house.rows(above, "/county-standing").at(0).at("bureau"), "B-652302");
    house.matters.decision_due = day("2026-03-06");
    house.matters.decided_about = house.matter();
    house.matters.late = {{{"B-652301"}, 2}, {{"B-652323"}, 9}};
    house.practice.clock.set(at("2026-03-13T08:00:00+08:00"));
    done(above, "/supervision-groups", [&] {
        auto in = group();
        in["from"] = "2026-03-13";
        return in;
    }());
    auto const rows = house.rows(above, "/county-standing");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows.at(0).at("bureau"), "B-652301");
    EXPECT_EQ(rows.at(0).at("late").at(0).at("what"), "作出许可决定");
    EXPECT_EQ(rows.at(0).at("orders_late"), 2);
    EXPECT_FALSE(rows.at(0).as_object().contains("followed_by"));
    EXPECT_EQ(house.caller.get(colleague, "/api/v1/county-standing").status, 403);
}

}  // namespace
}  // namespace anping::circulation
