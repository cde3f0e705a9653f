// SPDX-License-Identifier: Apache-2.0
// Draws asked through their endpoints, on both databases.
#include <gtest/gtest.h>

#include <anping/ledger/receipts.hpp>
#include <anping/planning/drawn.hpp>
#include <anping/planning/endpoints.hpp>
#include <anping/planning/projection.hpp>
#include <anping/registry/testing.hpp>

namespace anping::planning {
namespace {

using access::Role;
using api::testing::body_of;
using registry::testing::of_bureau;

std::vector<std::unique_ptr<ledger::Projection>> rows() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(make_projection());
    return out;
}

class Draws : public ::testing::TestWithParam<db::Backend> {
protected:
    std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(body_of(response).at("result").at("id").as_string());
    }
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1/draws" + path, body);
    }
    json::value view(access::Principal const& who, std::string const& id) {
        return body_of(caller.get(who, "/api/v1/draws/" + id));
    }
    std::string announce() { return id_of(caller.post(clerk, "/api/v1/draw-seeds", json::object())); }
    PlanDraw plan(DrawForm form = DrawForm::everyday) const {
        PlanDraw out{{"四季度抽查"}, {"年度检查计划"}, form, {}, {}, {}, {}, 2, 1, {}, 2, {}, 0, {}, {}};
        if (form == DrawForm::ceremony) {
            out.participants = {{"执法科"}, {"法制科"}, {"机构代表"}};
            out.source = Text<2, 200>{"双色球第 2026138 期"};
        }
        return out;
    }

    registry::testing::Ground ground{GetParam(), rows(), {kept_schema()}, "2026-11-29T09:00:00+08:00"};
    std::int64_t made = 0;
    std::optional<RatingKnown> rating;
    Service service{{*ground.registry,
                     [](auto&, auto const&, auto, auto) {
                         return std::vector<registry::InstitutionId>{{"J-1"}, {"J-2"}, {"J-3"}, {"J-4"}, {"J-5"}};
                     },
                     [this](std::size_t bytes) { return std::string(bytes, static_cast<char>('a' + made++)); },
                     [](auto&, std::string const& account) { return "名 " + account; },
                     [](auto&, auto const&, auto) { return std::optional<registry::ExpertView>(); },
                     [](auto&, auto const&) { return false; }, [] { return registry::testing::books(); },
                     [this](auto&, registry::InstitutionId const& of, auto const&) {
                         return of.text == "J-2" ? rating : std::nullopt;
                     }}};
    std::string page = R"(<script id="paper" type="application/json">null</script>)";
    vault::Table table;
    api::testing::Caller caller{endpoints(
                                    service, *ground.writer, *ground.pool, [this] { return page; },
                                    [this](std::string_view) -> Result<vault::Table> { return table; }),
                                ground.policy, ground.clock};
    access::Principal const clerk = of_bureau("A-1");
    access::Principal const colleague = of_bureau("A-2", Role::section_head);
};

INSTANTIATE_TEST_SUITE_P(Db, Draws, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Draws, OfEverydayAreHeldByASecondPersonOnASeedAnnouncedBefore) {
    EXPECT_EQ(post(clerk, "", to_json(plan())).status, 409) << "nothing was announced";
    announce();
    auto const id = id_of(post(clerk, "", to_json(plan())));
    EXPECT_EQ(view(clerk, id).at("yours_to_hold"), false);
    EXPECT_EQ(view(colleague, id).at("yours_to_hold"), true);
    json::value const click = json::object{{"share", std::string(64, '7')}};
    EXPECT_EQ(post(clerk, "/" + id + "/holding", click).status, 409);
    id_of(post(colleague, "/" + id + "/holding", click));
    auto const done = view(clerk, id);
    EXPECT_EQ(done.at("summary").at("stage"), "held");
    {
        auto lease = ground.pool->lease();
        auto const planned = ledger::find_entry(*lease, done.at("summary").at("entry").as_int64());
        EXPECT_EQ(std::string(done.at("head").as_string()), planned->leaf) << "known to everybody before the click";
    }
    EXPECT_EQ(done.at("planned_by"), "名 A-1");
    EXPECT_EQ(done.at("held_by"), "名 A-2");
    EXPECT_EQ(done.at("outcome").at(0).at("drawn").as_array().size(), 2U);
    auto lease = ground.pool->lease();
    auto const by = drawn_by(*lease, id);
    EXPECT_EQ(by->bureau.text, clerk.unit);
    EXPECT_EQ(by->sendings.front().institution.text,
              std::string(done.at("outcome").at(0).at("drawn").at(0).at("candidate").as_string()));
    EXPECT_EQ(draw::replay(service.paper(*lease, {id}).value()), std::vector<std::string>());
    EXPECT_EQ(post(clerk, "", to_json(plan())).status, 409) << "the seed is used";
    EXPECT_EQ(ground.findings(), std::vector<std::string>());
}

TEST_P(Draws, TellWhoseCertificatesAreSentWhere) {
    auto in = plan();
    in.take = 1;
    for (auto const* number : {"XJ-001", "XJ-002"}) {
        auto const added = ground.registry->add_officer(
            clerk, {{std::string("周执法") + number}, {{number}, field::parse_date("2027-06-30").value(), {}, {}}});
        auto const written = ground.writer->apply({{"A-1", "clerk", clerk.unit, clerk.region.digits}, "", "", added});
        in.officers.push_back({std::string(written.value().answer.at("id").as_string())});
    }
    announce();
    auto const id = id_of(post(clerk, "", to_json(in)));
    auto lease = ground.pool->lease();
    EXPECT_FALSE(drawn_by(*lease, id)) << "nobody is drawn so far";
    id_of(post(colleague, "/" + id + "/holding", json::object{{"share", std::string(64, '7')}}));
    auto const by = drawn_by(*lease, id);
    ASSERT_EQ(by->sendings.size(), 2U) << "one drawn, one in reserve";
    EXPECT_EQ(by->sendings.front().certificates.size(), 2U);
    EXPECT_TRUE(by->sendings.back().certificates.empty());
    EXPECT_FALSE(drawn_by(*lease, "SJ-99999999"));
}

TEST_P(Draws, AreNotHeldOnASecretThatIsNotTheOneAnnounced) {
    announce();
    auto session = db::open(ground.database.address(), db::Mode::write);
    EXPECT_TRUE(damaged_seeds(session).empty());
    session.exec("UPDATE planning_secret SET secret = :other", {std::string(64, '0')});
    EXPECT_EQ(damaged_seeds(session).size(), 1U);
    session.exec("DELETE FROM planning_secret", {});
    EXPECT_EQ(damaged_seeds(session).size(), 1U);
    auto const id = id_of(post(clerk, "", to_json(plan())));
    EXPECT_EQ(damaged_seeds(session).size(), 1U) << "planned on it, and not held";
    auto const refused = post(colleague, "/" + id + "/holding", json::object{{"share", std::string(64, '7')}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_NE(refused.body.find("planning.lost_secret"), std::string::npos) << refused.body;
    id_of(post(colleague, "/" + id + "/voiding", to_json(VoidDraw{{"种子丢失"}})));
    EXPECT_TRUE(damaged_seeds(session).empty()) << "nothing will be drawn on it any more";
    announce();
    EXPECT_EQ(post(colleague, "/" + id_of(post(clerk, "", to_json(plan()))) + "/holding",
                   json::object{{"share", std::string(64, '7')}})
                  .status,
              201)
        << "a new plan on a new seed";
}

TEST_P(Draws, OfACeremonyRunFromCommitmentsToANumberOfTwoPeople) {
    auto const id = id_of(post(clerk, "", to_json(plan(DrawForm::ceremony))));
    char const* const by[] = {"执法科", "法制科", "机构代表"};
    for (std::int64_t i = 0; i < 3; ++i) {
        std::string const share(64, static_cast<char>('1' + i));
        id_of(
            post(clerk, "/" + id + "/commitments", to_json(CommitShare{i + 1, {draw::commitment(id, by[i], share)}})));
    }
    id_of(post(clerk, "/" + id + "/revealing", json::object()));
    EXPECT_EQ(post(clerk, "/" + id + "/shares", to_json(RevealShare{1, {std::string(64, '2')}})).status, 400);
    for (std::int64_t i = 0; i < 2; ++i)
        id_of(post(clerk, "/" + id + "/shares",
                   to_json(RevealShare{i + 1, {std::string(64, static_cast<char>('1' + i))}})));
    id_of(post(clerk, "/" + id + "/numbers", to_json(EnterNumber{{"03 08 11 + 4"}})));
    auto const numbered = view(clerk, id);
    EXPECT_EQ(numbered.at("summary").at("stage"), "numbered");
    EXPECT_EQ(numbered.at("numbers").at(0).at("by"), "名 A-1");
    id_of(post(colleague, "/" + id + "/numbers", to_json(EnterNumber{{"03 08 11 + 4"}})));
    EXPECT_EQ(view(clerk, id).at("summary").at("stage"), "held");
    auto lease = ground.pool->lease();
    EXPECT_EQ(draw::replay(service.paper(*lease, {id}).value()), std::vector<std::string>());
    EXPECT_EQ(ground.findings(), std::vector<std::string>());
}

TEST_P(Draws, AreSeenInTheBureauAndAboveAndHeldByTheBureauAlone) {
    announce();
    auto const id = id_of(post(clerk, "", to_json(plan())));
    EXPECT_EQ(view(of_bureau("A-6", Role::permit_officer), id).at("yours_to_hold"), false);
    auto const province = of_bureau("A-3", Role::leader, "650000");
    EXPECT_EQ(caller.get(province, "/api/v1/draws/" + id).status, 200);
    EXPECT_EQ(caller.get(of_bureau("A-4", Role::clerk, "652302"), "/api/v1/draws/" + id).status, 404);
    EXPECT_EQ(post(province, "/" + id + "/voiding", to_json(VoidDraw{{"不办"}})).status, 404);
    EXPECT_EQ(
        post(of_bureau("A-5", Role::discipline_officer), "/" + id + "/voiding", to_json(VoidDraw{{"不办"}})).status,
        403);
    id_of(post(colleague, "/" + id + "/voiding", to_json(VoidDraw{{"名单有误"}})));
    EXPECT_EQ(view(clerk, id).at("voided"), "名单有误");
    EXPECT_EQ(body_of(caller.get(clerk, "/api/v1/draws")).at("items").as_array().size(), 1U);
}

TEST_P(Draws, ArePublishedAsAPageThatHoldsThemWhole) {
    announce();
    auto in = plan();
    in.title = {"<!--<script></script>抽查"};
    auto const id = id_of(post(clerk, "", to_json(in)));
    EXPECT_EQ(caller.get(clerk, "/api/v1/draws/" + id + "/replay-page").body, page) << "not held so far";
    id_of(post(colleague, "/" + id + "/holding", json::object{{"share", std::string(64, '7')}}));
    auto const held = caller.get(clerk, "/api/v1/draws/" + id + "/replay-page").body;
    EXPECT_NE(held.find(R"(\u003c/script>抽查)"), std::string::npos);
    EXPECT_EQ(held.find("</script>"), held.size() - 9) << "nothing ends the script before its end";
}

TEST_P(Draws, GiveAsManyTicketsAsTheBookSaysUnlessAnOfficerSaysWhyNot) {
    rating = RatingKnown{"PJ-1", 2025, false, "qualified", "合格", "信评所", field::parse_date("2026-02-01").value()};
    auto const found = body_of(caller.get(clerk, "/api/v1/draw-candidates"));
    EXPECT_EQ(found.at("items").at(1).at("tickets"), 2);
    EXPECT_EQ(found.at("items").at(1).at("reasons").at(0).at("citation").at("clause"), "XJ-12.frequency");
    EXPECT_EQ(found.at("items").at(0).at("tickets"), 1);
    EXPECT_TRUE(found.at("items").at(0).at("reasons").as_array().empty());
    announce();
    auto const as_suggested = view(clerk, id_of(post(clerk, "", to_json(plan()))));
    EXPECT_EQ(as_suggested.at("plan").at("candidates").at(1).at("weight"), 2);
    EXPECT_EQ(as_suggested.at("suggested").at(0).at("reason"), "信用评级“合格”");
    EXPECT_EQ(as_suggested.at("suggested").at(0).at("clause"), "XJ-12.frequency");
    announce();
    auto in = plan();
    in.weights = {{{"J-2"}, 1, {"上月刚检查过"}}};
    auto const changed = view(clerk, id_of(post(clerk, "", to_json(in))));
    EXPECT_EQ(changed.at("plan").at("candidates").at(1).at("weight"), 1);
    EXPECT_EQ(changed.at("suggested").at(0).at("weight"), 2) << "what was suggested stands beside it";
    EXPECT_EQ(ground.findings(), std::vector<std::string>());
}

TEST_P(Draws, OfASplitListAreProposedInProportionFrozenAndReplayed) {
    rating = RatingKnown{"PJ-1", 2025, false, "qualified", "合格", "信评所", field::parse_date("2026-02-01").value()};
    AskStrata ask;
    ask.take = 3;
    auto const answer = post(clerk, "/strata-preview", to_json(ask));
    ASSERT_EQ(answer.status, 200) << answer.body;
    auto const strata = body_of(answer).at("strata");
    ASSERT_EQ(strata.as_array().size(), 2U);
    EXPECT_EQ(strata.at(0).at("stratum"), "合格");
    EXPECT_EQ(strata.at(0).at("take"), 1) << "0.60, and at least one";
    EXPECT_EQ(strata.at(1).at("candidates"), 4);
    EXPECT_EQ(strata.at(1).at("take"), 2);
    announce();
    auto in = plan();
    in.take = 3;
    in.reserve = 0;
    in.split = Split{SplitBy::grade, {{{"合格"}, 1, 0}, {{"未评级"}, 2, 0}}, {}, {}, {}};
    auto const id = id_of(post(clerk, "", to_json(in)));
    EXPECT_EQ(view(clerk, id).at("split").at("by"), "grade");
    EXPECT_EQ(view(clerk, id).at("summary").at("take"), 3);
    auto lease = ground.pool->lease();
    auto const shown = service.public_draws(*lease, 1'000'000, 1).front();
    ASSERT_EQ(shown.strata.size(), 2U);
    EXPECT_EQ(shown.strata[1].candidates, 4);
    id_of(post(colleague, "/" + id + "/holding", json::object{{"share", std::string(64, '7')}}));
    auto const outcome = view(clerk, id).at("outcome");
    EXPECT_EQ(outcome.at(0).at("drawn").at(0).at("candidate"), "J-2") << "the only one of its grade";
    EXPECT_EQ(draw::replay(service.paper(*lease, {id}).value()), std::vector<std::string>());
    EXPECT_EQ(ground.findings(), std::vector<std::string>());
}

TEST_P(Draws, OfAListThatChangedBeforeItWasFrozenAreRefusedAtTheStratum) {
    announce();
    auto in = plan();
    in.split = Split{SplitBy::grade, {{{"合格"}, 1, 0}, {{"未评级"}, 1, 1}}, {}, {}, {}};
    auto const refused = post(clerk, "", to_json(in));
    EXPECT_EQ(refused.status, 400) << "nobody is graded any more";
    EXPECT_NE(refused.body.find("“合格”这一层没有对象"), std::string::npos) << refused.body;
}

TEST_P(Draws, AreSplitByAColumnOfAWorkbook) {
    auto const row = [&](std::vector<std::string> const& texts) {
        table.rows.push_back({static_cast<std::int64_t>(table.rows.size() + 1), {}});
        for (auto const& text : texts) table.rows.back().cells.push_back({text, false});
    };
    row({"机构名称", "类别", "备注"});
    row({"J-1", "矿山", ""});
    row({"J-4", "化工", ""});
    AskStrata ask;
    ask.by = SplitBy::sheet;
    ask.content = Text<1, 12'000'000>{"eA=="};
    auto const columns = body_of(post(clerk, "/strata-preview", to_json(ask)));
    EXPECT_EQ(columns.at("columns"), (json::array{"类别", "备注"})) << "to choose from";
    ask.column = Text<1, 100>{"类别"};
    auto const read = body_of(post(clerk, "/strata-preview", to_json(ask)));
    EXPECT_EQ(read.at("placed").as_array().size(), 2U);
    EXPECT_EQ(read.at("strata").as_array().size(), 3U) << "and those the sheet does not name";
    EXPECT_EQ(read.at("sm3").as_string().size(), 64U);
    ask.content = Text<1, 12'000'000>{"?"};
    EXPECT_EQ(post(clerk, "/strata-preview", to_json(ask)).status, 400);
    EXPECT_EQ(post(of_bureau("A-5", Role::discipline_officer), "/strata-preview", to_json(AskStrata{})).status, 403);
}

}  // namespace
}  // namespace anping::planning
