// SPDX-License-Identifier: Apache-2.0
// Cases asked through their endpoints, on both databases.
#include "house.hpp"

namespace anping::cases {
namespace {

class Cases : public House {};

INSTANTIATE_TEST_SUITE_P(Db, Cases, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Cases, GoFromOpeningToClosing) {
    auto const id = decided();
    take(id, "delivery", "2026-03-05");
    take(id, "publication", "2026-03-06");
    auto paid = step("payment", "2026-03-18");
    paid["amount"] = 10'000'000;
    id_of(post(clerk, "/cases/" + id + "/steps", paid));
    take(id, "closing", "2026-03-20");
    auto const view = get(clerk, "/cases/" + id);
    EXPECT_EQ(view.at("summary").at("stage"), "closed");
    EXPECT_EQ(view.at("summary").at("overdue"), 0);
    EXPECT_EQ(view.at("steps").as_array().size(), 12U);
    EXPECT_EQ(view.at("steps").at(7).at("kind"), "decision");
    EXPECT_EQ(view.at("officers").at(0).at("name"), "张三");
    EXPECT_EQ(view.at("parties").at(1).at("name"), "赵负责");
    EXPECT_EQ(view.at("decision").at("paid"), 10'000'000);
    EXPECT_EQ(view.at("decision").at("conducts").at(0).at("measures").as_array().size(), 7U);
    EXPECT_TRUE(view.at("next").as_array().empty());
    stands();
}

TEST_P(Cases, HoldNoNameOfAPersonInTheirEntries) {
    auto const id = open();
    auto lease = ground.pool->lease();
    auto const body = lease->scalar<std::string>("SELECT body FROM cases_case WHERE id = :id", {id});
    for (auto const* name : {"张三", "李四", "赵负责"}) EXPECT_EQ(body.find(name), std::string::npos) << name;
}

TEST_P(Cases, HoldNoNameOfAPunishedPersonInTheDecision) {
    auto const id = decided();
    auto lease = ground.pool->lease();
    auto const body =
        lease->scalar<std::string>("SELECT body FROM cases_step WHERE case_id = :id AND kind = 'decision'", {id});
    EXPECT_EQ(body.find("赵负责"), std::string::npos) << body;
    EXPECT_NE(body.find("某机构"), std::string::npos) << "a unit is named";
    auto const who = [&] {
        auto const view = get(clerk, "/cases/" + id);
        return std::string(view.at("decision").at("penalties").at(2).at("who").as_string());
    };
    EXPECT_EQ(who(), "赵负责");
    auto const erased = ground.writer->apply(
        {{"A", "administrator", "", ""}, {}, {}, [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
             ground.personal->erase(tx, id);
             return ledger::Decided{{ledger::Event{"test.erased", 1, id, {}}}, {}};
         }});
    ASSERT_TRUE(erased);
    EXPECT_EQ(who(), "已删除");
}

TEST_P(Cases, AreDecidedByTheLeaderAndNotWithoutNotice) {
    auto const id = open();
    EXPECT_EQ(post(clerk, "/cases/" + id + "/decision", decision("2026-03-02")).status, 403);
    auto const refused = post(leader, "/cases/" + id + "/decision", decision("2026-03-02"));
    EXPECT_EQ(refused.status, 409);
    EXPECT_NE(refused.body.find("第四十四条"), std::string::npos) << refused.body;
}

TEST_P(Cases, AreSeenInTheBureauAboveItAndWhereTheyWereReferred) {
    auto const id = open();
    EXPECT_EQ(caller.get(province, "/api/v1/cases/" + id).status, 200);
    EXPECT_EQ(caller.get(of_bureau("A-6", Role::discipline_officer), "/api/v1/cases/" + id).status, 200);
    EXPECT_EQ(caller.get(of_bureau("A-4", Role::clerk, "652302"), "/api/v1/cases/" + id).status, 404);
    EXPECT_EQ(post(province, "/cases/" + id + "/steps", step("investigation", "2026-02-03")).status, 404);
    auto const home = of_bureau("A-5", Role::clerk, "230000");
    EXPECT_EQ(caller.get(home, "/api/v1/cases/" + id).status, 404);
    auto referred = step("referred", "2026-03-02");
    referred["to"] = home.unit;
    id_of(post(clerk, "/cases/" + id + "/steps", referred));
    EXPECT_EQ(caller.get(home, "/api/v1/cases/" + id).status, 200);
    EXPECT_EQ(get(home, "/cases").at("items").as_array().size(), 1U);
    auto lease = ground.pool->lease();
    auto const waiting = [&](char const* since) {
        return service.referred(*lease, {home.unit}, field::parse_date(since).value()).size();
    };
    EXPECT_EQ(waiting("2026-03-02"), 1U);
    EXPECT_EQ(waiting("2026-03-03"), 0U) << "too long ago";
    auto own = opening("2026-03-10");
    own["sources"] = json::array{json::object{{"kind", "referral"}, {"id", id}, {"text", "移送"}}};
    id_of(post(home, "/cases", own));
    EXPECT_EQ(waiting("2026-03-02"), 0U) << "it opened a case from it";
    EXPECT_EQ(service.referred(*lease, {province.unit}, field::parse_date("2026-03-02").value()).size(), 0U);
    EXPECT_EQ(get(clerk, "/cases?stage=closed").at("items").as_array().size(), 0U);
    EXPECT_EQ(get(clerk, "/cases?stage=open").at("items").as_array().size(), 1U);
}

TEST_P(Cases, AreAnsweredByTheInstitutionOnceItHasTheNotice) {
    auto const institution = ground.institution("91510100MA61T42C93", "天山安评");
    auto in = opening("2026-06-01");
    in["parties"] = json::array{json::object{{"kind", "institution"}, {"id", institution}, {"name", "天山安评"}}};
    auto const id = id_of(post(clerk, "/cases", in));
    auto const whose = of_institution(institution);
    json::object const said{{"hearing", false}, {"text", "数据来自委托单位"}, {"documents", json::array()}};
    EXPECT_EQ(post(whose, "/cases/" + id + "/defences", said).status, 404) << "not told so far";
    EXPECT_TRUE(get(whose, "/own-cases").at("items").as_array().empty());
    take(id, "notice", "2026-06-22");
    take(id, "hearing_notice", "2026-06-23");
    id_of(post(whose, "/cases/" + id + "/defences", said));
    auto asks = said;
    asks["hearing"] = true;
    id_of(post(whose, "/cases/" + id + "/defences", asks));
    EXPECT_EQ(post(clerk, "/cases/" + id + "/defences", said).status, 403);
    EXPECT_EQ(caller.get(whose, "/api/v1/cases/" + id).status, 403) << "the file itself is the bureau's";
    auto const own = get(whose, "/own-cases").at("items").at(0);
    EXPECT_EQ(own.at("said").as_array().size(), 2U);
    EXPECT_EQ(own.at("notified_on"), "2026-06-22");
    auto const steps = get(clerk, "/cases/" + id).at("steps").as_array();
    EXPECT_EQ(steps.at(2).at("kind"), "defence");
    EXPECT_EQ(steps.at(3).at("kind"), "hearing_requested");
    EXPECT_TRUE(steps.at(2).at("remarks").as_array().empty()) << "no officers are asked for";
    stands();
}

TEST_P(Cases, CountWhatTheBureauItselfIsLateWith) {
    open("2026-02-02");
    open("2026-06-01");
    auto const counts = get(access::Principal{}, "/case-counts").at("items");
    ASSERT_EQ(counts.as_array().size(), 1U);
    EXPECT_EQ(counts.at(0).at("cases"), 2);
    EXPECT_EQ(counts.at(0).at("overdue"), 1) << "ninety days from 2 February are over";
    auto lease = ground.pool->lease();
    auto const today = field::parse_date("2026-06-29").value();
    auto const late =
        service.own_overdue(*lease, ground.policy.visibility(province, access::Action::case_view), today, 10);
    ASSERT_EQ(late.size(), 1U);
    EXPECT_EQ(late.front().what, "作出处罚决定");
    EXPECT_EQ(to_string(late.front().due), "2026-05-06");
    EXPECT_EQ(get(clerk, "/cases").at("items").at(1).at("overdue"), 1);
}

TEST_P(Cases, CountTheDaysOfNextYearOnceItsCalendarIsPublished) {
    auto const id = decided();
    take(id, "publication", "2026-03-06");
    take(id, "delivery", "2026-06-29");
    auto const request = [&] {
        auto const view = get(clerk, "/cases/" + id);
        for (auto const& one : view.at("limits").as_array())
            if (one.at("limit").at("duty") == "enforcement_request") return one.as_object();
        return json::object{};
    };
    EXPECT_EQ(request().at("state"), "open");
    EXPECT_FALSE(request().at("limit").as_object().contains("due"));
    books = books_of_2027();
    EXPECT_EQ(request().at("limit").at("due"), "2027-03-29");
    EXPECT_EQ(get(clerk, "/cases").at("items").at(0).at("due"), "2027-03-29");
    EXPECT_EQ(get(clerk, "/cases/" + id).at("summary").at("overdue"), 0);
    ground.clock.set(parse_timestamp("2027-03-30T09:00:00+08:00").value());
    EXPECT_EQ(get(clerk, "/cases/" + id).at("summary").at("overdue"), 1);
    EXPECT_EQ(get(access::Principal{}, "/case-counts").at("items").at(0).at("overdue"), 1);
    auto lease = ground.pool->lease();
    auto const late = service.own_overdue(*lease, ground.policy.visibility(province, access::Action::case_view),
                                          field::parse_date("2027-03-30").value(), 10);
    ASSERT_EQ(late.size(), 1U);
    EXPECT_EQ(late.front().what, "申请强制执行");
    stands();
}

TEST_P(Cases, OfTheEnforcementSystemAreRecorded) {
    EXPECT_EQ(post(clerk, "/case-mode", json::object{{"mode", "external"}, {"system", "应急管理执法系统"}}).status,
              403);
    id_of(post(leader, "/case-mode", json::object{{"mode", "external"}, {"system", "应急管理执法系统"}}));
    EXPECT_EQ(get(clerk, "/case-mode").at("mode"), "external");
    auto const id = open();
    auto pushed = step("pushed", "2026-02-03");
    pushed["external_number"] = "ZF-2026-88";
    id_of(post(clerk, "/cases/" + id + "/steps", pushed));
    EXPECT_EQ(post(leader, "/cases/" + id + "/decision", decision("2026-03-02")).status, 409);
    id_of(post(clerk, "/cases/" + id + "/recorded-decision", decision("2026-03-02")));
    auto const view = get(clerk, "/cases/" + id);
    EXPECT_EQ(view.at("summary").at("external_number"), "ZF-2026-88");
    EXPECT_EQ(view.at("decision").at("elsewhere"), true);
    stands();
}

TEST_P(Cases, TakeDocumentsWhoseFileWasReceived) {
    auto in = opening("2026-02-02");
    in["documents"] = json::array{json::object{{"kind", "A1"}, {"number", "1号"}, {"upload", "U-2"}}};
    EXPECT_EQ(post(clerk, "/cases", in).status, 400);
    in["documents"] = json::array{json::object{{"kind", "A1"}, {"number", "1号"}, {"upload", "U-1"}}};
    auto const id = id_of(post(clerk, "/cases", in));
    EXPECT_EQ(get(clerk, "/cases/" + id).at("documents").at(0).at("file"), json::value(std::string(64, 'a')));
    EXPECT_EQ(caller.get(clerk, "/api/v1/cases/" + id + "/document-file?sm3=" + std::string(64, 'b')).status, 400);
}

TEST_P(Cases, TrackThePermitsThatRelyOnTheReport) {
    auto const id = open();
    EXPECT_EQ(get(clerk, "/cases/" + id).at("reliances").at(0).at("application"), "XK-P-1");
    json::object handled{{"application", "XK-P-9"}, {"on", "2026-03-02"}, {"outcome", "重新审查"}};
    EXPECT_EQ(post(clerk, "/cases/" + id + "/reliances", handled).status, 400);
    handled["application"] = "XK-P-1";
    id_of(post(clerk, "/cases/" + id + "/reliances", handled));
    EXPECT_EQ(get(clerk, "/cases/" + id).at("reliances").at(0).at("outcome"), "重新审查");
    stands();
}

TEST_P(Cases, ShowAnOverdueFineWithWhatIsAdded) {
    auto const id = decided();
    take(id, "delivery", "2026-03-05");
    auto const view = get(clerk, "/cases/" + id);
    EXPECT_EQ(view.at("surcharge").at("amount"), 10'000'000) << "no more than the fine";
    EXPECT_EQ(view.at("summary").at("overdue"), 1) << "the decision is not published";
    auto paid = step("payment", "2026-03-30");
    paid["amount"] = 10'000'000;
    id_of(post(clerk, "/cases/" + id + "/steps", paid));
    EXPECT_EQ(get(clerk, "/cases/" + id).at("surcharge").at("amount"), 3'000'000) << "ten days late";
}

TEST_P(Cases, ComputeWithoutKeepingAnything) {
    json::object const facts{{"conduct", "untrue_report"},
                             {"acted_on", "2025-12-01"},
                             {"decided_on", "2026-06-01"},
                             {"stage", "first"},
                             {"persons", 0},
                             {"factors", json::array()},
                             {"earlier", 0},
                             {"deaths", 0},
                             {"injured", 0}};
    auto const out = post(clerk, "/penalty-computations", facts);
    ASSERT_EQ(out.status, 200) << out.body;
    EXPECT_EQ(body_of(out).at("measures").at(1).at("most"), 10'000'000);
}

TEST_P(Cases, AreDecidedAnewAfterAnAnnulment) {
    auto const id = decided();
    take(id, "delivery", "2026-03-05");
    take(id, "publication", "2026-03-06");
    take(id, "closing", "2026-03-09");
    take(id, "annulment", "2026-03-10");
    EXPECT_EQ(get(clerk, "/cases/" + id).at("decision").at("annulled_on"), "2026-03-10");
    take(id, "publication_withdrawn", "2026-03-10");
    take(id, "notice", "2026-03-11");
    take(id, "hearing_notice", "2026-03-11");
    take(id, "hearing_waived", "2026-03-12");
    take(id, "discussion", "2026-03-13");
    id_of(post(leader, "/cases/" + id + "/decision", decision("2026-03-16")));
    auto view = get(clerk, "/cases/" + id);
    EXPECT_EQ(view.at("summary").at("stage"), "decided");
    EXPECT_EQ(view.at("decision").at("on"), "2026-03-16");
    EXPECT_FALSE(view.at("decision").as_object().contains("annulled_on"));
    EXPECT_EQ(view.at("steps").as_array().size(), 18U) << "both decisions among them";
    take(id, "delivery", "2026-03-17");
    take(id, "publication", "2026-03-18");
    auto lease = ground.pool->lease();
    auto const shown = service.published(*lease, 10);
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(to_string(shown.front().decided_on), "2026-03-16");
    EXPECT_TRUE(shown.front().effective);
    stands();
}

TEST_P(Cases, LeadToTheListOfSeriousDishonesty) {
    auto const id = decided();
    json::object const proposal{{"of", id},
                                {"situation", "false_documents"},
                                {"on", "2026-04-01"},
                                {"grounds", "出具虚假报告"},
                                {"documents", json::array()}};
    EXPECT_EQ(post(clerk, "/listings", proposal).status, 409) << "not delivered, and of no registered institution";
    stands();
}

TEST_P(Cases, StandBesideInterviewsAndNotices) {
    json::object talk{{"kind", "interview"},       {"title", "约谈某机构"},   {"institutions", json::array{"J-404"}},
                      {"basis", "措施第三条"},     {"facts", "评定为不合格"}, {"on", "2026-06-01"},
                      {"demands", "限期整改"},     {"due", "2026-06-30"},     {"officers", officers()},
                      {"documents", json::array()}};
    EXPECT_EQ(post(clerk, "/talks", talk).status, 400) << "of nobody registered";
    EXPECT_EQ(get(clerk, "/talks").at("items").as_array().size(), 0U);
}

}  // namespace
}  // namespace anping::cases
