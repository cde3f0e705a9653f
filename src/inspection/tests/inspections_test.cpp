// SPDX-License-Identifier: Apache-2.0
// Inspections asked through their endpoints, on both databases.
#include <anping/inspection/done.hpp>

#include "house.hpp"

namespace anping::inspection {
namespace {

class Inspections : public Inspected {};
INSTANTIATE_TEST_SUITE_P(Db, Inspections, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Inspections, GoFromThePlanToTheSignedResult) {
    auto const id = closed();
    auto const view = get(clerk, "/inspections/" + id);
    EXPECT_EQ(view.at("summary").at("stage"), "closed");
    EXPECT_EQ(view.at("summary").at("checked_items"), 2);
    EXPECT_EQ(view.at("summary").at("problems"), 1);
    EXPECT_EQ(view.at("planned_by"), "名 A-county");
    EXPECT_EQ(view.at("approved_by"), "名 A-head");
    EXPECT_EQ(view.at("officers").at(0).at("name"), "周执法001");
    EXPECT_EQ(view.at("officers").at(0).at("signed_by"), "paper");
    EXPECT_EQ(view.at("acknowledged").at("way"), "account");
    EXPECT_EQ(view.at("conclusion"), "责令改正");
    EXPECT_EQ(view.at("problems").at(0).at("citation").at("clause"), "XJ-13a");
    auto const sm3 = std::string(view.at("checklist").at(1).at("files").at(0).at("blob").at("sm3").as_string());
    EXPECT_EQ(caller.get(clerk, "/api/v1/inspections/" + id + "/files/" + sm3).status, 200);
    EXPECT_EQ(caller.get(clerk, "/api/v1/inspections/" + id + "/files/" + std::string(64, '0')).status, 404);
    EXPECT_TRUE(stands());
}

TEST_P(Inspections, ThatAreAnnouncedAreKnownFromTheirApprovalOnAndOthersFromTheirBeginning) {
    auto const announced = planned();
    EXPECT_EQ(listed(admin, "/inspections"), 0U);
    EXPECT_EQ(caller.get(admin, "/api/v1/inspections/" + announced).status, 404);
    approve(announced);
    EXPECT_EQ(listed(admin, "/inspections"), 1U);
    auto const quiet = planned(false);
    approve(quiet);
    EXPECT_EQ(caller.get(admin, "/api/v1/inspections/" + quiet).status, 404);
    EXPECT_EQ(listed(admin, "/inspections"), 1U);
    id_of(post(clerk, "/inspections/" + quiet + "/visit",
               to_json(BeginVisit{day("2026-03-02"), {"乌鲁木齐市"}, officers, {}, {}})));
    auto const view = get(admin, "/inspections/" + quiet);
    EXPECT_FALSE(view.as_object().contains("origin")) << "that it was a tip is not told";
    EXPECT_FALSE(view.as_object().contains("planned_by"));
    EXPECT_EQ(view.at("officers").as_array().size(), 2U);
    EXPECT_EQ(caller.get(house.the_enterprise(), "/api/v1/inspections/" + quiet).status, 404);
}

TEST_P(Inspections, AreTheBureausOwnAndSeenAbove) {
    auto const id = planned();
    EXPECT_EQ(get(above, "/inspections/" + id).at("summary").at("stage"), "planned");
    EXPECT_EQ(post(above, "/inspections/" + id + "/approval", json::object()).status, 404);
    EXPECT_EQ(post(clerk, "/inspections/" + id + "/approval", json::object()).status, 403)
        << "a clerk does not approve";
    EXPECT_EQ(caller.get(house.of_bureau(Role::clerk, "652302", "A-x"), "/api/v1/inspections/" + id).status, 404);
    id_of(post(head, "/inspections/" + id + "/calling-off", to_json(CallOffInspection{{"与省厅检查合并"}})));
    EXPECT_EQ(get(clerk, "/inspections/" + id).at("called_off"), "与省厅检查合并");
}

TEST_P(Inspections, ThatChangeAfterASignatureAreSignedAgain) {
    auto const id = begun();
    id_of(post(clerk, "/inspections/" + id + "/signatures",
               to_json(SignResult{Signer::officer, officers[0], SignWay::paper, {}, {}})));
    problem(id);
    EXPECT_FALSE(get(clerk, "/inspections/" + id).at("officers").at(0).as_object().contains("signed_by"));
    EXPECT_EQ(post(clerk, "/inspections/" + id + "/closing", to_json(CloseInspection{{"结束"}})).status, 409);
}

TEST_P(Inspections, ThatAreRefusedAreRecordedAndEnded) {
    auto const id = begun();
    id_of(post(clerk, "/inspections/" + id + "/refusal", to_json(RecordRefusal{{"门卫不让进入"}, {}})));
    for (auto const& officer : officers)
        id_of(post(clerk, "/inspections/" + id + "/signatures",
                   to_json(SignResult{Signer::officer, officer, SignWay::paper, {}, {}})));
    id_of(post(clerk, "/inspections/" + id + "/closing", to_json(CloseInspection{{"拒绝检查"}})));
    EXPECT_EQ(listed(clerk, "/inspections?refused=1"), 1U);
    EXPECT_EQ(get(clerk, "/inspections/" + id).at("refusal").at("how"), "门卫不让进入");
    EXPECT_TRUE(stands());
}

TEST_P(Inspections, BegunUrgentlyWaitForTheLeaderAlsoWhenTheyHaveEnded) {
    auto const id = planned();
    id_of(post(clerk, "/inspections/" + id + "/visit",
               to_json(BeginVisit{day("2026-03-02"), {"乌鲁木齐市"}, officers, {}, Text<2, 500>{"群众举报正在施工"}})));
    problem(id);
    sign(id);
    id_of(post(clerk, "/inspections/" + id + "/closing", to_json(CloseInspection{{"责令改正"}})));
    auto lease = house.pool.lease();
    auto const waits = service.waiting(*lease, {"B-652301"}, 10);
    ASSERT_EQ(waits.size(), 1U);
    EXPECT_FALSE(waits.front().approved);
    approve(id);
    EXPECT_TRUE(service.waiting(*lease, {"B-652301"}, 10).empty());
    EXPECT_EQ(get(clerk, "/inspections/" + id).at("summary").at("stage"), "closed") << "it stays ended";
    EXPECT_TRUE(stands());
}

TEST_P(Inspections, AreAnsweredProblemByProblemByWhoWasInspected) {
    auto const id = begun();
    problem(id);
    MakeStatement in{1, {"紧急抢险，事后补报"}, {house.file(admin, "document", "说明.txt", "说明")}};
    EXPECT_EQ(
        post(house.of_institution(Role::assessor, "A-assessor"), "/inspections/" + id + "/statements", to_json(in))
            .status,
        403);
    id_of(post(admin, "/inspections/" + id + "/statements", to_json(in)));
    in.problem = 9;
    EXPECT_EQ(post(admin, "/inspections/" + id + "/statements", to_json(in)).status, 400);
    auto const view = get(clerk, "/inspections/" + id);
    EXPECT_EQ(view.at("problems").at(0).at("statements").at(0).at("words"), "紧急抢险，事后补报");
}

TEST_P(Inspections, ThatTookPlaceAreWhatCoverageCounts) {
    closed();
    planned();
    auto lease = house.pool.lease();
    auto const done = done_in(*lease, day("2026-03-01"), day("2026-03-31"));
    ASSERT_EQ(done.size(), 1U);
    EXPECT_EQ(done.front().institution, house.institution);
    EXPECT_EQ(done.front().bureau.text, "B-652301");
    EXPECT_EQ(done.front().day, day("2026-03-02"));
    EXPECT_EQ(done.front().origin, OriginKind::tip);
    EXPECT_TRUE(done_in(*lease, day("2026-03-03"), day("2026-03-31")).empty());
}

TEST_P(Inspections, AreCountedByWhyAndInWhichSettingForTheBureauAndTheOneAbove) {
    closed();
    planned();
    for (auto const& who : {clerk, above}) {
        auto const shares = get(who, "/inspection-shares?from=2026-03-01&to=2026-03-31").at("items").as_array();
        ASSERT_EQ(shares.size(), 1U);
        EXPECT_EQ(shares[0].at("bureau"), "B-652301");
        EXPECT_EQ(shares[0].at("inspections"), 1) << "what only stands in a plan is not counted";
        EXPECT_EQ(shares[0].at("drawn"), 0);
        EXPECT_EQ(shares[0].at("origins").at(0).at("origin"), "tip");
        EXPECT_EQ(shares[0].at("settings").at(0).at("inspections"), 1);
    }
    EXPECT_EQ(listed(house.of_bureau(Role::clerk, "652302", "A-x"), "/inspection-shares"), 0U);
    EXPECT_EQ(caller.get(admin, "/api/v1/inspection-shares").status, 403) << "why it was chosen is never told";
}

TEST_P(Inspections, TellBeforehandWhatTheyWillAsk) {
    EXPECT_EQ(listed(clerk, "/inspection-checklist?setting=daily&subjects=process,qualification"), 19U);
    EXPECT_EQ(listed(clerk, "/inspection-checklist?setting=accident&subjects=process"), 3U);
    EXPECT_EQ(caller.get(clerk, "/api/v1/inspection-checklist?subjects=weather").status, 400);
}

}  // namespace
}  // namespace anping::inspection
