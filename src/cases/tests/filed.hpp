// SPDX-License-Identifier: Apache-2.0
// For tests: cases of a county, asked through their endpoints.
#pragma once

#include <anping/cases/endpoints.hpp>
#include <anping/cases/projection.hpp>
#include <anping/registry/testing.hpp>

#include "scene.hpp"

namespace anping::cases {

class Filed : public ::testing::TestWithParam<db::Backend> {
protected:
    static std::vector<std::unique_ptr<ledger::Projection>> rows() {
        std::vector<std::unique_ptr<ledger::Projection>> out;
        out.push_back(make_projection());
        return out;
    }
    static json::array officers() {
        return {json::object{{"name", "张三"}, {"certificate", "XJ-1"}},
                json::object{{"name", "李四"}, {"certificate", "XJ-2"}}};
    }
    static json::object step_of(char const* kind, char const* on) {
        return {{"kind", kind},           {"on", on},
                {"text", "已办理"},       {"instalments", json::array()},
                {"officers", officers()}, {"documents", json::array()}};
    }
    std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 201) << response.body;
        if (response.status != 201) return {};
        return std::string(api::testing::body_of(response).at("result").at("id").as_string());
    }
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1" + path, body);
    }
    json::value get(access::Principal const& who, std::string const& path) {
        auto const response = caller.get(who, "/api/v1" + path);
        EXPECT_EQ(response.status, 200) << response.body;
        return api::testing::body_of(response);
    }
    void take(std::string const& id, json::object const& step) { id_of(post(clerk, "/cases/" + id + "/steps", step)); }
    std::string filed(char const* opened_on = "2026-02-02", char const* acted_on = "2025-12-01",
                      std::string const& institution = {}) {
        json::object party{{"kind", "institution"}, {"name", "某机构"}};
        if (!institution.empty()) party["id"] = institution;
        return id_of(
            post(clerk, "/cases",
                 json::object{{"title", "某机构虚假报告案"},
                              {"opened_on", opened_on},
                              {"acted_on", acted_on},
                              {"harm", false},
                              {"conducts", json::array{"false_report"}},
                              {"parties", json::array{party}},
                              {"sources", json::array{json::object{{"kind", "finding"}, {"text", "报告段落雷同"}}}},
                              {"projects", json::array()},
                              {"summary", "涉嫌出具虚假报告"},
                              {"officers", officers()},
                              {"documents", json::array()}}));
    }
    static json::object decision_of(char const* on) {
        return {{"on", on},
                {"number", "（昌）应急罚〔2026〕1号"},
                {"conducts", json::array{json::object{{"conduct", "false_report"},
                                                      {"acted_on", "2025-12-01"},
                                                      {"decided_on", on},
                                                      {"income", 0},
                                                      {"stage", "first"},
                                                      {"persons", 0},
                                                      {"factors", json::array()},
                                                      {"earlier", 0},
                                                      {"deaths", 0},
                                                      {"injured", 0}}}},
                {"penalties",
                 json::array{json::object{
                     {"count", 1}, {"code", "fine"}, {"on", "unit"}, {"who", "某机构"}, {"amount", 10'000'000}}}},
                {"reasons", "报告所写间距与实测不符"},
                {"officers", officers()},
                {"documents", json::array()}};
    }
    // Of a case that was filed on 2 February: decided on 2 March, delivered on the 5th.
    void decide(std::string const& id) {
        for (auto const& [kind, on] :
             {std::pair("investigation", "2026-02-03"), std::pair("proposal", "2026-02-10"),
              std::pair("legal_review", "2026-02-11"), std::pair("notice", "2026-02-12"),
              std::pair("hearing_notice", "2026-02-13"), std::pair("hearing_waived", "2026-02-14"),
              std::pair("discussion", "2026-02-28")})
            take(id, step_of(kind, on));
        id_of(post(leader, "/cases/" + id + "/decision", decision_of("2026-03-02")));
        take(id, step_of("delivery", "2026-03-05"));
    }

    registry::testing::Ground ground{GetParam(), rows(), {}, "2026-06-29T09:00:00+08:00"};
    std::shared_ptr<rulebook::Law const> const in_force = registry::testing::books();
    std::vector<Paper> made;
    Service service{{[this] { return in_force; }, *ground.registry, *ground.personal, ground.clock,
                     [](auto&, std::string const&) { return std::vector<RelianceView>(); },
                     [](std::string const&, std::string const&) { return std::optional<std::string>(); },
                     [this](auto&, CaseId const&, registry::BureauId const&) { return made; }}};
    api::testing::Caller caller{endpoints(service, *ground.writer, *ground.pool, [](auto&) { return std::nullopt; }),
                                ground.policy, ground.clock};
    access::Principal const clerk = registry::testing::of_bureau("A-1");
    access::Principal const leader = registry::testing::of_bureau("A-2", access::Role::leader);
    access::Principal const province = registry::testing::of_bureau("A-3", access::Role::section_head, "650000");
};

}  // namespace anping::cases
