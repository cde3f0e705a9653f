// SPDX-License-Identifier: Apache-2.0
// Reports called up and reviewed blind, asked through their endpoints, on both databases.
#include <anping/access/events.hpp>

#include "house.hpp"

namespace anping::inspection {
namespace {

class Called : public Inspected {
protected:
    Called() {
        house.clock.set(parse_timestamp("2026-03-02T10:00:00+08:00").value());
        project = {house.done(house.leader(), house.service.open_project(house.leader(), house.contract())).id};
        auto evidence = house.file(house.leader(), "document", "原始记录.txt", "记录");
        house.done(house.leader(), house.service.attach_evidence(house.leader(), project, {{std::move(evidence)}}));
        practice::FileReport in{
            {"现状评价报告"}, {"符合"}, {house.people[0]}, house.upload(house.leader(), "报告.txt", "正文")};
        house.done(house.leader(), house.service.file_report(house.leader(), project, std::move(in)));
        report = house.service.project(*house.pool.lease(), project)->reports[0].id;
        first = reviewer("沈专家", "新疆大学");
        second = reviewer("韩专家", "设计院");
    }

    // In the county's pool, with an account there.
    struct Reviewer {
        registry::ExpertId expert;
        access::Principal who;
    };
    Reviewer reviewer(char const* name, char const* employer, std::vector<Text<1, 100>> before = {}) {
        registry::ListExpert in{{name},
                                {{"教授"}, {{"化工工艺"}}, {employer}, std::move(before), day("2026-01-01"), {}}};
        auto const written = house.act(clerk, house.registry.list_expert(clerk, std::move(in))).value();
        Reviewer out{{std::string(written.answer.at("id").as_string())}, house.of_bureau(Role::expert, "652301", "")};
        auto const account = house.writer.apply(
            {{"A-operator", "operator", "platform", ""},
             {},
             {},
             [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
                 std::string const id = "acc-" + std::to_string(tx.next_seq());
                 access::AccountCreated event{
                     out.who.role, out.who.unit, out.who.unit_kind, out.who.region, out.who.authority, {}, {}};
                 event.login = house.personal.put(tx, id, "login", id);
                 event.display_name = house.personal.put(tx, id, "display_name", name);
                 return ledger::Decided{{ledger::event(id, event)}, json::object{{"id", id}}};
             }});
        out.who.account = {std::string(account.value().answer.at("id").as_string())};
        return out;
    }

    CallUpReport asked() const {
        return {report, {"专项整治"}, Wanted{{"内部审核记录原件"}, day("2026-03-10")}, Text<1, 100>{"百日行动"}};
    }
    std::string called_up() { return id_of(post(clerk, "/call-ups", to_json(asked()))); }
    http::Response assign(std::string const& id, std::vector<Reviewer> const& whom) {
        AssignReviewers in;
        for (auto const& one : whom) in.seats.push_back({one.expert, one.who.account});
        return post(clerk, "/call-ups/" + id + "/reviewers", to_json(in));
    }
    std::string under_review() {
        auto const id = called_up();
        id_of(assign(id, {first, second}));
        return id;
    }
    http::Response opine(std::string const& id, Reviewer const& by, Verdict untrue) {
        GiveOpinion in;
        for (auto const fault : kFaults) in.answers.push_back({fault, Verdict::no, {"见报告"}});
        in.answers[0].verdict = untrue;
        in.no_interest = true;
        return post(by.who, "/call-ups/" + id + "/opinions", to_json(in));
    }
    std::string reviewed(Verdict one = Verdict::yes, Verdict other = Verdict::no) {
        auto const id = under_review();
        id_of(opine(id, first, one));
        id_of(opine(id, second, other));
        return id;
    }
    json::value view(access::Principal const& who, std::string const& id) { return get(who, "/call-ups/" + id); }
    std::size_t count(access::Principal const& who, std::string const& id, char const* what) {
        return view(who, id).at(what).as_array().size();
    }

    practice::ProjectId project;
    practice::ReportId report;
    Reviewer first, second;
};
INSTANTIATE_TEST_SUITE_P(Db, Called, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Called, UpReportsAreToldToTheInstitutionWhichHandsInWhatIsNotOnThePlatform) {
    auto const id = called_up();
    auto const told = view(admin, id);
    EXPECT_EQ(told.at("wanted"), "内部审核记录原件");
    EXPECT_EQ(told.at("summary").at("due"), "2026-03-10");
    EXPECT_FALSE(told.as_object().contains("why")) << "the bureau's own knowledge";
    EXPECT_EQ(view(clerk, id).at("why"), "专项整治");
    house.clock.set(parse_timestamp("2026-03-11T09:00:00+08:00").value());
    EXPECT_EQ(listed(clerk, "/call-ups?state=overdue"), 1U);
    EXPECT_EQ(view(above, id).at("summary").at("overdue"), true);
    auto const file = house.file(admin, "document", "审核记录.txt", "审核");
    id_of(post(admin, "/call-ups/" + id + "/materials", to_json(HandInMaterial{{"原件扫描"}, {file}})));
    EXPECT_EQ(listed(clerk, "/call-ups?state=overdue"), 0U);
    auto const handed = view(clerk, id).at("handed").at(0);
    EXPECT_EQ(handed.at("late"), true);
    auto const sm3 = std::string(handed.at("files").at(0).at("blob").at("sm3").as_string());
    EXPECT_EQ(caller.get(clerk, "/api/v1/call-ups/" + id + "/files/" + sm3).status, 200);
    EXPECT_EQ(
        post(house.the_enterprise(), "/call-ups/" + id + "/materials", to_json(HandInMaterial{{"无"}, {}})).status,
        403);
    EXPECT_TRUE(stands());
}

TEST_P(Called, UpIsAReportOfTheBureausOwnRegion) {
    auto const neighbour = house.of_bureau(Role::clerk, "652302", "A-n");
    EXPECT_EQ(post(neighbour, "/call-ups", to_json(asked())).status, 400);
    auto other = asked();
    other.report = {"BG-9"};
    EXPECT_EQ(post(clerk, "/call-ups", to_json(other)).status, 400);
    auto const id = called_up();
    EXPECT_EQ(caller.get(neighbour, "/api/v1/call-ups/" + id).status, 404);
    EXPECT_EQ(post(above, "/call-ups/" + id + "/withdrawal", to_json(WithdrawCallUp{{"重复"}})).status, 404);
    id_of(post(clerk, "/call-ups/" + id + "/withdrawal", to_json(WithdrawCallUp{{"重复"}})));
    EXPECT_EQ(listed(clerk, "/call-ups?state=withdrawn&report=" + report.text), 1U);
    EXPECT_EQ(assign(id, {first, second}).status, 409);
}

TEST_P(Called, ExpertsAreNoPartiesByTheirUnitButByTheirAccount) {
    auto const stranger = reviewer("吴专家", "某研究院");
    auto const id = called_up();
    EXPECT_EQ(caller.get(first.who, "/api/v1/call-ups/" + id).status, 404) << "nobody asked";
    id_of(assign(id, {first, second}));
    EXPECT_EQ(listed(first.who, "/call-ups"), 1U);
    EXPECT_EQ(listed(stranger.who, "/call-ups"), 0U) << "of the same unit, and of the bureau's";
    EXPECT_EQ(caller.get(stranger.who, "/api/v1/call-ups/" + id).status, 404);
    EXPECT_EQ(opine(id, stranger, Verdict::yes).status, 404);
    EXPECT_EQ(post(clerk, "/call-ups/" + id + "/opinions", to_json(GiveOpinion{})).status, 403);
    auto const accounts = get(clerk, "/call-up-accounts").at("items").as_array();
    EXPECT_EQ(accounts.size(), 3U);
    EXPECT_EQ(accounts.at(0).at("name"), "沈专家");
}

TEST_P(Called, ReviewersReadTheReportAndItsArchiveUntilTheConclusion) {
    auto const id = under_review();
    auto const archive = view(first.who, id).at("archive").as_array();
    ASSERT_EQ(archive.size(), 2U);
    EXPECT_EQ(archive.at(0).at("file_name"), "报告.txt");
    EXPECT_EQ(view(clerk, id).at("archive").as_array().size(), 0U) << "on the project's page";
    auto const file =
        "/api/v1/call-ups/" + id + "/files/" + std::string(archive.at(1).at("blob").at("sm3").as_string());
    EXPECT_EQ(caller.get(first.who, file).status, 200);
    EXPECT_EQ(caller.get(clerk, file).status, 404);
    EXPECT_FALSE(view(first.who, id).as_object().contains("project"));
    id_of(opine(id, first, Verdict::no));
    id_of(opine(id, second, Verdict::no));
    id_of(post(clerk, "/call-ups/" + id + "/conclusion", to_json(ConcludeCallUp{{}, {"没有发现问题"}, {}})));
    EXPECT_EQ(caller.get(first.who, file).status, 404);
    EXPECT_EQ(count(first.who, id, "archive"), 0U);
}

TEST_P(Called, OpinionsAreBlindUntilTheLastIsIn) {
    auto const id = under_review();
    id_of(opine(id, first, Verdict::yes));
    EXPECT_EQ(count(first.who, id, "opinions"), 1U) << "the own";
    EXPECT_EQ(count(first.who, id, "reviewers"), 1U);
    EXPECT_EQ(count(second.who, id, "opinions"), 0U);
    auto const second_sees = canonical(view(second.who, id));
    EXPECT_EQ(second_sees.find("沈专家"), std::string::npos);
    EXPECT_EQ(second_sees.find(first.expert.text), std::string::npos);
    EXPECT_EQ(count(clerk, id, "opinions"), 0U);
    EXPECT_EQ(view(clerk, id).at("reviewers").at(0).at("given"), true) << "who has given, and not what";
    EXPECT_EQ(view(clerk, id).at("reviewers").at(1).at("given"), false);
    EXPECT_EQ(opine(id, first, Verdict::no).status, 409) << "what was given stays";
    EXPECT_EQ(get(second.who, "/call-ups").at("items").at(0).at("waits_for_me"), true);
    EXPECT_EQ(get(second.who, "/call-ups").at("items").at(0).at("given"), 0);

    id_of(opine(id, second, Verdict::no));
    for (auto const& who : {clerk, first.who, second.who}) EXPECT_EQ(count(who, id, "opinions"), 2U);
    EXPECT_EQ(view(second.who, id).at("reviewers").at(0).at("name"), "沈专家");
    EXPECT_EQ(listed(clerk, "/call-ups?state=reviewed"), 1U);
    EXPECT_TRUE(stands());
}

TEST_P(Called, TheInstitutionLearnsNoExpertBeforeTheConclusion) {
    auto const id = reviewed();
    auto const before = canonical(view(admin, id));
    EXPECT_EQ(before.find("专家"), std::string::npos) << before;
    EXPECT_EQ(count(admin, id, "opinions"), 0U);
    EXPECT_EQ(get(admin, "/call-ups").at("items").at(0).at("reviewers"), 0);
    id_of(post(clerk, "/call-ups/" + id + "/conclusion",
               to_json(ConcludeCallUp{{Fault::untrue}, {"第三章与现场不符"}, Text<2, 2000>{"未见原始记录"}})));
    auto const after = view(admin, id);
    EXPECT_EQ(after.at("opinions").as_array().size(), 2U);
    EXPECT_EQ(after.at("reviewers").at(0).at("name"), "沈专家");
    EXPECT_EQ(after.at("reviewers").at(0).at("doubts").as_array().size(), 0U);
    EXPECT_FALSE(after.at("conclusion").as_object().contains("by"));
    EXPECT_TRUE(stands());
}

TEST_P(Called, ARelievedReviewerIsOutAndALaterOneIsBlindToWhatIsKnown) {
    auto const id = under_review();
    auto const third = reviewer("吴专家", "某研究院");
    id_of(opine(id, first, Verdict::yes));
    id_of(post(clerk, "/call-ups/" + id + "/reliefs", to_json(RelieveReviewer{2, {"出差"}})));
    EXPECT_EQ(caller.get(second.who, "/api/v1/call-ups/" + id).status, 404);
    EXPECT_EQ(count(clerk, id, "opinions"), 0U) << "of one alone nothing is shown: nobody chooses by it";
    id_of(assign(id, {third}));
    EXPECT_EQ(count(third.who, id, "opinions"), 0U);
    id_of(opine(id, third, Verdict::yes));
    EXPECT_EQ(count(clerk, id, "opinions"), 2U);
    EXPECT_EQ(count(third.who, id, "reviewers"), 2U) << "who was relieved is not shown";
    EXPECT_EQ(count(clerk, id, "reviewers"), 3U);

    id_of(assign(id, {second}));
    EXPECT_EQ(count(clerk, id, "opinions"), 2U) << "what is known stays known";
    EXPECT_EQ(count(second.who, id, "opinions"), 0U);
    EXPECT_EQ(listed(clerk, "/call-ups?state=reviewing"), 1U);
    EXPECT_TRUE(stands());
}

TEST_P(Called, AFurtherOpinionIsGivenWhenTheBureauAsks) {
    auto const id = reviewed();
    id_of(post(clerk, "/call-ups/" + id + "/further-opinions", to_json(AskAgain{1, {"请说明依据"}})));
    EXPECT_EQ(view(first.who, id).at("reviewers").at(0).at("asked_again"), "请说明依据");
    EXPECT_FALSE(view(second.who, id).at("reviewers").at(0).as_object().contains("asked_again"));
    id_of(opine(id, first, Verdict::no));
    EXPECT_EQ(opine(id, first, Verdict::yes).status, 409);
    EXPECT_EQ(count(clerk, id, "opinions"), 3U) << "the first stays beside it";
    auto const conclusion = to_json(ConcludeCallUp{{}, {"没有发现问题"}, {}});
    id_of(post(clerk, "/call-ups/" + id + "/conclusion", conclusion));
    EXPECT_EQ(post(clerk, "/call-ups/" + id + "/conclusion", conclusion).status, 409);
    EXPECT_TRUE(stands());
}

TEST_P(Called, AConclusionAgainstBothIsFlagged) {
    auto const id = reviewed(Verdict::yes, Verdict::yes);
    EXPECT_EQ(post(clerk, "/call-ups/" + id + "/conclusion", to_json(ConcludeCallUp{{}, {"已补正"}, {}})).status, 400);
    id_of(post(clerk, "/call-ups/" + id + "/conclusion",
               to_json(ConcludeCallUp{{}, {"已补正"}, Text<2, 2000>{"专家评审时未见补正材料"}})));
    auto const conclusion = view(above, id).at("conclusion");
    EXPECT_EQ(conclusion.at("against_all").at(0), "untrue");
    EXPECT_EQ(conclusion.at("by"), "已删除") << "the clerk of these tests has no account";
    EXPECT_EQ(get(above, "/call-ups").at("items").at(0).at("against_all").at(0), "untrue");
}

TEST_P(Called, ExpertsBoundToTheInstitutionAreRefusedAndOthersDoubted) {
    auto const id = called_up();
    auto const employed = reviewer("任专家", "天山安评");
    EXPECT_EQ(assign(id, {employed, second}).status, 400);
    EXPECT_EQ(assign(id, {reviewer("曾专家", "设计院", {{"天山安评"}}), second}).status, 400);
    auto const intermediary = reviewer("检专家", "天池检测");
    id_of(assign(id, {intermediary, second}));
    EXPECT_EQ(view(clerk, id).at("reviewers").at(0).at("doubts").at(0), "intermediary");
    EXPECT_EQ(view(clerk, id).at("reviewers").at(1).at("doubts").as_array().size(), 0U);
    id_of(opine(id, second, Verdict::no));
    auto const again = called_up();
    id_of(assign(again, {first, second}));
    EXPECT_EQ(view(clerk, again).at("reviewers").at(1).at("doubts").at(0), "reviewed_before");
}

TEST_P(Called, ARecusedReviewersOpinionStaysAndCountsNoMore) {
    auto const id = reviewed(Verdict::yes, Verdict::no);
    EXPECT_EQ(post(clerk, "/call-ups/" + id + "/reliefs", to_json(RelieveReviewer{2, {"曾任职于该机构"}})).status, 400);
    EXPECT_EQ(get(clerk, "/call-up-agreement").at("call_ups"), 1);
    id_of(post(clerk, "/call-ups/" + id + "/reliefs",
               to_json(RelieveReviewer{2, {"曾任职于该机构"}, ReliefGround::recusal})));
    EXPECT_EQ(count(clerk, id, "opinions"), 2U) << "what was said stays";
    EXPECT_EQ(view(clerk, id).at("reviewers").at(1).at("recused"), true);
    EXPECT_EQ(caller.get(second.who, "/api/v1/call-ups/" + id).status, 404);
    EXPECT_EQ(get(clerk, "/call-up-agreement").at("call_ups"), 0);
    auto const third = reviewer("吴专家", "某研究院");
    id_of(assign(id, {third}));
    id_of(opine(id, third, Verdict::yes));
    EXPECT_EQ(get(clerk, "/call-up-agreement").at("kinds").at(0).at("agreement").at("permille"), 1000);
    id_of(post(clerk, "/call-ups/" + id + "/conclusion",
               to_json(ConcludeCallUp{{Fault::untrue}, {"第三章与现场不符"}, {}})));
    auto const told = view(admin, id).at("reviewers").at(1);
    EXPECT_EQ(told.at("relieved"), "") << "the institution learns whose opinion it is, not why they are out";
    EXPECT_TRUE(stands());
}

TEST_P(Called, ARelievedReviewersOpinionGoesOnCounting) {
    auto const id = reviewed(Verdict::yes, Verdict::no);
    id_of(post(clerk, "/call-ups/" + id + "/reliefs", to_json(RelieveReviewer{2, {"长期住院"}, ReliefGround::other})));
    EXPECT_EQ(get(clerk, "/call-up-agreement").at("call_ups"), 1);
    auto const third = reviewer("吴专家", "某研究院");
    id_of(assign(id, {third}));
    id_of(opine(id, third, Verdict::yes));
    auto const conclusion = to_json(ConcludeCallUp{{Fault::untrue}, {"第三章与现场不符"}, {}});
    EXPECT_EQ(post(clerk, "/call-ups/" + id + "/conclusion", conclusion).status, 400) << "against what the second said";
    EXPECT_TRUE(stands());
}

TEST_P(Called, AgreementIsMeasuredForBureausOverTheFirstOpinions) {
    reviewed(Verdict::yes, Verdict::no);
    auto const id = reviewed(Verdict::yes, Verdict::yes);
    id_of(post(clerk, "/call-ups/" + id + "/further-opinions", to_json(AskAgain{1, {"请说明依据"}})));
    id_of(opine(id, first, Verdict::no));
    under_review();
    auto const found = get(above, "/call-up-agreement?campaign=%E7%99%BE%E6%97%A5%E8%A1%8C%E5%8A%A8");
    EXPECT_EQ(found.at("call_ups"), 2);
    EXPECT_EQ(found.at("kinds").at(0).at("fault"), "untrue");
    EXPECT_EQ(found.at("kinds").at(0).at("agreement").at("permille"), 500) << "what was said blind counts";
    EXPECT_EQ(found.at("kinds").at(1).at("agreement").at("permille"), 1000);
    EXPECT_EQ(found.at("kinds").at(1).at("agreement").at("measured"), "too_few");
    EXPECT_EQ(get(admin, "/call-up-agreement").at("call_ups"), 0);
    EXPECT_EQ(get(first.who, "/call-up-agreement").at("call_ups"), 0);
    EXPECT_EQ(caller.get(clerk, "/api/v1/call-ups?state=late").status, 400);
}

}  // namespace
}  // namespace anping::inspection
