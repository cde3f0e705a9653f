// SPDX-License-Identifier: Apache-2.0
// Bureaus that are drawn by the one above, and what is recorded of them, on both databases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/planning/endpoints.hpp>
#include <anping/planning/projection.hpp>
#include <anping/registry/testing.hpp>

#include "rules_bureau_checks.hpp"

namespace anping::planning {
namespace {

using access::Role;
using api::testing::body_of;
using registry::testing::of_bureau;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::vector<std::unique_ptr<ledger::Projection>> rows() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(make_projection());
    return out;
}

class DrawnBureaus : public ::testing::TestWithParam<db::Backend> {
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
    PlanDraw plan(std::int64_t take = 2) const {
        PlanDraw out{{"整治工作抽查"}, {"专项整治方案"}, {}, {}, {}, {}, {}, take, 1, {}, 2, {}, 0, {}, {}};
        out.scope = DrawScope::bureaus;
        return out;
    }
    std::string held(PlanDraw const& in) {
        id_of(caller.post(clerk, "/api/v1/draw-seeds", json::object()));
        auto id = id_of(post(clerk, "", to_json(in)));
        id_of(post(colleague, "/" + id + "/holding", json::object{{"share", std::string(64, '7')}}));
        return id;
    }
    std::string drawn(std::string const& id, std::size_t number) {
        auto const outcome = view(clerk, id).at("outcome");
        return std::string(outcome.at(0).at("drawn").at(number).at("candidate").as_string());
    }
    std::vector<std::string> asked_of(std::string const& bureau) {
        std::vector<std::string> out;
        for (auto const& one : service.to_be_checked(*ground.pool->lease(), {bureau})) out.push_back(one.draw.text);
        return out;
    }
    static RecordBureauCheck check(std::string bureau) {
        return {
            {std::move(bureau)}, field::parse_date("2026-11-29").value(), {"专项整治台账"}, {"两家机构未复查"}, {}, {}};
    }

    registry::testing::Ground ground{GetParam(), rows(), {kept_schema()}, "2026-11-29T09:00:00+08:00"};
    std::int64_t made = 0;
    std::optional<registry::ExpertView> expert;
    Service service{{*ground.registry,
                     [](auto&, auto const&, auto, auto) { return std::vector<registry::InstitutionId>{{"J-1"}}; },
                     [this](std::size_t bytes) { return std::string(bytes, static_cast<char>('a' + made++)); },
                     [](auto&, std::string const& account) { return "名 " + account; },
                     [this](auto&, auto const&, auto) { return expert; }, [](auto&, auto const&) { return false; },
                     [] { return registry::testing::books(); }}};
    api::testing::Caller caller{endpoints(service, *ground.writer, *ground.pool, [] { return std::string(); }, {}),
                                ground.policy, ground.clock};
    access::Principal const clerk = of_bureau("A-1", Role::clerk, "652300");
    access::Principal const colleague = of_bureau("A-2", Role::section_head, "652300");
};

INSTANTIATE_TEST_SUITE_P(Db, DrawnBureaus, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(DrawnBureaus, AreThoseBelowByTheirNamesAndNoInstitution) {
    auto const found = body_of(caller.get(clerk, "/api/v1/draw-candidates?scope=bureaus")).at("items").as_array();
    std::vector<std::string> names;
    for (auto const& one : found) {
        names.emplace_back(one.at("name").as_string());
        EXPECT_TRUE(one.at("institution").as_string().starts_with("B-6523"));
        EXPECT_EQ(one.at("tickets"), 1);
    }
    EXPECT_THAT(names, SizeIs(7));
    EXPECT_THAT(names, Contains("新疆维吾尔自治区昌吉回族自治州阜康市应急管理局"));
    auto const county = of_bureau("A-3");
    EXPECT_THAT(body_of(caller.get(county, "/api/v1/draw-candidates?scope=bureaus")).at("items").as_array(), IsEmpty());
}

TEST_P(DrawnBureaus, AreDrawnAndReplayedAsOthersAreAndFindItAmongTheirTodosUntilTheResultIsRecorded) {
    auto const id = held(plan());
    EXPECT_EQ(view(clerk, id).at("summary").at("scope"), "bureaus");
    EXPECT_EQ(draw::replay(service.paper(*ground.pool->lease(), {id}).value()), std::vector<std::string>());
    auto const first = drawn(id, 0), second = drawn(id, 1);
    EXPECT_EQ(asked_of(first), std::vector<std::string>{id});
    EXPECT_THAT(asked_of("B-652300"), IsEmpty());
    auto const its_own = of_bureau("A-9", Role::clerk, first.substr(2, 6).c_str());
    EXPECT_EQ(view(its_own, id).at("summary").at("id"), json::string(id)) << "it may read what drew it";
    id_of(post(clerk, "/" + id + "/bureau-checks", to_json(check(first))));
    EXPECT_THAT(asked_of(first), IsEmpty());
    EXPECT_THAT(asked_of(second), SizeIs(1));
    auto const seen = view(clerk, id).at("checks");
    ASSERT_EQ(seen.as_array().size(), 1U);
    EXPECT_EQ(seen.at(0).at("check").at("finding"), "两家机构未复查");
    EXPECT_EQ(seen.at(0).at("recorded_by"), "名 A-1");
    id_of(post(clerk, "/" + id + "/bureau-checks", to_json(check(first))));
    EXPECT_EQ(view(clerk, id).at("checks").as_array().size(), 2U) << "looked at again";
    EXPECT_EQ(ground.findings(), std::vector<std::string>());
}

TEST_P(DrawnBureaus, AreRecordedOfByTheBureauThatDrewThemAndOnlyOfWhomItDrew) {
    auto const id = held(plan());
    auto const path = "/" + id + "/bureau-checks";
    EXPECT_EQ(post(clerk, path, to_json(check("B-652300"))).status, 400) << "itself";
    auto late = check(drawn(id, 0));
    late.on = field::parse_date("2026-11-30").value();
    EXPECT_EQ(post(clerk, path, to_json(late)).status, 400) << "tomorrow";
    auto forged = check(drawn(id, 0));
    forged.file = SourceFile{{"记录.pdf"}, {std::string(64, 'X')}};
    EXPECT_EQ(post(clerk, path, to_json(forged)).status, 400);
    EXPECT_EQ(post(of_bureau("A-9"), path, to_json(check(drawn(id, 0)))).status, 404) << "a county";
    auto const reserve = view(clerk, id).at("outcome").at(0).at("reserve").at(0).as_string();
    EXPECT_EQ(post(clerk, path, to_json(check(std::string(reserve)))).status, 201) << "it came in another's place";
}

TEST_P(DrawnBureaus, OfADrawThatIsNotHeldOrIsOfInstitutionsHaveNoResult) {
    id_of(caller.post(clerk, "/api/v1/draw-seeds", json::object()));
    auto const open = id_of(post(clerk, "", to_json(plan())));
    EXPECT_EQ(post(clerk, "/" + open + "/bureau-checks", to_json(check("B-652301"))).status, 409);
    auto institutions = plan(1);
    institutions.scope = DrawScope::local;
    institutions.reserve = 0;
    auto const id = held(institutions);
    EXPECT_EQ(post(clerk, "/" + id + "/bureau-checks", to_json(check("J-1"))).status, 409);
    EXPECT_THAT(asked_of("J-1"), IsEmpty());
}

TEST_P(DrawnBureaus, AreSplitByLevelAndHomeAndNotByWhatOnlyInstitutionsHave) {
    auto const province = of_bureau("A-7", Role::clerk, "650000");
    AskStrata ask;
    ask.scope = DrawScope::bureaus;
    ask.by = SplitBy::kind;
    ask.take = 6;
    auto const levels = body_of(post(province, "/strata-preview", to_json(ask))).at("strata");
    ASSERT_EQ(levels.as_array().size(), 2U);
    EXPECT_EQ(levels.at(0).at("stratum"), "县级应急管理部门");
    EXPECT_EQ(levels.at(1).at("stratum"), "市级应急管理部门");
    ask.by = SplitBy::region;
    auto const homes = body_of(post(province, "/strata-preview", to_json(ask))).at("strata").as_array();
    EXPECT_GT(homes.size(), 10U);
    ask.by = SplitBy::grade;
    auto const refused = post(province, "/strata-preview", to_json(ask));
    EXPECT_EQ(refused.status, 400);
    EXPECT_NE(refused.body.find("/by"), std::string::npos) << refused.body;
}

TEST_P(DrawnBureaus, AreNotVisitedByAnExpertWhoWorksThere) {
    expert.emplace();
    expert->id = {"Z-1"};
    expert->name = "钱专家";
    expert->employer = "阜康市应急管理局";
    expert->current = true;
    auto in = plan(7);
    in.reserve = 0;
    in.experts = {{"Z-1"}};
    in.experts_each = 1;
    auto const id = held(in);
    auto const drawn = view(clerk, id).at("outcome").at(0).at("drawn").as_array();
    ASSERT_EQ(drawn.size(), 7U);
    for (auto const& one : drawn) {
        bool const own = one.at("candidate") == "B-652302";
        EXPECT_EQ(one.at("sent").at(0).at("members").as_array().empty(), own);
    }
}

TEST(BureausBelow, AreOfTheSameAuthority) {
    auto const law = registry::testing::books();
    auto corps = of_bureau("A-1", Role::clerk, "650000");
    auto const government = bureaus_below(law->regions(), corps);
    corps.authority = field::Authority::corps;
    for (auto const& one : bureaus_below(law->regions(), corps)) EXPECT_TRUE(one.text.ends_with("-C")) << one.text;
    for (auto const& one : government) EXPECT_FALSE(one.text.ends_with("-C")) << one.text;
    EXPECT_THAT(government, Not(Contains(registry::InstitutionId{"B-650000"})));
    EXPECT_THAT(government, Contains(registry::InstitutionId{"B-652301"}));
}

}  // namespace
}  // namespace anping::planning
