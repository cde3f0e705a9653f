// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <anping/ledger/verify.hpp>

#include "house.hpp"

namespace anping::circulation {
namespace {

using access::Role;
using practice::testing::day;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Criticisms : public ::testing::TestWithParam<db::Backend> {
protected:
    Criticisms() {
        house.matters.decision_due = day("2026-03-06");
        house.matters.decided_about = house.matter();
        house.practice.clock.set(practice::testing::at("2026-03-13T08:00:00+08:00"));
    }
    Criticise circular(std::string const& bureau = "B-652301") const {
        return {{bureau},           {"关于整改不力的通报"}, {{"昌州应急通〔2026〕3号"}},
                {"工作措施第三条"}, {"逾期未作决定"},       {{GroundKind::own_overdue, house.matter()}},
                day("2026-03-13"),  {{"限期办结"}},         day("2026-03-20")};
    }
    int criticise(access::Principal const& who, Criticise const& in) {
        auto const response = house.post(who, "/criticisms", to_json(in));
        if (response.status == 201) id = std::string(api::testing::body_of(response).at("result").at("id").as_string());
        return response.status;
    }
    int answer(access::Principal const& who) {
        return house.post(who, "/criticisms/" + id + "/answers", to_json(AnswerCriticism{{"已经办结"}})).status;
    }
    int report(access::Principal const& who, char const* on) {
        return house
            .post(who, "/criticisms/" + id + "/reports",
                  to_json(ReportCriticism{day(on), {"新应急报〔2026〕1号"}, {"应急管理部"}}))
            .status;
    }
    std::vector<std::string> titles(access::Principal const& who) {
        std::vector<std::string> out;
        for (auto const& one : house.rows(who, "/criticisms")) out.push_back(house.text_of(one, "title"));
        return out;
    }

    testing::House house{GetParam()};
    access::Principal const above = house.officer("州科长", Role::section_head, "652300");
    access::Principal const clerk = house.officer("县经办", Role::clerk, "652301");
    access::Principal const beside = house.officer("阜康经办", Role::clerk, "652302");
    access::Principal const province = house.officer("厅处长", Role::section_head, "650000");
    std::string id;
};

TEST_P(Criticisms, AreOfABureauBelowAndOfNoOther) {
    EXPECT_EQ(criticise(above, circular("B-652300")), 400) << "its own";
    EXPECT_EQ(criticise(above, circular("B-650000")), 400) << "above";
    EXPECT_EQ(criticise(above, circular("B-654000")), 400) << "beside";
    EXPECT_EQ(criticise(above, circular("B-999999")), 400) << "none";
    EXPECT_EQ(criticise(clerk, circular()), 403);
    EXPECT_EQ(criticise(above, circular()), 201);
}

TEST_P(Criticisms, NameWhatTheBureauIsLateWithAsItStands) {
    auto const grounds = house.rows(above, "/criticism-grounds?bureau=B-652301");
    ASSERT_EQ(grounds.size(), 1U);
    EXPECT_EQ(grounds.at(0).at("what"), "作出许可决定");
    EXPECT_EQ(house.caller.get(above, "/api/v1/criticism-grounds?bureau=B-652300").status, 400);
    auto in = circular();
    in.grounds.at(0).kind = GroundKind::rectification;
    EXPECT_EQ(criticise(above, in), 400) << "nothing of that is late";
    EXPECT_EQ(criticise(above, circular()), 201);
    auto const view = house.read(clerk, "/criticisms/" + id);
    EXPECT_EQ(view.at("grounds").at(0).at("due"), "2026-03-06");
    EXPECT_EQ(view.at("by_name"), "新疆维吾尔自治区昌吉回族自治州应急管理局");
}

TEST_P(Criticisms, AreReadByBothAndThoseAboveAndByNobodyElse) {
    EXPECT_EQ(criticise(above, circular()), 201);
    for (auto const& who : {above, clerk, province}) EXPECT_THAT(titles(who), ElementsAre("关于整改不力的通报"));
    EXPECT_THAT(titles(beside), IsEmpty());
    EXPECT_EQ(house.caller.get(beside, "/api/v1/criticisms/" + id).status, 404);
}

TEST_P(Criticisms, WaitForAnAnswerOfTheBureauThatIsCriticised) {
    EXPECT_EQ(criticise(above, circular()), 201);
    auto lease = house.practice.pool.lease();
    EXPECT_EQ(house.service.unanswered(*lease, {"B-652301"}).size(), 1U);
    EXPECT_NE(answer(above), 201);
    EXPECT_EQ(answer(clerk), 201);
    EXPECT_THAT(house.service.unanswered(*lease, {"B-652301"}), IsEmpty());
    EXPECT_EQ(answer(clerk), 201) << "as often as it has something to say";
}

TEST_P(Criticisms, SayWhenAndByWhichDocumentTheNationWasTold) {
    EXPECT_EQ(criticise(above, circular()), 201);
    EXPECT_EQ(report(above, "2026-03-12"), 400) << "before it was made";
    EXPECT_EQ(report(above, "2026-03-14"), 400) << "not yet";
    EXPECT_NE(report(clerk, "2026-03-13"), 201);
    EXPECT_EQ(report(above, "2026-03-13"), 201);
    auto const act = house.read(clerk, "/criticisms/" + id).at("acts").at(0);
    EXPECT_EQ(act.at("number"), "新应急报〔2026〕1号");
    EXPECT_EQ(act.at("text"), "应急管理部");
}

TEST_P(Criticisms, AreWhatTheLedgerSays) {
    EXPECT_EQ(criticise(above, circular()), 201);
    EXPECT_EQ(answer(clerk), 201);
    EXPECT_EQ(report(above, "2026-03-13"), 201);
    EXPECT_TRUE(ledger::verify_state(house.practice.database.address(), house.practice.projections,
                                     {ledger::Personal::schema()})
                    .findings.empty());
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Criticisms, ::testing::ValuesIn(db::scratch_backends()), db::BackendName());

}  // namespace
}  // namespace anping::circulation
