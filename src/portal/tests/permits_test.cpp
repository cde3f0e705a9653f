// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include <anping/api/testing.hpp>
#include <anping/cases/projection.hpp>
#include <anping/licensing/projection.hpp>
#include <anping/portal/portal.hpp>
#include <anping/practice/testing.hpp>

namespace anping::portal {
namespace {

using practice::testing::at;
using practice::testing::day;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class Permits : public ::testing::TestWithParam<db::Backend> {
protected:
    std::string page(std::string const& query = "", int status = 200) {
        auto request = api::testing::request("GET", "/permits" + query);
        for (auto const& route : pages(sources)) {
            if (!api::testing::matches(route.pattern, request)) continue;
            auto const response = route.handle(request);
            EXPECT_EQ(response.status, status);
            return response.body;
        }
        return {};
    }
    // The cells of each row, "2026 1 0 0 0 0".
    static std::vector<std::string> rows(std::string const& body) {
        std::vector<std::string> out;
        std::regex const row("<tr role=\"row\">(<td.*?)</tr>"), tag("<[^>]*>");
        for (std::sregex_iterator at(body.begin(), body.end(), row), end; at != end; ++at) {
            auto const cells = std::regex_replace((*at)[1].str(), std::regex("</td><td"), "</td> <td");
            out.push_back(std::regex_replace(cells, tag, ""));
        }
        return out;
    }
    licensing::ApplicationId applied() {
        licensing::ReceiveApplication in{house.enterprise,  {"chemical_production"}, {"延期"},
                                         day("2026-03-02"), day("2026-03-02"),       {{project}}};
        auto const written = house.act(desk, licensing.receive(std::move(in)));
        return {std::string(written.value().answer.at("id").as_string())};
    }

    std::unique_ptr<ledger::Projection> applications = licensing::make_projection();
    std::unique_ptr<ledger::Projection> penalties = cases::make_projection();
    practice::testing::House house{
        GetParam(), practice::testing::books(ANPING_SOURCE_DIR "/rulebooks"), {applications.get(), penalties.get()}};
    licensing::Service licensing{[this] { return house.law; }, house.registry, house.service, house.clock};
    planning::Service planning{{house.registry, {}, {}, {}, {}, {}}};
    cases::Service cases{{[this] { return house.law; }, house.registry, house.personal, house.clock,
                          [](auto&, auto&) { return std::vector<cases::RelianceView>(); },
                          [](auto&, auto&) { return std::optional<std::string>(); }}};
    Sources const sources{
        house.service, licensing,         house.registry, planning, cases, {}, [this] { return house.law; },
        house.pool,    house.folder.path, house.clock};
    access::Principal desk = house.of_bureau(access::Role::permit_officer, "652301", "A-permit");
    practice::ProjectId project{
        house.done(house.leader(), house.service.open_project(house.leader(), house.contract())).id};
};
INSTANTIATE_TEST_SUITE_P(Db, Permits, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Permits, AreCountedByPlaceAndYearWithTheClauseThatHolds) {
    auto const id = applied();
    house.act(desk, licensing.demand_correction(id, {project, {{"上传合同"}}})).value();
    EXPECT_THAT(rows(page()), ElementsAre("2026 1 0 0 0 0", "新疆维吾尔自治区 1 0 0 0 0"));
    house.clock.set(at("2026-03-23T09:00:00+08:00"));
    EXPECT_THAT(rows(page()), ElementsAre("2026 1 0 1 1 0", "新疆维吾尔自治区 1 0 1 1 0"));
    auto const head = house.of_bureau(access::Role::leader, "652301", "A-head");
    licensing::Decide const decision{licensing::Outcome::granted, day("2026-03-23"), {}, {"条件符合"}};
    house.act(head, licensing.decide(id, decision)).value();
    auto const body = page();
    EXPECT_THAT(rows(body), ElementsAre("2026 1 1 1 1 1", "新疆维吾尔自治区 1 1 1 1 1"));
    EXPECT_THAT(body, HasSubstr("未按时整改的不提交办公会议"));
    EXPECT_THAT(body, HasSubstr("XJ-14.agenda"));
}

TEST_P(Permits, LeadFromTheNationDownToACountyAndBack) {
    applied();
    EXPECT_THAT(page(), HasSubstr("/permits?region=650000&amp;year=2026"));
    EXPECT_THAT(rows(page("?region=650000")), ElementsAre("2026 1 0 0 0 0", "昌吉回族自治州 1 0 0 0 0"));
    auto const county = page("?region=652301");
    EXPECT_THAT(rows(county), ElementsAre("2026 1 0 0 0 0", "昌吉市 1 0 0 0 0"));
    EXPECT_THAT(county, HasSubstr("/permits?region=652300&amp;year=2026"));
    EXPECT_THAT(page("?region=320000"), HasSubstr("还没有许可申请"));
    EXPECT_THAT(page("?region=650000&year=2020"), HasSubstr("这一年没有许可申请"));
    EXPECT_THAT(page("?region=320000"), HasSubstr("这里没有暂缓上会的条款"));
    page("?region=999999", 404);
}

TEST_P(Permits, NameNobody) {
    applied();
    EXPECT_THAT(page(), Not(HasSubstr("昌吉化工")));
    EXPECT_THAT(page("?region=652301"), Not(HasSubstr("昌吉化工")));
}

}  // namespace
}  // namespace anping::portal
