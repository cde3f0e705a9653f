// SPDX-License-Identifier: Apache-2.0
// A county's cases behind their endpoints, on the database the test is given.
#pragma once

#include <gtest/gtest.h>

#include <map>

#include <anping/cases/endpoints.hpp>
#include <anping/cases/projection.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/registry/testing.hpp>

#include "scene.hpp"

namespace anping::cases {

using access::Role;
using api::testing::body_of;
using registry::testing::of_bureau;
using registry::testing::of_institution;

inline std::vector<std::unique_ptr<ledger::Projection>> rows() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(make_projection());
    return out;
}

class House : public ::testing::TestWithParam<db::Backend> {
protected:
    std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 201) << response.body;
        if (response.status != 201) return {};
        return std::string(body_of(response).at("result").at("id").as_string());
    }
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1" + path, body);
    }
    json::value get(access::Principal const& who, std::string const& path) {
        auto const response = caller.get(who, "/api/v1" + path);
        EXPECT_EQ(response.status, 200) << response.body;
        return body_of(response);
    }
    json::array officers() const {
        return {json::object{{"name", "张三"}, {"certificate", "XJ-1"}},
                json::object{{"name", "李四"}, {"certificate", "XJ-2"}}};
    }
    json::object opening(std::string const& on) const {
        return {{"title", "某机构虚假报告案"},
                {"opened_on", on},
                {"acted_on", "2025-12-01"},
                {"harm", false},
                {"conducts", json::array{"false_report"}},
                {"parties", json::array{json::object{{"kind", "institution"}, {"name", "某机构"}},
                                        json::object{{"kind", "person"}, {"name", "赵负责"}}}},
                {"sources", json::array{json::object{{"kind", "finding"}, {"id", "F-1"}, {"text", "报告段落雷同"}}}},
                {"projects", json::array{"P-1"}},
                {"summary", "涉嫌出具虚假报告"},
                {"officers", officers()},
                {"documents", json::array{json::object{{"kind", "A1"}, {"number", "（昌）应急立〔2026〕1号"}}}}};
    }
    std::string against(std::string const& institution) {
        auto in = opening("2026-02-02");
        in["parties"] = json::array{json::object{{"kind", "institution"}, {"id", institution}, {"name", "某机构"}}};
        return id_of(post(clerk, "/cases", in));
    }
    std::string open(std::string const& on = "2026-02-02") { return id_of(post(clerk, "/cases", opening(on))); }
    json::object step(char const* kind, std::string const& on) const {
        return {{"kind", kind},           {"on", on},
                {"text", "已办理"},       {"instalments", json::array()},
                {"officers", officers()}, {"documents", json::array()}};
    }
    void take(std::string const& id, char const* kind, std::string const& on) {
        id_of(post(clerk, "/cases/" + id + "/steps", step(kind, on)));
    }
    json::object decision(std::string const& on) const {
        return {
            {"on", on},
            {"number", "（昌）应急罚〔2026〕1号"},
            {"conducts", json::array{json::object{{"conduct", "false_report"},
                                                  {"acted_on", "2025-12-01"},
                                                  {"decided_on", on},
                                                  {"income", 0},
                                                  {"stage", "first"},
                                                  {"persons", 1},
                                                  {"factors", json::array()},
                                                  {"earlier", 0},
                                                  {"deaths", 0},
                                                  {"injured", 0}}}},
            {"penalties",
             json::array{json::object{
                             {"count", 1}, {"code", "fine"}, {"on", "unit"}, {"who", "某机构"}, {"amount", 10'000'000}},
                         json::object{{"count", 1}, {"code", "revoke"}, {"on", "unit"}, {"who", "某机构"}},
                         json::object{{"count", 1}, {"code", "revoke"}, {"on", "persons"}, {"who", "赵负责"}}}},
            {"reasons", "事实清楚，证据确凿"},
            {"officers", officers()},
            {"documents", json::array()}};
    }
    // Up to the decision, with the hearing waived.
    std::string decided() { return decided(open()); }
    std::string decided(std::string const& id) {
        take(id, "investigation", "2026-02-03");
        take(id, "proposal", "2026-02-10");
        take(id, "legal_review", "2026-02-11");
        take(id, "notice", "2026-02-12");
        take(id, "hearing_notice", "2026-02-13");
        take(id, "hearing_waived", "2026-02-14");
        take(id, "discussion", "2026-02-28");
        id_of(post(leader, "/cases/" + id + "/decision", decision("2026-03-02")));
        return id;
    }
    // A file the vault has, as upload U-1.
    void keep(std::string const& bytes) {
        received = crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, bytes));
        auto const path = ground.directory.path + "/" + received;
        std::ofstream(path, std::ios::binary) << bytes;
        stored[received] = {path, static_cast<std::int64_t>(bytes.size()), "application/pdf"};
    }
    void stands() { EXPECT_TRUE(ground.findings().empty()); }

    registry::testing::Ground ground{GetParam(), rows(), {}, "2026-06-29T09:00:00+08:00"};
    std::shared_ptr<rulebook::Law const> books = registry::testing::books();
    Service service{{[this] { return books; }, *ground.registry, *ground.personal, ground.clock,
                     [](auto&, std::string const& project) {
                         return std::vector<RelianceView>{{"XK-" + project, "安全生产许可", "某企业", {}, {}}};
                     },
                     [this](std::string const& upload, std::string const&) -> std::optional<std::string> {
                         if (upload != "U-1") return std::nullopt;
                         return received;
                     },
                     [this](auto&, auto const&, auto const&) { return papers; }}};
    // The file of that upload, and where the bytes of files lie.
    std::string received = std::string(64, 'a');
    std::map<std::string, StoredFile> stored;
    vault::Table workbook;      // what any workbook holds
    std::vector<Paper> papers;  // official documents about any case
    api::testing::Caller caller{
        endpoints(
            service, *ground.writer, *ground.pool,
            [this](std::string const& sm3) -> std::optional<StoredFile> {
                auto const found = stored.find(sm3);
                if (found == stored.end()) return std::nullopt;
                return found->second;
            },
            ground.directory.path, [this](std::string_view) -> Result<vault::Table> { return workbook; }),
        ground.policy, ground.clock};
    access::Principal const clerk = of_bureau("A-1");
    access::Principal const leader = of_bureau("A-2", Role::leader);
    access::Principal const province = of_bureau("A-3", Role::section_head, "650000");
};

}  // namespace anping::cases
