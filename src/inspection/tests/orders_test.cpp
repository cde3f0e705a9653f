// SPDX-License-Identifier: Apache-2.0
// Rectification asked through its endpoints, on both databases.
#include "house.hpp"

namespace anping::inspection {
namespace {

class Orders : public Inspected {
protected:
    IssueOrder order(std::string const& inspection) const {
        IssueOrder out;
        out.inspection = InspectionId{inspection};
        out.number = Text<1, 60>{"（昌）应急责改〔2026〕1号"};
        out.campaign = Text<1, 100>{"一季度专项"};
        out.issued_on = day("2026-03-02");
        out.items = {{1, {"开工后才告知"}, {}, {"补报并说明"}, {}, Text<1, 60>{"技术负责人赵某"}}};
        return out;
    }
    std::string issued() { return id_of(post(clerk, "/rectifications", to_json(order(closed())))); }
    void prove(std::string const& id) {
        id_of(
            post(admin, "/rectifications/" + id + "/proofs",
                 to_json(GiveProof{
                     1, {"已经补报"}, Text<1, 60>{"钱某"}, {house.file(admin, "rectification", "证明.txt", "补报")}})));
    }
    http::Response recheck(std::string const& id, bool passed) {
        return post(
            clerk, "/rectifications/" + id + "/rechecks",
            to_json(RecheckItem{1, field::beijing_date(house.clock.now()), passed, {"现场核对"}, officers, {}}));
    }
};
INSTANTIATE_TEST_SUITE_P(Db, Orders, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Orders, AreProvenRecheckedAndClosed) {
    auto const id = issued();
    auto item = get(admin, "/rectifications/" + id).at("items").at(0);
    EXPECT_EQ(item.at("due"), "2026-03-16") << "ten working days, as the book counts where nobody says otherwise";
    EXPECT_EQ(item.at("responsible"), "技术负责人赵某");
    EXPECT_EQ(item.at("citation").at("clause"), "XJ-13a");
    prove(id);
    EXPECT_EQ(listed(clerk, "/rectifications?state=to_recheck"), 1U);
    EXPECT_EQ(recheck(id, true).status, 201);
    auto const view = get(clerk, "/rectifications/" + id);
    EXPECT_EQ(view.at("summary").at("stage"), "closed");
    EXPECT_EQ(view.at("items").at(0).at("proofs").at(0).at("responsible"), "钱某");
    EXPECT_EQ(view.at("items").at(0).at("rechecks").at(0).at("officers").at(1).at("name"), "周执法002");
    auto const sm3 =
        std::string(view.at("items").at(0).at("proofs").at(0).at("files").at(0).at("blob").at("sm3").as_string());
    EXPECT_EQ(caller.get(clerk, "/api/v1/rectifications/" + id + "/files/" + sm3).status, 200);
    EXPECT_EQ(recheck(id, true).status, 409);
    EXPECT_TRUE(stands());
}

TEST_P(Orders, ThatAreLateOrFailAreShownToTheLevelAbove) {
    auto const id = issued();
    EXPECT_EQ(listed(above, "/rectifications?state=escalated"), 0U);
    house.clock.set(parse_timestamp("2026-03-16T23:00:00+08:00").value());
    EXPECT_EQ(listed(above, "/rectifications?state=escalated"), 0U) << "the last day is in time";
    house.clock.set(parse_timestamp("2026-03-17T00:30:00+08:00").value());
    EXPECT_EQ(listed(above, "/rectifications?state=overdue"), 1U);
    EXPECT_EQ(get(above, "/rectifications").at("items").at(0).at("overdue"), true);
    prove(id);
    EXPECT_EQ(listed(above, "/rectifications?state=escalated"), 0U) << "now it waits for the bureau";
    EXPECT_EQ(recheck(id, false).status, 201);
    EXPECT_EQ(listed(above, "/rectifications?state=escalated"), 1U);
    id_of(post(clerk, "/rectifications/" + id + "/extensions",
               to_json(ExtendDeadline{1, day("2026-04-30"), {"等待审批"}})));
    EXPECT_EQ(listed(clerk, "/rectifications?state=overdue"), 0U);
    EXPECT_EQ(listed(clerk, "/rectifications?state=escalated"), 1U) << "failed it stays until it passes";
    EXPECT_TRUE(stands());
}

TEST_P(Orders, AreKnownToWhomTheyAreSentAndToTheBureausAbove) {
    auto const id = issued();
    EXPECT_EQ(caller.get(above, "/api/v1/rectifications/" + id).status, 200);
    EXPECT_EQ(caller.get(house.the_enterprise(), "/api/v1/rectifications/" + id).status, 404);
    EXPECT_EQ(caller.get(house.of_bureau(Role::clerk, "652302", "A-x"), "/api/v1/rectifications/" + id).status, 404);
    EXPECT_EQ(post(above, "/rectifications/" + id + "/withdrawal", to_json(WithdrawOrder{{"重复"}})).status, 404);
    EXPECT_EQ(post(admin, "/rectifications/" + id + "/withdrawal", to_json(WithdrawOrder{{"重复"}})).status, 403);
    id_of(post(clerk, "/rectifications/" + id + "/withdrawal", to_json(WithdrawOrder{{"重复"}})));
    EXPECT_EQ(listed(clerk, "/rectifications?state=withdrawn"), 1U);
}

TEST_P(Orders, OfAnEnterpriseGoToTheEnterprise) {
    IssueOrder in;
    in.kind = OrderKind::letter;
    in.checked = Checked::enterprise;
    in.enterprise = house.enterprise;
    in.issued_on = day("2026-03-02");
    in.items = {{{}, {"报告的措施没有落实"}, {}, {"落实"}, day("2026-03-31"), {}}};
    auto const id = id_of(post(clerk, "/rectifications", to_json(in)));
    EXPECT_EQ(caller.get(house.the_enterprise(), "/api/v1/rectifications/" + id).status, 200);
    EXPECT_EQ(caller.get(admin, "/api/v1/rectifications/" + id).status, 404);
    EXPECT_EQ(
        post(house.the_enterprise(), "/rectifications/" + id + "/proofs", to_json(GiveProof{1, {"落实了"}, {}, {}}))
            .status,
        201);
    in.kind = OrderKind::order;
    EXPECT_EQ(post(clerk, "/rectifications", to_json(in)).status, 400) << "an order cites a clause";
}

TEST_P(Orders, AreNarrowedByInstitutionBureauAndCampaignAndGivenAsALedger) {
    auto const id = issued();
    EXPECT_EQ(listed(above, "/rectifications?bureau=B-652301&institution=" + house.institution.text), 1U);
    EXPECT_EQ(listed(above, "/rectifications?bureau=B-652302"), 0U);
    EXPECT_EQ(listed(above, "/rectifications?campaign=%E4%B8%80%E5%AD%A3%E5%BA%A6%E4%B8%93%E9%A1%B9"), 1U);
    EXPECT_EQ(caller.get(above, "/api/v1/rectifications?state=late").status, 400);
    auto const sheet = caller.get(clerk, "/api/v1/rectification-ledger?state=open");
    EXPECT_EQ(sheet.status, 200);
    EXPECT_EQ(sheet.body.substr(0, 2), "PK");
}

TEST_P(Orders, HaveAnOutcomeInWhatIsFoundBeforeAndAfter) {
    auto const id = issued();
    auto const out = get(clerk, "/inspection-outcomes?institution=" + house.institution.text).at("items");
    ASSERT_EQ(out.as_array().size(), 1U);
    EXPECT_EQ(out.at(0).at("order"), json::value(id));
    EXPECT_EQ(out.at(0).at("found").at("before").at("permille"), 500);
    EXPECT_EQ(out.at(0).at("found").at("change"), "unclear");
}

}  // namespace
}  // namespace anping::inspection
