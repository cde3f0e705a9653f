// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/findings/events.hpp>

#include "house.hpp"

namespace anping::desk {
namespace {

using practice::testing::at;
using practice::testing::day;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class AskedTest : public DeskTest {
protected:
    std::string applied(practice::ProjectId const& id) {
        licensing::ReceiveApplication in{house.enterprise,  {"chemical_production"}, {"安全生产许可证延期"},
                                         day("2026-03-02"), day("2026-03-02"),       {id}};
        return std::string(house.act(permit(), licensing.receive(std::move(in))).value().answer.at("id").as_string());
    }
    void demanded(std::string const& application, practice::ProjectId const& id) {
        house.act(permit(), licensing.demand_correction({application}, {id, {{"上传合同"}}})).value();
    }
    access::Principal permit(char const* region = "652301") {
        return house.of_bureau(Role::permit_officer, region, "A-permit");
    }
    access::Principal head(char const* region = "652301") { return house.of_bureau(Role::leader, region, "A-head"); }
};
INSTANTIATE_TEST_SUITE_P(Db, AskedTest, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(AskedTest, AnEnterpriseIsToldWhatItIsAskedForAcrossItsProjects) {
    auto const first = complete();
    notified(first);
    auto const second = complete();
    house.done(house.leader(), house.service.propose_measures(second, {{{{"液位计失效"}, {"更换"}, {"GB"}, true}}}));
    reported(first);
    EXPECT_THAT(waiting(house.the_enterprise()),
                ElementsAre("answer_measures 答复措施建议 1 条：采纳与否、完成情况；其中重大事故隐患 1 条",
                            "confirm_report 报告第 1 版已提交：核对与项目是否一致"));
    auto lease = house.pool.lease();
    auto const todo = desk.todos(*lease, house.the_enterprise(), house.policy)[0];
    EXPECT_EQ(todo.project, second);
    EXPECT_EQ(todo.unit_name, "天山安评");
    EXPECT_THAT(waiting(house.leader()), Not(Contains(StartsWith("answer_measures"))));
    auto stranger = house.the_enterprise();
    stranger.unit = "Q-404";
    EXPECT_THAT(waiting(stranger), IsEmpty());
}

TEST_P(AskedTest, WhatOtherModulesWaitForStandsInItsOrderOfDays) {
    auto const asks = [](std::vector<Todo>& out, db::Session&, access::Principal const& who) {
        if (who.unit_kind != access::UnitKind::bureau) return;
        for (auto const* due : {"2026-03-20", "2026-03-10"}) {
            Todo todo;
            todo.kind = TodoKind::case_file;
            todo.text = due;
            todo.due = day(due);
            todo.link = "/cases/AJ-1";
            out.push_back(std::move(todo));
        }
    };
    Desk const with_more{house.service, house.registry, circulation, licensing, findings, inspection, {asks}};
    auto lease = house.pool.lease();
    auto const rows = with_more.todos(*lease, head(), house.policy);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].text, "2026-03-10");
    EXPECT_EQ(rows[1].link, "/cases/AJ-1");
    EXPECT_TRUE(with_more.todos(*lease, house.leader(), house.policy).empty());
}

TEST_P(AskedTest, AFindingWaitsForTheOfficersOfItsPlaceAndOnceAskedForTheInstitution) {
    auto const id = complete();
    reported(id);
    findings::FindingRaised raised{{"B-1"}, id, house.institution, {"652301"}, {}, {}, {}, {}};
    raised.finding = {"hidden_text", forensics::Strength::established, "有读者看不见的文字", {}, {}};
    house
        .act({},
             [&](ledger::Transaction&) -> Result<ledger::Decided> {
                 return ledger::Decided{{ledger::event("XS-1", raised)}, json::object{{"id", "XS-1"}}};
             })
        .value();
    auto const line = "：有读者看不见的文字";
    EXPECT_THAT(waiting(house.county()), Contains(::testing::EndsWith(line)));
    EXPECT_THAT(waiting(house.of_bureau(Role::clerk, "650000", "A-province")), Not(Contains(::testing::EndsWith(line))))
        << "a bureau above is not told of every county's";
    EXPECT_THAT(waiting(house.leader()), Not(Contains(::testing::EndsWith(line)))) << "nobody asked yet";
    house.act(house.county(), findings.decide({"XS-1"}, {findings::Outcome::asked, {"请说明"}})).value();
    EXPECT_THAT(waiting(house.leader()), Contains("answer_finding 读者看不见的文字：有读者看不见的文字"));
    EXPECT_THAT(waiting(house.county()), Not(Contains(::testing::EndsWith(line))));
    house.act(house.leader(), findings.answer({"XS-1"}, {{"排版留下的"}})).value();
    EXPECT_THAT(waiting(house.county()), Contains(::testing::EndsWith(line)));
    EXPECT_THAT(waiting(house.leader()), Not(Contains(::testing::EndsWith(line))));
}

TEST_P(AskedTest, AnApplicationWaitsForTheDeskOfItsPlaceAndForNobodyElse) {
    auto const id = complete();
    auto const application = applied(id);
    EXPECT_THAT(waiting(permit()), Contains("examine 审核所依据的报告，有 1 份未审核"));
    auto lease = house.pool.lease();
    auto const todos = desk.todos(*lease, permit(), house.policy);
    auto const found = std::ranges::find(todos, TodoKind::examine, &Todo::kind);
    EXPECT_EQ(found->matter->id.text, application);
    EXPECT_EQ(found->unit_name, "昌吉化工");
    EXPECT_EQ(found->due, day("2026-03-30"));
    for (auto const& other : {permit("652302"), permit("652300"), house.county(), head(), house.the_enterprise()})
        EXPECT_THAT(waiting(other), Not(Contains(StartsWith("examine"))));
}

TEST_P(AskedTest, ACorrectionWaitsForTheInstitutionAndTheApplicantHasACopy) {
    auto const id = complete();
    auto const application = applied(id);
    demanded(application, id);
    EXPECT_THAT(waiting(house.leader()), Contains("answer_correction 补正：上传合同"));
    EXPECT_THAT(waiting(office(Role::internal_reviewer)), Not(Contains(StartsWith("answer_correction"))));
    EXPECT_THAT(waiting(house.the_enterprise()), ElementsAre("correction_copy 机构须补正：上传合同"));
    house.act(house.leader(), licensing.answer_correction({application}, house.institution, {1, {"已上传"}})).value();
    EXPECT_THAT(waiting(house.leader()), Not(Contains(StartsWith("answer_correction"))));
    EXPECT_THAT(waiting(permit()), Contains("correction_answered 核对机构的答复，办结补正"));
}

TEST_P(AskedTest, NearTheLimitTheDeskIsToldAndTheLeaderDecides) {
    auto const id = complete();
    auto const application = applied(id);
    demanded(application, id);
    house.clock.set(at("2026-03-18T09:00:00+08:00"));
    EXPECT_THAT(waiting(permit()), Contains(StartsWith("held 有1份补正通知逾期未完成")));
    EXPECT_THAT(waiting(head()), Not(Contains(StartsWith("decide"))));
    house.clock.set(at("2026-03-23T09:00:00+08:00"));
    EXPECT_THAT(waiting(permit()), Contains("limit 法定期限剩 5 个工作日，提请负责人决定；机构没有按时补正"));
    EXPECT_THAT(waiting(head()), Contains(StartsWith("decide 作出决定，法定期限剩 5 个工作日")));
    EXPECT_THAT(waiting(head("652300")), Not(Contains(StartsWith("decide"))));
    licensing::Decide const decision{licensing::Outcome::granted, day("2026-03-23"), {}, {"条件符合"}};
    house.act(head(), licensing.decide({application}, decision)).value();
    EXPECT_THAT(waiting(head()), Not(Contains(StartsWith("decide"))));
    EXPECT_THAT(waiting(permit()), Not(Contains(StartsWith("limit"))));
}

}  // namespace
}  // namespace anping::desk
