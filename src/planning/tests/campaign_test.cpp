// SPDX-License-Identifier: Apache-2.0
// A campaign's two coverages, and how often enterprises are visited, asked through their endpoints.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/planning/endpoints.hpp>
#include <anping/planning/projection.hpp>
#include <anping/registry/testing.hpp>

namespace anping::planning {
namespace {

using access::Role;
using api::testing::body_of;
using registry::testing::of_bureau;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::unique_ptr<ledger::Projection>> rows() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(make_projection());
    return out;
}
field::Date day(char const* text) { return field::parse_date(text).value(); }

class Campaigns : public ::testing::TestWithParam<db::Backend> {
protected:
    json::value get(access::Principal const& who, std::string const& path) {
        auto const answer = caller.get(who, "/api/v1/" + path);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return body_of(answer);
    }
    std::vector<std::string> ids(std::string const& path, char const* field) {
        std::vector<std::string> out;
        auto const found = get(clerk, path);
        for (auto const& row : found.at("items").as_array()) out.emplace_back(row.at(field).as_string());
        return out;
    }
    practice::StatutoryProject project(char const* id, char const* since) const {
        return {{id}, "安全现状评价", {second}, {"E-1"}, {"652301"}, day(since)};
    }
    CoverageDone look(Coverage kind, std::string const& institution) const {
        return {{institution}, kind, day("2026-02-03"), own, "检查 JC-1"};
    }
    std::vector<api::Endpoint> doors() {
        auto out = campaign_endpoints(campaign, *ground.pool);
        for (auto& one : visit_endpoints(visits, *ground.pool)) out.push_back(std::move(one));
        for (auto& one : earlier_report_endpoints(earlier, *ground.writer, *ground.pool, {}))
            out.push_back(std::move(one));
        return out;
    }

    registry::testing::Ground ground{GetParam(), rows(), {kept_schema()}, "2026-03-02T09:00:00+08:00"};
    std::string const first = ground.institution("91510100MA61T42C93", "天山安评");
    std::string const second = ground.institution("91510107749749603G", "天池安评");
    std::vector<practice::StatutoryProject> projects{project("P-3", "2026-01-09"), project("P-2", "2024-05-06"),
                                                     project("P-1", "2019-06-01")};
    std::vector<CoverageDone> done;
    std::vector<VisitAhead> ahead;
    EarlierReports earlier{*ground.registry};
    Campaign campaign{{[] { return registry::testing::books(); }, *ground.registry,
                       [this](auto&, auto const&) { return std::vector<registry::InstitutionId>{{second}, {first}}; },
                       [this](auto&, auto const&, field::Date since) {
                           std::vector<practice::StatutoryProject> out;
                           for (auto const& one : projects)
                               if (one.since >= since) out.push_back(one);
                           return out;
                       },
                       [this](auto&, auto const&, field::Date, field::Date) { return done; }, earlier}};
    Visits visits{
        {[] { return registry::testing::books(); }, *ground.registry,
         [](auto&, auto const&, field::Date) { return std::vector<registry::EnterpriseId>{{"E-1"}, {"E-2"}}; },
         [this](auto&, auto const&, field::Date, field::Date) { return done; },
         [this](auto&, auto const&, auto const&) { return ahead; }}};
    api::testing::Caller caller{doors(), ground.policy, ground.clock};
    access::Principal const clerk = of_bureau("A-1");
    access::Principal const zhengzhou = of_bureau("A-2", Role::leader, "410100");
    registry::BureauId const own{clerk.unit};
    registry::BureauId const province = registry::bureau_of({"650000"}, field::Authority::government);
};

INSTANTIATE_TEST_SUITE_P(Db, Campaigns, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Campaigns, CountWhoAndWhatIsCoveredOnceAndInEachOfItsWays) {
    done = {look(Coverage::site, second), look(Coverage::desk, second)};
    done[0].project = practice::ProjectId{"P-2"};
    done[1].project = practice::ProjectId{"P-2"};
    auto const seen = get(clerk, "campaign-coverage?since=2019-05-01");
    EXPECT_EQ(seen.at("institutions").at("total"), 2);
    EXPECT_EQ(seen.at("institutions").at("covered"), 1);
    EXPECT_EQ(seen.at("projects").at("total"), 3);
    EXPECT_EQ(seen.at("projects").at("covered"), 1);
    EXPECT_EQ(seen.at("projects").at("kinds").as_array().size(), 2U);
    EXPECT_EQ(seen.at("projects").at("kinds").at(0).at("count"), 1);
    EXPECT_FALSE(seen.as_object().contains("citation")) << "no book of the place asks for it";
    EXPECT_EQ(get(clerk, "campaign-coverage?since=2024-01-01").at("projects").at("total"), 2);
}

TEST_P(Campaigns, BeginWhereTheBookOfThePlaceSaysAndOtherwiseThisYear) {
    EXPECT_EQ(get(clerk, "campaign-coverage").at("since"), "2026-01-01");
    auto const there = get(zhengzhou, "campaign-coverage");
    EXPECT_EQ(there.at("since"), "2019-05-01");
    EXPECT_EQ(there.at("citation").at("clause"), "ZZ-2");
    EXPECT_EQ(caller.get(clerk, "/api/v1/campaign-coverage?since=2026-04-01").status, 400);
    EXPECT_EQ(caller.get(clerk, "/api/v1/campaign-projects?shown=some").status, 400);
}

TEST_P(Campaigns, ListWhatIsOpenPageByPage) {
    done = {look(Coverage::joint, first)};
    done[0].project = practice::ProjectId{"P-2"};
    EXPECT_THAT(ids("campaign-projects?since=2019-05-01&shown=open", "project"), ElementsAre("P-3", "P-1"));
    EXPECT_THAT(ids("campaign-projects?since=2019-05-01&shown=covered", "project"), ElementsAre("P-2"));
    EXPECT_THAT(ids("campaign-institutions?shown=open", "name"), ElementsAre("天池安评"));
    auto const page = get(clerk, "campaign-projects?since=2019-05-01&limit=2");
    EXPECT_EQ(page.at("items").at(0).at("institution_name"), "天池安评");
    EXPECT_THAT(
        ids("campaign-projects?since=2019-05-01&limit=2&cursor=" + std::string(page.at("next").as_string()), "project"),
        ElementsAre("P-1"));
}

TEST_P(Campaigns, AreForTheBureausThatPlan) {
    for (auto const* path : {"campaign-coverage", "campaign-projects", "campaign-institutions", "enterprise-visits",
                             "visit-load?enterprise=E-1"}) {
        EXPECT_EQ(caller.get(of_bureau("A-9", Role::legal_officer), std::string("/api/v1/") + path).status, 403)
            << path;
        EXPECT_EQ(caller.get(registry::testing::of_institution(first), std::string("/api/v1/") + path).status, 403);
    }
}

TEST_P(Campaigns, VisitsOfEnterprisesAreCountedAndDeskChecksAreNone) {
    done = {look(Coverage::site, {}), look(Coverage::desk, {}), look(Coverage::joint, {})};
    for (auto& one : done) one.enterprise = registry::EnterpriseId{"E-1"};
    done[2].bureau = province;
    auto const found = get(clerk, "enterprise-visits");
    ASSERT_EQ(found.at("items").as_array().size(), 2U);
    auto const& row = found.at("items").at(0);
    EXPECT_EQ(row.at("visits"), 2);
    EXPECT_EQ(row.at("own"), 1);
    EXPECT_EQ(row.at("by").at(1).at("kind"), "other");
    EXPECT_EQ(row.at("over_cap"), false);
    EXPECT_FALSE(row.as_object().contains("cap")) << "the place has published none";
    EXPECT_THAT(ids("enterprise-visits?least=1", "enterprise"), ElementsAre("E-1"));
    EXPECT_EQ(caller.get(clerk, "/api/v1/enterprise-visits?least=some").status, 400);
}

TEST_P(Campaigns, WhoPlansAVisitIsRemindedOfTheOneVisitRule) {
    auto const none = get(clerk, "visit-load?enterprise=E-1");
    EXPECT_THAT(none.at("by").as_array(), IsEmpty());
    EXPECT_EQ(none.at("one_visit").at("clause"), "CN-INSP.once");
    EXPECT_EQ(none.at("caps").at("clause"), "XJ-11b.caps");
    done = {look(Coverage::site, first), look(Coverage::site, first)};
    done[1].bureau = registry::bureau_of({"652302"}, field::Authority::government);
    ahead = {{day("2026-03-10"), day("2026-03-12"), "检查 JC-2"}};
    auto const seen = get(clerk, "visit-load?institution=" + first);
    EXPECT_EQ(seen.at("by").as_array().size(), 1U) << "what a bureau beside it does is not shown";
    EXPECT_EQ(seen.at("own"), 1);
    EXPECT_EQ(seen.at("ahead").at(0).at("reference"), "检查 JC-2");
    EXPECT_EQ(seen.at("reached"), false);
    EXPECT_EQ(caller.get(clerk, "/api/v1/visit-load").status, 400);
}

TEST_P(Campaigns, CountReportsFromBeforeThePlatformAsRowsAndAskNothingOfTheirTraces) {
    RecordEarlierReports list;
    for (auto const* title : {"甲厂现状评价报告", "乙厂验收评价报告", "丙厂预评价报告"})
        list.rows.push_back(
            {{title}, {"外地安评"}, std::nullopt, {"演示化工厂"}, day("2020-05-06"), Text<1, 100>{"AP-001"}});
    auto const written = caller.post(clerk, "/api/v1/earlier-reports", to_json(list));
    ASSERT_EQ(written.status, 201) << written.body;
    EXPECT_EQ(caller.post(clerk, "/api/v1/earlier-reports", to_json(list)).status, 400) << "known";
    EXPECT_EQ(get(clerk, "campaign-coverage?since=2019-05-01").at("earlier").at("total"), 3);
    EXPECT_EQ(get(clerk, "campaign-coverage?since=2021-01-01").at("earlier").at("total"), 0);
    auto const open = ids("campaign-earlier-reports?since=2019-05-01&shown=open&limit=2", "id");
    ASSERT_EQ(open.size(), 2U);
    CheckEarlierReport const check{Coverage::desk, day("2026-03-01"), {"对照报告与现场照片，没有发现问题"}};
    auto const path = "/api/v1/earlier-reports/" + open.front() + "/checks";
    EXPECT_EQ(caller.post(of_bureau("A-3", Role::leader, "650000"), path, to_json(check)).status, 404);
    CheckEarlierReport const before{Coverage::desk, day("2020-01-01"), {"以前"}};
    EXPECT_EQ(caller.post(clerk, path, to_json(before)).status, 400) << "before there was a report";
    EXPECT_EQ(caller.post(clerk, path, to_json(check)).status, 201);
    auto const seen = get(clerk, "campaign-coverage?since=2019-05-01");
    EXPECT_EQ(seen.at("earlier").at("covered"), 1);
    EXPECT_EQ(seen.at("earlier").at("kinds").at(0).at("kind"), "desk");
    EXPECT_EQ(ids("campaign-earlier-reports?since=2019-05-01&shown=open", "id").size(), 2U);
    auto const page = get(clerk, "campaign-earlier-reports?since=2019-05-01&limit=2");
    auto const next = std::string(page.at("next").as_string());
    EXPECT_EQ(ids("campaign-earlier-reports?since=2019-05-01&limit=2&cursor=" + next, "id").size(), 1U);
    auto const elsewhere = get(of_bureau("A-4", Role::clerk, "652302"), "campaign-coverage?since=2019-05-01");
    EXPECT_EQ(elsewhere.at("earlier").at("total"), 0) << "another county's";
    EXPECT_THAT(ground.findings(), IsEmpty());
}

}  // namespace
}  // namespace anping::planning
