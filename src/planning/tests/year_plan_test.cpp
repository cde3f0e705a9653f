// SPDX-License-Identifier: Apache-2.0
// Plans of a year and coverage, asked through their endpoints, on both databases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/planning/endpoints.hpp>
#include <anping/planning/projection.hpp>
#include <anping/registry/testing.hpp>

#include "../covered.hpp"

namespace anping::planning {
namespace {

using access::Role;
using api::testing::body_of;
using registry::testing::of_bureau;
using ::testing::IsEmpty;

std::vector<std::unique_ptr<ledger::Projection>> rows() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(make_projection());
    return out;
}
field::Date day(char const* text) { return field::parse_date(text).value(); }

class Years : public ::testing::TestWithParam<db::Backend> {
protected:
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1/year-plans" + path, body);
    }
    std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(body_of(response).at("result").at("id").as_string());
    }
    json::value get(access::Principal const& who, std::string const& path) {
        return body_of(caller.get(who, "/api/v1" + path));
    }
    WriteYearPlan of_2026() const {
        return {2026, {"2026年度检查计划"}, {"自治区措施第十一条"}, {{{first}, Coverage::site, 2, {"等级合格"}}}};
    }

    registry::testing::Ground ground{GetParam(), rows(), {kept_schema()}, "2026-03-02T09:00:00+08:00"};
    std::string const first = ground.institution("91510100MA61T42C93", "天山安评");
    std::string const second = ground.institution("91510107749749603G", "天池安评");
    std::optional<RatingKnown> rating;
    std::vector<CoverageDone> done;
    std::map<std::string, std::int64_t> at_level;
    std::optional<DishonestyKnown> dishonesty;
    YearPlans service{
        {[] { return registry::testing::books(); }, *ground.registry,
         [this](auto&, auto const&, DrawScope scope, auto) {
             return scope == DrawScope::local ? std::vector<registry::InstitutionId>{{first}}
                                              : std::vector<registry::InstitutionId>{{first}, {second}};
         },
         [this](auto&, registry::InstitutionId const& of, auto const&) {
             return of.text == first ? rating : std::nullopt;
         },
         [this](auto&, auto const&, field::Date, field::Date) { return done; },
         [](auto&, std::string const& account) { return "名 " + account; },
         [this](auto&, auto const&, auto) { return at_level; }, ground.clock,
         [this](auto&, registry::InstitutionId const& of) { return of.text == second ? dishonesty : std::nullopt; }}};
    api::testing::Caller caller{year_plan_endpoints(service, *ground.writer, *ground.pool), ground.policy,
                                ground.clock};
    access::Principal const clerk = of_bureau("A-1");
    access::Principal const leader = of_bureau("A-2", Role::leader);
};

INSTANTIATE_TEST_SUITE_P(Db, Years, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Years, ArePlannedByCoverageGradeAndListEachWithItsClause) {
    rating = RatingKnown{"PJ-1", 2025, false, "qualified", "合格", "信评所", day("2026-02-01")};
    auto const rows = get(clerk, "/year-plan-suggestions").at("items").as_array();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].at("times"), 2) << "as the grade says";
    EXPECT_EQ(rows[0].at("reasons").as_array().size(), 2U);
    EXPECT_EQ(rows[0].at("reasons").at(0).at("citation").at("clause"), "XJ-11b");
    EXPECT_EQ(rows[1].at("times"), 1);
    EXPECT_EQ(rows[1].at("name"), "天池安评");
}

TEST_P(Years, LookMoreOftenAtWhoeverIsListedForSeriousDishonestyWhileThatLasts) {
    dishonesty = DishonestyKnown{"SX-1", day("2029-02-10")};
    auto const listed = get(clerk, "/year-plan-suggestions").at("items").at(1);
    EXPECT_EQ(listed.at("times"), 3);
    auto const& reason = listed.at("reasons").as_array().back();
    EXPECT_EQ(reason.at("text"), "严重失信主体名单 SX-1，至 2029-02-10：加大检查频次");
    EXPECT_EQ(reason.at("citation").at("clause"), "CN-SD.effects");
    EXPECT_EQ(reason.at("citation").at("binding"), false) << "a suggestion with its certainty";
    dishonesty.reset();
    EXPECT_EQ(get(clerk, "/year-plan-suggestions").at("items").at(1).at("times"), 1);
}

TEST_P(Years, AssignToTheBureauWhoServesTheEnterprisesOfItsLevel) {
    at_level[second] = 3;
    auto const rows = get(clerk, "/year-plan-suggestions").at("items").as_array();
    auto const says = [&](std::string const& whose) {
        std::string out;
        for (auto const& row : rows)
            if (row.at("institution").as_string() == whose)
                for (auto const& reason : row.at("reasons").as_array())
                    if (reason.at("citation").at("clause") == "XJ-11a") out = reason.at("text").as_string();
        return out;
    };
    EXPECT_EQ(says(first), "");
    EXPECT_EQ(says(second), "服务本级监管的企业 3 家");
}

TEST_P(Years, OfALevelThatHasNotToCoverEverybodyAreNotPlannedByCoverage) {
    auto const prefecture = of_bureau("A-8", Role::clerk, "652300");
    rating = RatingKnown{"PJ-1", 2025, false, "qualified", "合格", "信评所", day("2026-02-01")};
    auto const rows = get(prefecture, "/year-plan-suggestions").at("items").as_array();
    ASSERT_EQ(rows.size(), 2U);
    for (auto const& row : rows) {
        bool const is_first = row.at("institution") == json::string(first);
        EXPECT_EQ(row.at("times"), is_first ? 2 : 0) << "the grade still asks";
        for (auto const& reason : row.at("reasons").as_array())
            EXPECT_NE(reason.at("citation").at("clause"), "XJ-11b") << "that one binds counties";
    }
    EXPECT_FALSE(get(prefecture, "/coverage").as_object().contains("citation"));
    EXPECT_FALSE(get(of_bureau("A-7", Role::clerk, "650000"), "/coverage").as_object().contains("citation"));
}

TEST(VisitsForTheCap, AreThoseThatEnterTheSiteAloneOrWithOthers) {
    auto const by = [](Coverage kind, bool own) {
        return CoveredBy{kind, day("2026-02-03"), "某局", "检查 JC-1", own};
    };
    EXPECT_EQ(own_visits({by(Coverage::site, true), by(Coverage::joint, true)}), 2);
    EXPECT_EQ(own_visits({by(Coverage::desk, true), by(Coverage::other, false)}), 0);
}

TEST_P(Years, AreApprovedBySomebodyElseAndAgainAfterAChange) {
    auto const id = id_of(post(leader, "", to_json(of_2026())));
    EXPECT_EQ(post(leader, "/" + id + "/approval", json::object()).status, 409) << "wrote it";
    auto const other = of_bureau("A-3", Role::leader);
    EXPECT_EQ(get(other, "/year-plans/" + id).at("yours_to_approve"), true);
    id_of(post(other, "/" + id + "/approval", json::object()));
    id_of(post(
        clerk, "/" + id + "/changes",
        to_json(ChangeYearPlan{
            {"新增一家"}, {{{first}, Coverage::desk, 1, {"全覆盖"}}, {{second}, Coverage::site, 1, {"全覆盖"}}}})));
    auto const view = get(clerk, "/year-plans/" + id);
    EXPECT_EQ(view.at("summary").at("stage"), "written");
    EXPECT_EQ(view.at("items").as_array().size(), 2U);
    EXPECT_EQ(view.at("acts").as_array().size(), 3U);
    EXPECT_EQ(view.at("acts").at(2).at("reason"), "新增一家");
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(Years, HaveOnePlanABureauAndNameWhoIsRegistered) {
    id_of(post(clerk, "", to_json(of_2026())));
    EXPECT_EQ(post(clerk, "", to_json(of_2026())).status, 409);
    auto other = of_2026();
    other.year = 2027;
    other.items.push_back(other.items.front());
    EXPECT_EQ(post(clerk, "", to_json(other)).status, 400) << "twice the same";
    other.items.back().institution = {"J-unknown"};
    EXPECT_EQ(post(clerk, "", to_json(other)).status, 400);
    other.items.pop_back();
    other.year = 2025;
    EXPECT_EQ(post(clerk, "", to_json(other)).status, 400) << "a year that is over";
}

TEST_P(Years, AreCoveredByVisitsDeskChecksAndWhatOthersDid) {
    id_of(post(clerk, "", to_json(of_2026())));
    registry::BureauId const own{clerk.unit}, province = registry::bureau_of({"650000"}, field::Authority::government);
    done = {{{second}, Coverage::site, day("2026-02-03"), province, "检查 JC-1"}};
    auto meter = get(clerk, "/coverage");
    EXPECT_EQ(meter.at("covered"), 1);
    EXPECT_EQ(meter.at("citation").at("clause"), "XJ-11b");
    ASSERT_EQ(meter.at("rows").as_array().size(), 2U);
    for (auto const& row : meter.at("rows").as_array()) {
        bool const is_first = row.at("institution") == json::string(first);
        EXPECT_EQ(row.at("covered"), !is_first);
        EXPECT_EQ(row.at("planned"), is_first ? 2 : 0);
        if (is_first) continue;
        EXPECT_EQ(row.at("by").at(0).at("kind"), "other") << "another bureau's result";
    }
    done.push_back({{first}, Coverage::desk, day("2026-03-01"), own, "检查 JC-2"});
    meter = get(clerk, "/coverage?from=2026-01-01&to=2026-03-02");
    EXPECT_EQ(meter.at("covered"), 2);
    EXPECT_EQ(caller.get(clerk, "/api/v1/coverage?from=2026-03-02&to=2026-03-01").status, 400);
}

TEST_P(Years, AreSeenFromAboveBureauByBureau) {
    auto const above = of_bureau("A-9", Role::leader, "652300");
    done = {{{second}, Coverage::site, day("2026-02-03"), {clerk.unit}, "检查 JC-1"}};
    auto const rows = get(above, "/coverage-below").at("items").as_array();
    ASSERT_FALSE(rows.empty());
    for (auto const& row : rows) {
        EXPECT_TRUE(row.at("bureau").as_string().starts_with("B-6523"));
        EXPECT_EQ(row.at("institutions"), 2);
        EXPECT_EQ(row.at("covered"), 1);
    }
    auto const county = get(above, "/coverage?bureau=" + clerk.unit);
    EXPECT_EQ(county.at("covered"), 1);
    ASSERT_EQ(county.at("rows").as_array().size(), 2U);
    for (auto const& row : county.at("rows").as_array()) {
        auto const& by = row.at("by").as_array();
        bool const is_second = row.at("institution") == json::string(second);
        ASSERT_EQ(by.size(), is_second ? 1U : 0U);
        EXPECT_EQ(std::ranges::count_if(by, [](auto const& one) { return one.at("own").as_bool(); }), std::ssize(by))
            << "the county's own";
    }
    EXPECT_EQ(caller.get(clerk, "/api/v1/coverage?bureau=" + above.unit).status, 404) << "not from below";
    EXPECT_TRUE(get(clerk, "/coverage-below").at("items").as_array().empty());
}

}  // namespace
}  // namespace anping::planning
