// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/ledger/replay.hpp>
#include <anping/ledger/verify.hpp>

#include "house.hpp"

namespace anping::circulation {
namespace {

using access::Role;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Slips : public ::testing::TestWithParam<db::Backend> {
protected:
    SendSlip slip(SlipKind kind, std::vector<Recipient> to, char const* text) const {
        SendSlip in;
        in.kind = kind;
        in.matters = {house.matter()};
        in.to = std::move(to);
        in.text = Text<1, 2000>{text};
        return in;
    }
    static Recipient to(access::Principal const& who) { return {{who.unit}, who.account}; }
    static Recipient to_bureau(char const* region) { return {{std::string("B-") + region}, {}}; }
    int answered(access::Principal const& who, std::string const& id, Outcome outcome, char const* text) {
        return house.post(who, "/slips/" + id + "/answers", to_json(AnswerSlip{outcome, Text<1, 2000>{text}, {}}))
            .status;
    }
    json::array of_project(access::Principal const& who) {
        return house.read(who, "/projects/" + house.project.text + "/slips").at("items").as_array();
    }

    testing::House house{GetParam()};
    access::Principal clerk = house.officer("张经办", Role::clerk, "652301");
    access::Principal colleague = house.officer("李经办", Role::clerk, "652301");
    access::Principal head = house.officer("王科长", Role::section_head, "652301");
    access::Principal chief = house.officer("赵局长", Role::leader, "652301");
    access::Principal prefecture = house.officer("州经办", Role::clerk, "652300");
    access::Principal elsewhere = house.officer("邻县经办", Role::clerk, "652302");
};
INSTANTIATE_TEST_SUITE_P(Db, Slips, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Slips, GoToAColleagueWhoReceivesAndFinishesThem) {
    auto in = slip(SlipKind::transfer, {to(colleague)}, "请核对告知");
    in.within = 3;
    auto const id = house.sent(clerk, in);
    EXPECT_THAT(house.waiting(colleague), ElementsAre("transfer 请核对告知"));
    EXPECT_THAT(house.waiting(clerk), IsEmpty());
    auto const seen = house.read(colleague, "/slips").at("items").at(0);
    EXPECT_EQ(seen.at("matter").at("title"), "昌吉化工安全现状评价");
    EXPECT_EQ(seen.at("from_name"), "张经办");
    EXPECT_EQ(seen.at("due"), "2026-03-05");
    EXPECT_EQ(seen.at("working_days_left"), 3);
    EXPECT_EQ(seen.at("lines").at(0).at("mine"), true);
    EXPECT_EQ(house.post(colleague, "/slips/" + id + "/receipt", json::object()).status, 201);
    EXPECT_EQ(answered(head, id, Outcome::finished, "我来"), 409);
    EXPECT_EQ(answered(colleague, id, Outcome::finished, "已核对，相符"), 201);
    EXPECT_THAT(house.waiting(colleague), IsEmpty());
    auto const line = house.read(clerk, "/slips?box=sent").at("items").at(0).at("lines").at(0);
    EXPECT_EQ(line.at("text"), "已核对，相符");
    EXPECT_EQ(line.at("answered_by"), "李经办");
    EXPECT_TRUE(line.at("received_at").is_string());
    EXPECT_TRUE(ledger::verify_state(house.practice.database.address(), house.practice.projections,
                                     {ledger::Personal::schema()})
                    .findings.empty());
}

TEST_P(Slips, GivenBackLieOnTheSendersDeskUntilTheyAreSentOnOrFinished) {
    auto const id = house.sent(clerk, slip(SlipKind::transfer, {to(colleague)}, "请核对"));
    EXPECT_EQ(answered(colleague, id, Outcome::returned, "不属我的片区"), 201);
    EXPECT_THAT(house.waiting(clerk), ElementsAre("returned 不属我的片区"));
    auto on = slip(SlipKind::transfer, {to(head)}, "请安排");
    on.follows = SlipId{std::string(house.read(clerk, "/slips").at("items").at(0).at("id").as_string())};
    house.sent(clerk, on);
    EXPECT_THAT(house.waiting(clerk), IsEmpty());
    EXPECT_THAT(house.waiting(head), ElementsAre("transfer 请安排"));
    EXPECT_EQ(of_project(clerk).size(), 3U);
}

TEST_P(Slips, GoToBureausThatMaySeeTheMatterAndAreTakenThereByAnyOfTheirClerks) {
    EXPECT_EQ(house.post(clerk, "/slips", to_json(slip(SlipKind::transfer, {to_bureau("652302")}, "请办"))).status,
              400);
    EXPECT_EQ(house.post(clerk, "/slips", to_json(slip(SlipKind::transfer, {to_bureau("999999")}, "请办"))).status,
              400);
    EXPECT_EQ(house.post(elsewhere, "/slips", to_json(slip(SlipKind::transfer, {to_bureau("652300")}, "请办"))).status,
              404);
    auto const id = house.sent(clerk, slip(SlipKind::transfer, {to_bureau("652300")}, "请州局研究"));
    EXPECT_THAT(house.waiting(prefecture), ElementsAre("transfer 请州局研究"));
    EXPECT_EQ(answered(prefecture, id, Outcome::returned, "由县局办理"), 201);
    EXPECT_THAT(house.waiting(clerk), ElementsAre("returned 由县局办理"));
    EXPECT_EQ(house.caller.get(elsewhere, "/api/v1/projects/" + house.project.text + "/slips").status, 404);
    EXPECT_EQ(answered(elsewhere, id, Outcome::finished, "办了"), 404);
}

TEST_P(Slips, AskSeveralForTheirOpinionsWhichAreReadTogether) {
    auto const id = house.sent(clerk, slip(SlipKind::cosign, {to(colleague), to(head)}, "是否约谈"));
    EXPECT_THAT(house.waiting(head), ElementsAre("cosign 是否约谈"));
    EXPECT_EQ(house.post(colleague, "/slips/" + id + "/answers", to_json(AnswerSlip{Outcome::agreed, {}, {}})).status,
              201);
    EXPECT_EQ(answered(head, id, Outcome::opinion, "先核实"), 201);
    auto const slips = of_project(clerk);
    EXPECT_EQ(slips.at(0).at("lines").at(0).at("outcome"), "agreed");
    EXPECT_EQ(slips.at(0).at("lines").at(1).at("text"), "先核实");
    EXPECT_EQ(answered(head, id, Outcome::opinion, "再说"), 409);
}

TEST_P(Slips, OfALeaderInstructAndNobodyElseDoesSo) {
    Instruct const in{{house.matter()}, {to(head), to(colleague)}, {"从快核查，报结果"}, {}, 5};
    EXPECT_EQ(house.post(head, "/instructions", to_json(in)).status, 403);
    EXPECT_EQ(house.post(head, "/slips", to_json(slip(SlipKind::instruction, {to(colleague)}, "办"))).status, 400);
    EXPECT_EQ(house.post(chief, "/instructions", to_json(in)).status, 201);
    EXPECT_THAT(house.waiting(head), ElementsAre("instruction 从快核查，报结果"));
    EXPECT_THAT(house.waiting(colleague), ElementsAre("instruction 从快核查，报结果"));
}

TEST_P(Slips, AmongBureausAboveAreNotReadBelow) {
    auto const other = house.officer("州科长", Role::section_head, "652300");
    house.sent(prefecture, slip(SlipKind::transfer, {to(other)}, "州局内部"));
    house.sent(clerk, slip(SlipKind::transfer, {to(colleague)}, "县局内部"));
    EXPECT_EQ(of_project(clerk).size(), 1U);
    EXPECT_EQ(of_project(prefecture).size(), 2U);
}

TEST_P(Slips, OfANoticeAreApartFromThoseOfItsProject) {
    auto in = slip(SlipKind::transfer, {to(colleague)}, "请查看告知");
    in.matters = {house.the_notice()};
    house.sent(clerk, in);
    EXPECT_THAT(of_project(clerk), IsEmpty());
    auto const seen = house.read(clerk, "/notices/" + house.notice + "/slips").at("items").as_array();
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(testing::House::text_of(seen.at(0).at("matter"), "project"), house.project.text);
}

TEST_P(Slips, CanGoToColleaguesAndToBureausAboveAndBelow) {
    std::vector<std::string> names;
    for (auto const& one : house.rows(prefecture, "/offices"))
        names.push_back(testing::House::text_of(one, "officer_name") + testing::House::text_of(one, "bureau"));
    EXPECT_THAT(names, ::testing::IsSupersetOf({"B-650000", "B-000000", "B-652301", "B-652302"}));
    EXPECT_THAT(names, ::testing::Not(::testing::Contains("B-652300")));
    auto const own = house.read(clerk, "/offices").at("items").at(0);
    EXPECT_EQ(own.at("officer_name"), "李经办");
    EXPECT_EQ(own.at("role"), "clerk");
}

}  // namespace
}  // namespace anping::circulation
