// SPDX-License-Identifier: Apache-2.0
// A county's bureau with officers, an institution, and inspections asked through their endpoints.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/api/testing.hpp>
#include <anping/inspection/endpoints.hpp>
#include <anping/inspection/projection.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/practice/testing.hpp>

namespace anping::inspection {

using access::Role;
using api::testing::body_of;

inline field::Date day(char const* text) { return field::parse_date(text).value(); }

class Inspected : public ::testing::TestWithParam<db::Backend> {
protected:
    Inspected() {
        for (auto const* number : {"001", "002"}) {
            registry::AddOfficer in{{std::string("周执法") + number},
                                    {{std::string("XJ-652301-") + number}, day("2027-06-30"), {}, {}}};
            auto const written = house.act(clerk, house.registry.add_officer(clerk, in)).value();
            officers.push_back({std::string(written.answer.at("id").as_string())});
        }
    }
    std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(body_of(response).at("result").at("id").as_string());
    }
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1" + path, body);
    }
    json::value get(access::Principal const& who, std::string const& path) {
        auto const response = caller.get(who, "/api/v1" + path);
        EXPECT_EQ(response.status, 200) << path << " " << response.body;
        return body_of(response);
    }
    std::size_t listed(access::Principal const& who, std::string const& path) {
        return get(who, path).at("items").as_array().size();
    }

    PlanInspection task(bool announced = true) const {
        PlanInspection out;
        out.title = {"一季度检查"};
        out.origin = {OriginKind::tip, Text<1, 100>{"举报 12"}, {}};
        out.institution = house.institution;
        out.place = {"乌鲁木齐市"};
        out.subjects = {Subject::process};
        out.announced = announced;
        if (!announced) out.unannounced_reason = Text<2, 500>{"防止补做记录"};
        out.planned_from = day("2026-03-02");
        out.planned_until = day("2026-03-03");
        out.officers = officers;
        return out;
    }
    std::string planned(bool announced = true) { return id_of(post(clerk, "/inspections", to_json(task(announced)))); }
    void approve(std::string const& id) { id_of(post(head, "/inspections/" + id + "/approval", json::object())); }
    std::string begun(bool announced = true) {
        auto const id = planned(announced);
        approve(id);
        id_of(post(clerk, "/inspections/" + id + "/visit",
                   to_json(BeginVisit{day("2026-03-02"), {"乌鲁木齐市"}, officers, {}, {}})));
        return id;
    }
    void problem(std::string const& id) {
        id_of(post(clerk, "/inspections/" + id + "/answers",
                   to_json(AnswerItems{
                       {{{"process.notice"}, ItemResult::fails, {}}, {{"process.team"}, ItemResult::meets, {}}},
                       {{{"process.notice"}, house.file(clerk, "document", "告知.txt", "晚了")}}})));
        id_of(post(clerk, "/inspections/" + id + "/problems",
                   to_json(FindProblem{Text<1, 80>{"process.notice"}, {"开工后才告知"}, {"XJ-13a"}, {}})));
    }
    void sign(std::string const& id) {
        for (auto const& officer : officers)
            id_of(post(clerk, "/inspections/" + id + "/signatures",
                       to_json(SignResult{Signer::officer, officer, SignWay::paper, {}, {}})));
        id_of(post(admin, "/inspections/" + id + "/acknowledgement", json::object()));
    }
    std::string closed() {
        auto const id = begun();
        problem(id);
        sign(id);
        id_of(post(clerk, "/inspections/" + id + "/closing", to_json(CloseInspection{{"责令改正"}})));
        return id;
    }
    bool stands() {
        return ledger::verify_state(house.database.address(), house.projections,
                                    {ledger::Personal::schema(), access::kept_schema()})
            .findings.empty();
    }

    std::unique_ptr<ledger::Projection> rows = make_projection();
    practice::testing::House house{GetParam(), practice::testing::books(ANPING_SOURCE_DIR "/rulebooks"), {rows.get()}};
    Service const service{{[this] { return house.law; }, house.registry, house.service, house.personal, house.vault,
                           house.clock, [](auto&, std::string const& account) { return "名 " + account; }}};
    CallUps const call_ups{{[this] { return house.law; }, house.service, house.registry,
                            [this](db::Session& session, registry::ExpertId const& id, field::Date on) {
                                return house.registry.expert(session, id, on);
                            },
                            [](auto&, std::string const& name) { return name == "天山安评" || name == "天池检测"; },
                            access::Colleagues(house.personal), house.vault, house.clock}};
    api::testing::Caller const caller{endpoints(service, call_ups, house.writer, house.pool, house.vault), house.policy,
                                      house.clock};
    access::Principal const clerk = house.county();
    access::Principal const head = house.of_bureau(Role::section_head, "652301", "A-head");
    access::Principal const above = house.of_bureau(Role::section_head, "652300", "A-above");
    access::Principal const admin = house.of_institution(Role::institution_admin, "A-admin");
    std::vector<registry::OfficerId> officers;
};

}  // namespace anping::inspection
