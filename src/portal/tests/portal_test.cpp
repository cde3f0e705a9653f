// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include <anping/api/testing.hpp>
#include <anping/cases/projection.hpp>
#include <anping/licensing/projection.hpp>
#include <anping/portal/portal.hpp>
#include <anping/practice/testing.hpp>

#include "html.hpp"

namespace anping::portal {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Portal : public ::testing::TestWithParam<db::Backend> {
protected:
    http::Response show(std::string const& target) { return show(sources, target); }
    static http::Response show(Sources const& from, std::string const& target) {
        auto request = api::testing::request("GET", target);
        for (auto const& route : pages(from))
            if (api::testing::matches(route.pattern, request)) return route.handle(request);
        return http::text(599, "no such page");
    }
    // The body of a page that must be there.
    std::string page(std::string const& target, int status = 200) {
        auto const response = show(target);
        EXPECT_EQ(response.status, status) << target;
        return response.body;
    }
    json::value read(std::string const& target) {
        auto const response = caller.get({}, target);
        EXPECT_EQ(response.status, 200) << target << " " << response.body;
        return api::testing::body_of(response);
    }
    std::string reported(practice::ProjectId const& id, std::string const& content, std::string const& title) {
        practice::FileReport in{
            {title}, {"符合"}, {house.people[0]}, house.upload(house.leader(), "报告.pdf", content)};
        house.done(house.leader(), house.service.file_report(house.leader(), id, std::move(in)));
        auto lease = house.pool.lease();
        auto const sm3 = house.service.project(*lease, id)->reports[0].file.blob.sm3;
        using enum practice::ReviewStep;
        for (auto const& [role, step] : {std::pair(access::Role::internal_reviewer, internal_review),
                                         std::pair(access::Role::technical_lead, technical_lead),
                                         std::pair(access::Role::process_lead, process_lead)}) {
            auto const who = house.of_institution(role, std::string("A-") + boost::describe::enum_to_string(role, ""));
            house.done(who, house.service.sign_review(who, id, house.confirming(who, id, step, sm3)));
        }
        auto const who = house.of_institution(access::Role::process_lead, "A-process_lead");
        return house.done(who, house.service.publish_report(who, id, {{sm3}})).number.value();
    }
    practice::ProjectId opened() {
        return {house.done(house.leader(), house.service.open_project(house.leader(), house.contract())).id};
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
    api::testing::Caller caller{endpoints(sources), house.policy, house.clock};
    std::string const hostile = R"(<script>alert("1")</script>'&)";
    std::string const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;";
};
INSTANTIATE_TEST_SUITE_P(Db, Portal, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Portal, EveryPageRendersBeforeAnythingIsSigned) {
    for (auto const* target :
         {"/", "/institutions", "/institutions?q=没有", "/reports", "/reports?q=AP2026-1", "/ledger", "/ledger?entry=0",
          "/ledger?entry=99999999999999", "/ledger?entry=x", "/permits", "/permits?region=652301&year=x", "/penalties",
          "/typical-cases", "/typical-cases?topic=x&q=%25", "/law", "/law?book=XJ"}) {
        auto const body = page(target);
        EXPECT_TRUE(body.starts_with("<!doctype html>")) << target;
        EXPECT_TRUE(body.ends_with("</html>")) << target;
    }
    EXPECT_THAT(page("/ledger"), HasSubstr("还没有签名的树头"));
    page("/institutions/J-404", 404);
    page("/typical-cases/DX-404", 404);
}

TEST_P(Portal, APageHasNoInlineScriptOrStyleAndForbidsThem) {
    reported(opened(), "%PDF a", "报告");
    house.sign_head();
    for (auto const& target : {std::string("/"), std::string("/institutions"),
                               "/institutions/" + house.institution.text, std::string("/reports?q=AP2026"),
                               std::string("/ledger?entry=1"), std::string("/permits"), std::string("/law")}) {
        auto const response = show(target);
        EXPECT_FALSE(std::regex_search(response.body, std::regex("<script(?![^>]*\\ssrc=)[^>]*>"))) << target;
        EXPECT_FALSE(std::regex_search(response.body, std::regex("<style|\\sstyle=|\\son[a-z]+=|javascript:")))
            << target;
        auto const policy = api::testing::header_of(response, "content-security-policy");
        EXPECT_THAT(policy, HasSubstr("script-src 'self'")) << target;
        EXPECT_THAT(policy, Not(HasSubstr("unsafe"))) << target;
    }
}

TEST_P(Portal, HostileNamesAreShownAsTheyAreWritten) {
    auto const id = house.add_institution("91510100MA61T42C93", hostile, "650000");
    for (auto const& target : {std::string("/institutions"), "/institutions/" + id.text}) {
        EXPECT_THAT(page(target), HasSubstr(escaped)) << target;
        EXPECT_THAT(page(target), Not(HasSubstr("<script>alert"))) << target;
    }
    auto const number = reported(opened(), "%PDF a", hostile);
    EXPECT_THAT(page("/reports?q=" + number), HasSubstr(escaped));
    for (auto const* target : {"/institutions?q=%3Cscript%3Ealert(%221%22)%3C/script%3E'%26",
                               "/reports?q=%3Cscript%3Ealert(%221%22)%3C/script%3E'%26",
                               "/ledger?entry=%3Cscript%3Ealert(%221%22)%3C/script%3E'%26"}) {
        EXPECT_THAT(page(target), HasSubstr(escaped)) << target;
        EXPECT_THAT(page(target), Not(HasSubstr("<script>alert"))) << target;
    }
}

TEST_P(Portal, APublishedGradeStandsOnTheInstitutionsPageWithItsYear) {
    auto const path = "/institutions/" + house.institution.text;
    EXPECT_THAT(page(path), HasSubstr("未评级不等于不参加评定"));
    Sources graded = sources;
    graded.grades = [this](db::Session&, registry::InstitutionId const& of) {
        std::vector<credit::GradeView> out;
        if (of != house.institution) return out;
        out.emplace_back();
        out.back().year = 2025;
        out.back().grade_name = "良好";
        out.back().rater = hostile;
        out.back().rated_on = field::parse_date("2026-02-01").value();
        out.back().region_name = "新疆维吾尔自治区";
        return out;
    };
    auto const body = show(graded, path).body;
    EXPECT_THAT(body, HasSubstr("<td>2025</td><td>良好</td>"));
    EXPECT_THAT(body, HasSubstr("2026-02-01"));
    EXPECT_THAT(body, HasSubstr(escaped));
    EXPECT_THAT(body, Not(HasSubstr("<script>alert")));
}

TEST_P(Portal, TheRegisterShowsTheCertificateAndThePublishedReports) {
    auto const number = reported(opened(), "%PDF a", "现状评价报告");
    auto const body = page("/institutions/" + house.institution.text);
    EXPECT_THAT(body, HasSubstr("天山安评"));
    EXPECT_THAT(body, HasSubstr("石油加工业，化学原料、化学品及医药制造业"));
    EXPECT_THAT(body, HasSubstr("2024-01-01 至 2028-12-31"));
    EXPECT_THAT(body, HasSubstr(number));
    EXPECT_THAT(body, Not(HasSubstr("王组长")));
    house.clock.set(practice::testing::at("2029-01-01T09:00:00+08:00"));
    EXPECT_THAT(page("/institutions/" + house.institution.text), HasSubstr("不在有效期内"));
    EXPECT_THAT(page("/institutions?q=91650100MA775E3P5A"), HasSubstr("天山安评"));
    EXPECT_THAT(page("/institutions?q=%25"), HasSubstr("没有符合条件的机构"));
}

TEST_P(Portal, AReportsPageLeadsToTheInstitutionsOwnSiteAndSaysWhatWasFoundThere) {
    auto const id = opened();
    auto const number = reported(id, "%PDF a", "现状评价报告");
    EXPECT_THAT(page("/reports?q=" + number), HasSubstr("没有登记"));
    auto const sm3 = std::string(read("/api/v1/report-check?q=" + number).at("reports").at(0).at("sm3").as_string());
    practice::RecordDisclosure in{{sm3}, {"http://tianshan.test/r?a=1&b=\"2\""}, {}, {}, {}};
    house.done(house.leader(), house.service.record_disclosure(id, in));
    auto const body = page("/reports?q=" + number);
    EXPECT_THAT(body, HasSubstr("href=\"http://tianshan.test/r?a=1&amp;b=%222%22\""));
    EXPECT_THAT(body, HasSubstr("还没有核对"));
    practice::RecordSighting const seen{house.clock.now(), practice::Sight::unreachable, {}};
    house.done(house.county(), house.service.record_sighting(house.county(), id, seen));
    EXPECT_THAT(page("/reports?q=" + number), HasSubstr("未能打开"));
}

TEST_P(Portal, AReportIsFiledSupersededOrUnknown) {
    auto const id = opened();
    auto const first = reported(id, "%PDF first", "第一版");
    EXPECT_THAT(page("/reports?q=" + first), HasSubstr("这是现行公开的报告"));
    auto const filed = read("/api/v1/report-check?q=" + first);
    EXPECT_EQ(filed.at("state"), "filed");
    std::string const sha256(filed.at("reports").at(0).at("sha256").as_string());
    EXPECT_EQ(read("/api/v1/report-check?q=" + sha256).at("reports").at(0).at("number"), json::value(first));
    auto const second = reported(id, "%PDF second", "第二版");
    EXPECT_THAT(page("/reports?q=" + first), HasSubstr("这份报告已被新的版本替代"));
    EXPECT_EQ(read("/api/v1/report-check?q=" + first).at("state"), "superseded");
    EXPECT_EQ(read("/api/v1/report-check?q=" + second).at("state"), "filed");
    EXPECT_EQ(read("/api/v1/report-check?q=AP2026-404").at("state"), "unknown");
    EXPECT_EQ(read("/api/v1/report-check").at("state"), "unknown");
    EXPECT_THAT(page("/reports?q=AP2026-404"), HasSubstr("账本里没有这个编号"));
}

TEST_P(Portal, AReceiptIsProvedToTheSignedHead) {
    opened();
    EXPECT_THAT(page("/ledger?entry=1"), Not(HasSubstr("证明路径")));
    house.sign_head();
    EXPECT_THAT(page("/ledger?entry=1"), HasSubstr("证明路径"));
    EXPECT_THAT(page("/ledger"), HasSubstr("指纹（SM3）"));
    EXPECT_THAT(page("/"), HasSubstr("树根"));
    EXPECT_EQ(read("/api/v1/heads").at("items").as_array().size(), 1U);
    EXPECT_EQ(read("/api/v1/receipts/1").at("receipt").at("entry"), 1);
    EXPECT_EQ(caller.get({}, "/api/v1/receipts/999").status, 404);
    EXPECT_EQ(caller.get({}, "/api/v1/receipts/x").status, 404);
    EXPECT_TRUE(read("/api/v1/consistency?from=2&to=5").at("proof").is_array());
    EXPECT_GE(caller.get({}, "/api/v1/consistency?from=5&to=999").status, 400);
}

TEST_P(Portal, TheLawIsReadByBook) {
    EXPECT_THAT(page("/law"), HasSubstr("WJ-4"));
    EXPECT_THAT(page("/law?book=XJ"), Not(HasSubstr("<code>WJ-4</code>")));
    EXPECT_THAT(page("/law?book=XJ"), HasSubstr("尚未实现"));
}

TEST_P(Portal, CataloguesAreOfAPlaceAndADay) {
    auto const scopes = read("/api/v1/catalogues/scopes?region=652301&date=2026-03-02");
    EXPECT_GE(scopes.at("items").as_array().size(), 12U);
    EXPECT_EQ(scopes.at("items").at(4).at("code"), "assess.5");
    EXPECT_EQ(scopes.at("items").at(4).at("name"), "石油加工业，化学原料、化学品及医药制造业");
    EXPECT_EQ(scopes.at("citation").at("clause"), "CN-O1-A1");
    for (auto const* name : {"statutory_kinds", "service_types", "evidence_kinds", "reason_codes"})
        EXPECT_FALSE(read(std::string("/api/v1/catalogues/") + name).at("items").as_array().empty()) << name;
    EXPECT_EQ(caller.get({}, "/api/v1/catalogues/guess").status, 404);
    EXPECT_EQ(caller.get({}, "/api/v1/catalogues/scopes?date=2018-01-01").status, 404);
    EXPECT_EQ(caller.get({}, "/api/v1/catalogues/scopes?date=soon").status, 400);
    EXPECT_EQ(caller.get({}, "/api/v1/catalogues/scopes?authority=corps&region=652301").status, 200);
}

TEST_P(Portal, RegionsAreWalkedFromTheNationDown) {
    EXPECT_EQ(read("/api/v1/regions").at("items").as_array().size(), 34U);
    auto const counties = read("/api/v1/regions?parent=652300").at("items").as_array();
    ASSERT_FALSE(counties.empty());
    EXPECT_EQ(counties[0].at("code"), "652301");
    EXPECT_EQ(counties[0].at("name"), "昌吉市");
    EXPECT_EQ(counties[0].at("level"), "county");
    EXPECT_EQ(counties[0].at("has_children"), false);
    EXPECT_EQ(caller.get({}, "/api/v1/regions?parent=999999").status, 404);
}

TEST(Html, EscapesByConstruction) {
    EXPECT_EQ(text("<&>\"'").markup, "&lt;&amp;&gt;&quot;&#39;");
    EXPECT_EQ(link("/x?\"", "<b>").markup, "<a href=\"/x?&quot;\">&lt;b&gt;</a>");
    EXPECT_EQ(element("p", text("<"), "a\"b").markup, "<p class=\"a&quot;b\">&lt;</p>");
    EXPECT_EQ(table({"<h>"}, {{text("<c>")}}, "").markup.find("<h>"), std::string::npos);
    EXPECT_EQ(table({"h"}, {}, "<none>").markup, "<p class=\"empty\">&lt;none&gt;</p>");
}

}  // namespace
}  // namespace anping::portal
