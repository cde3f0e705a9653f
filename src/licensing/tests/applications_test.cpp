// SPDX-License-Identifier: Apache-2.0
#include <anping/ledger/replay.hpp>
#include <anping/ledger/verify.hpp>

#include "house.hpp"

namespace anping::licensing {
namespace {

INSTANTIATE_TEST_SUITE_P(Db, Applications, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Applications, AreSeenByDeskApplicantAndTheInstitutionsTheyRestOn) {
    auto const id = received();
    for (auto const& who : {desk, house.county(), house.the_enterprise(), admin, bureau(Role::leader, "650000")}) {
        EXPECT_EQ(view(who, id).at("summary").at("title"), "安全生产许可证延期");
        EXPECT_EQ(listed(who), 1U);
    }
    for (auto const& who : {bureau(Role::clerk, "652302"), house.of_bureau(Role::leader, "652302", "A-x")}) {
        EXPECT_EQ(caller.get(who, "/api/v1/applications/" + id).status, 404);
        EXPECT_EQ(listed(who), 0U);
    }
    EXPECT_EQ(listed(desk, "?project=" + project.text), 1U);
    EXPECT_EQ(listed(desk, "?project=P-404"), 0U);
    EXPECT_EQ(caller.get(desk, "/api/v1/applications/XK-404").status, 404);
    ReceiveApplication elsewhere{
        house.enterprise, {"chemical_production"}, {"申请"}, day("2026-03-02"), std::nullopt, {}};
    EXPECT_EQ(post(bureau(Role::permit_officer, "652302"), "", to_json(elsewhere)).status, 404);
    EXPECT_EQ(post(house.county(), "", to_json(elsewhere)).status, 403);
    elsewhere.enterprise = {"Q-404"};
    EXPECT_EQ(post(desk, "", to_json(elsewhere)).status, 400);
}

TEST_P(Applications, TellTheProjectSinceWhenItsReportShouldBePublic) {
    received();
    auto lease = house.pool.lease();
    auto const view = house.service.project(*lease, project).value();
    auto const due = std::ranges::find(view.deadlines, "report_disclosure",
                                       [](auto const& one) { return one.deadline.value().duty; });
    ASSERT_NE(due, view.deadlines.end());
    EXPECT_EQ(due->deadline.value().due, day("2026-03-02"));
    EXPECT_FALSE(due->met_on);
    auto const missing =
        std::ranges::find(view.flags, "disclosure_missing", [](auto const& one) { return one.flag.value().watch; });
    ASSERT_NE(missing, view.flags.end());
    EXPECT_EQ(missing->flag.value().severity, "remind");
    EXPECT_THAT(house.service.timeline(*lease, project).front().text, ::testing::HasSubstr("报告用于许可申请"));
}

TEST_P(Applications, RunFromReceiptOverACorrectionToADecisionInTime) {
    auto const id = received();
    auto const seen = view(desk, id);
    EXPECT_EQ(seen.at("summary").at("due"), "2026-03-30");
    auto const& report = seen.at("reports").at(0);
    EXPECT_EQ(report.at("project_title"), "昌吉化工安全现状评价");
    EXPECT_GT(report.at("missing").as_array().size(), 0U);
    EXPECT_EQ(post(desk, "/" + id + "/report-reviews",
                   to_json(ReviewReport{project, ReviewResult::to_correct, {"没有上传合同"}}))
                  .status,
              201);
    EXPECT_EQ(post(desk, "/" + id + "/corrections", to_json(DemandCorrection{project, {{"上传合同"}}})).status, 201);
    EXPECT_EQ(view(house.the_enterprise(), id).at("corrections").at(0).at("items").at(0), "上传合同");
    house.clock.set(practice::testing::at("2026-03-12T09:00:00+08:00"));
    EXPECT_EQ(view(desk, id).at("held").at("severity"), "hold");
    PutOnAgenda const meeting{day("2026-03-16")};
    auto const held = post(desk, "/" + id + "/agenda", to_json(meeting));
    EXPECT_EQ(held.status, 422) << held.body;
    EXPECT_NE(held.body.find("XJ-14.agenda"), std::string::npos);
    EXPECT_EQ(post(house.leader(), "/" + id + "/correction-answers", to_json(AnswerCorrection{1, {"已上传"}})).status,
              201);
    EXPECT_EQ(post(desk, "/" + id + "/correction-closings", to_json(CloseCorrection{1, {"已核对"}})).status, 201);
    EXPECT_EQ(post(desk, "/" + id + "/agenda", to_json(meeting)).status, 201);
    Decide const decision{Outcome::granted, day("2026-03-12"), Text<1, 60>{"WH-1"}, {"条件符合"}};
    EXPECT_EQ(post(desk, "/" + id + "/decision", to_json(decision)).status, 403);
    EXPECT_EQ(post(bureau(Role::leader), "/" + id + "/decision", to_json(decision)).status, 201);
    auto const done = view(house.the_enterprise(), id);
    EXPECT_EQ(done.at("decision").at("permit_number"), "WH-1");
    EXPECT_EQ(done.at("decision").at("in_spite_of_hold"), false);
    EXPECT_EQ(done.at("corrections").at(0).at("answer"), "已上传");
    EXPECT_TRUE(ledger::verify_state(house.database.address(), house.projections, {ledger::Personal::schema()})
                    .findings.empty());
}

TEST_P(Applications, AreDecidedByTheLeaderNearTheLimitAndCountedInPublic) {
    auto const id = received();
    post(desk, "/" + id + "/corrections", to_json(DemandCorrection{project, {{"上传合同"}}}));
    Decide decision{Outcome::granted, day("2026-03-20"), std::nullopt, {"条件符合"}};
    house.clock.set(practice::testing::at("2026-03-20T09:00:00+08:00"));
    EXPECT_EQ(view(desk, id).at("escalated"), false);
    EXPECT_EQ(post(bureau(Role::leader), "/" + id + "/decision", to_json(decision)).status, 422);
    house.clock.set(practice::testing::at("2026-03-23T09:00:00+08:00"));
    EXPECT_EQ(view(desk, id).at("escalated"), true);
    EXPECT_EQ(post(bureau(Role::leader), "/" + id + "/decision", to_json(decision)).status, 201);
    EXPECT_EQ(view(desk, id).at("decision").at("in_spite_of_hold"), true);
    auto const counts = api::testing::body_of(caller.get({}, "/api/v1/permit-counts")).at("items").at(0);
    EXPECT_EQ(counts.at("region"), "650000");
    EXPECT_EQ(counts.at("decided"), 1);
    EXPECT_EQ(counts.at("escalated"), 1);
    EXPECT_EQ(counts.at("in_spite_of_hold"), 1);
}

}  // namespace
}  // namespace anping::licensing
