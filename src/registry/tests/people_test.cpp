// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "house.hpp"

namespace anping::registry {
namespace {

class People : public Registry {
protected:
    std::string add(std::string const& institution, std::string const& name, std::string const& specialty = "安全",
                    std::optional<Text<1, 40>> number = {}) {
        AddPerson const in{{name}, AssessorLevel::level2, {specialty}, std::move(number), std::nullopt};
        return id_of(post(admin_of(institution), path(institution, "people"), to_json(in)));
    }
    static std::string path(std::string const& institution, std::string const& rest) {
        return "/api/v1/institutions/" + institution + "/" + rest;
    }
    std::string pointer(http::Response const& response) {
        EXPECT_EQ(response.status, 400) << response.body;
        return std::string(api::testing::body_of(response).at("errors").at(0).at("pointer").as_string());
    }
    std::vector<std::string> remarks(std::string const& institution, std::size_t row = 0) {
        return from_trusted_json<std::vector<std::string>>(
            items(admin_of(institution), path(institution, "people")).at(row).at("remarks"));
    }
    static RecordCredential credential(std::string const& person) {
        RecordCredential in;
        in.person = {person};
        in.specialty = {"电气"};
        in.number = Text<1, 40>{"ZS-1"};
        in.valid_from = day("2024-01-01");
        in.valid_until = day("2027-12-31");
        return in;
    }
};
INSTANTIATE_TEST_SUITE_P(Db, People, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(People, CredentialsAreKeptWithTheirValidityAndCorrectedWithATrace) {
    auto const id = institution();
    auto const wang = add(id, "王组长");
    auto in = credential(wang);
    auto const first = id_of(post(admin_of(id), path(id, "credentials"), to_json(in)));
    in.specialty = {"机械"};
    in.replaces = CredentialId{first};
    id_of(post(admin_of(id), path(id, "credentials"), to_json(in)));
    auto const kept = items(admin_of(id), path(id, "credentials"));
    ASSERT_EQ(kept.size(), 2U);  // the one of the registration, and the corrected one
    EXPECT_EQ(kept.at(1).at("specialty"), "机械");
    EXPECT_EQ(items(admin_of(id), path(id, "people")).at(0).at("specialties"), (json::array{"安全", "机械"}));
    // The replaced one cannot be replaced again, nor somebody else's.
    EXPECT_EQ(pointer(post(admin_of(id), path(id, "credentials"), to_json(in))), "/replaces");
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

TEST_P(People, WhatCannotBeIsRefusedByItsField) {
    auto const id = institution();
    auto const other = id_of(post(province, "/api/v1/institutions", to_json(an_institution("91650100MA775E3P5A"))));
    auto const wang = add(id, "王组长");
    auto const stranger = add(other, "外人");
    auto in = credential(stranger);
    EXPECT_EQ(pointer(post(admin_of(id), path(id, "credentials"), to_json(in))), "/person");
    in = credential(wang);
    in.grade = Grade::doctor;
    EXPECT_EQ(pointer(post(admin_of(id), path(id, "credentials"), to_json(in))), "/grade");
    in = credential(wang);
    in.valid_until = day("2023-01-01");
    EXPECT_EQ(pointer(post(admin_of(id), path(id, "credentials"), to_json(in))), "/valid_until");
    RecordEmployment job{{wang}, EmploymentKind::labour, true, BranchId{"F-404"}, day("2026-01-01"), std::nullopt};
    EXPECT_EQ(pointer(post(admin_of(id), path(id, "employments"), to_json(job))), "/branch");
    job = {{stranger}, EmploymentKind::labour, true, std::nullopt, day("2026-01-01"), std::nullopt};
    EXPECT_EQ(pointer(post(admin_of(id), path(id, "employments"), to_json(job))), "/person");
    job = {{wang}, EmploymentKind::labour, true, std::nullopt, day("2026-01-01"), day("2025-01-01")};
    EXPECT_EQ(pointer(post(admin_of(id), path(id, "employments"), to_json(job))), "/until");
    RecordVerification asked{{"Z-404"}, {"cpta"}, VerificationResult::confirmed, day("2026-03-01"), std::nullopt};
    EXPECT_EQ(pointer(post(admin_of(id), path(id, "verifications"), to_json(asked))), "/credential");
    EXPECT_EQ(caller.get(admin_of(id), path(id, "staffing?day=yesterday")).status, 400);
}

TEST_P(People, AVerificationSaysWhoAskedWhichPlatformAndWhatItAnswered) {
    auto const id = institution();
    auto const wang = add(id, "王组长");
    auto const credential_id = id_of(post(admin_of(id), path(id, "credentials"), to_json(credential(wang))));
    EXPECT_THAT(remarks(id), ::testing::Contains("unverified"));
    RecordVerification asked{
        {credential_id}, {"skill"}, VerificationResult::differs, day("2026-03-01"), Text<1, 500>{"专业不同"}};
    id_of(post(province, path(id, "verifications"), to_json(asked)));
    EXPECT_EQ(post(county, path(id, "verifications"), to_json(asked)).status, 404);
    asked.platform = {"nobody"};
    EXPECT_EQ(pointer(post(province, path(id, "verifications"), to_json(asked))), "/platform");
    asked.platform = {"skill"};
    asked.asked_on = day("2026-03-03");
    EXPECT_EQ(pointer(post(province, path(id, "verifications"), to_json(asked))), "/asked_on");
    auto const told = items(admin_of(id), path(id, "credentials")).at(1).at("verifications").at(0);
    EXPECT_EQ(told.at("result"), "differs");
    EXPECT_EQ(told.at("note"), "专业不同");
    EXPECT_EQ(told.at("unit_name"), "新疆维吾尔自治区应急管理厅");
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

TEST_P(People, TheSameNumberAtTwoPlacesIsNoticedOnBothSidesAndNotOnceOneHasLeft) {
    auto const id = institution();
    auto const other = id_of(post(province, "/api/v1/institutions", to_json(an_institution("91650100MA775E3P5A"))));
    add(id, "王组长", "安全", Text<1, 40>{"S01"});
    auto const there = add(other, "王组长", "安全", Text<1, 40>{"S01"});
    EXPECT_THAT(remarks(id), ::testing::Contains("duplicate_number"));
    EXPECT_THAT(remarks(other), ::testing::Contains("duplicate_number"));
    RecordEmployment left{{there}, EmploymentKind::labour, true, std::nullopt, day("2025-01-01"), day("2026-02-28")};
    id_of(post(admin_of(other), path(other, "employments"), to_json(left)));
    EXPECT_THAT(remarks(id), ::testing::Not(::testing::Contains("duplicate_number")));
    EXPECT_THAT(remarks(other), ::testing::Contains("not_employed"));
}

TEST_P(People, StaffingIsToldForTheInstitutionAndForABranchOnAnyDay) {
    auto const id = institution();
    RegisterBranch const in{{"昌吉分公司"}, {"652301"}, {"昌吉市"}, {"0994-1"}, day("2025-06-01")};
    auto const branch = id_of(post(admin_of(id), path(id, "branches"), to_json(in)));
    std::vector<std::string> people;
    for (auto const* specialty :
         {"化工工艺", "化工工艺", "化工机械", "化工机械", "电气", "电气", "安全", "安全", "自动化"})
        people.push_back(add(id, specialty, specialty));
    RecordEmployment const job{{people[0]},      EmploymentKind::labour, true,
                               BranchId{branch}, day("2026-01-01"),      std::nullopt};
    id_of(post(admin_of(id), path(id, "employments"), to_json(job)));
    auto const whole = items(admin_of(id), path(id, "staffing")).at(0);
    EXPECT_EQ(whole.at("gaps").as_array().size(), 0U);
    EXPECT_EQ(whole.at("posts").as_array().size(), 9U);
    EXPECT_EQ(whole.at("clause"), "CN-O1-A1");
    EXPECT_NE(whole.at("posts").at(0).at("name"), "");
    auto const there = items(admin_of(id), path(id, "staffing?branch=" + branch)).at(0);
    EXPECT_EQ(there.at("posts").as_array().size(), 1U);
    EXPECT_EQ(there.at("gaps").as_array().size(), 5U);
    // Whose contract begins later is not there yet; whose contract is not recorded counts.
    EXPECT_EQ(items(admin_of(id), path(id, "staffing?day=2025-12-31")).at(0).at("people"), 8);
    EXPECT_EQ(items(admin_of(id), path(id, "branches")).at(0).at("people"), 1);
    EXPECT_EQ(caller.get(admin_of("J-x"), path(id, "staffing")).status, 404);
}

TEST_P(People, ASigningIsToldTheSameStaffingAsWhoeverLooksAtEverybody) {
    auto const id = institution();
    RegisterBranch const office{{"昌吉分公司"}, {"652301"}, {"昌吉市"}, {"0994-1"}, day("2025-06-01")};
    BranchId const branch{id_of(post(admin_of(id), path(id, "branches"), to_json(office)))};
    std::mt19937 random(20261128);  // NOLINT(cert-msc51-cpp): the same people every time
    std::vector<std::string> const specialties{"化工工艺", "化工机械", "电气", "安全", "自动化", "地质"};
    auto const any = [&] { return specialties[random() % specialties.size()]; };
    std::vector<PersonId> team;
    bool gaps = false;
    bool none = false;
    for (int person = 0; person < 45; ++person) {
        auto const level = random() % 4 == 0 ? AssessorLevel::none : AssessorLevel::level3;
        AddPerson const in{{"人员"}, level, {any()}, std::nullopt, std::nullopt};
        auto const who = id_of(post(admin_of(id), path(id, "people"), to_json(in)));
        if (random() % 5 == 0) team.push_back({who});
        auto held = credential(who);
        held.kind = random() % 3 == 0 ? CredentialKind::assessor : CredentialKind::title;
        held.grade = held.kind == CredentialKind::assessor ? Grade::level2 : Grade::senior;
        held.specialty = {any()};
        if (random() % 3 == 0) held.valid_until = day("2026-02-28");
        if (random() % 2 == 0) id_of(post(admin_of(id), path(id, "credentials"), to_json(held)));
        RecordEmployment job{{who}, EmploymentKind::labour, random() % 4 != 0, {}, day("2025-01-01"), {}};
        if (random() % 2 == 0) job.branch = branch;
        if (random() % 3 == 0) job.until = day("2026-02-15");
        if (random() % 2 == 0) id_of(post(admin_of(id), path(id, "employments"), to_json(job)));
        auto lease = pool.lease();
        for (auto const& at : {std::optional<BranchId>{}, std::optional(branch)})
            for (auto const* date : {"2024-12-31", "2026-02-20", "2026-03-02"}) {
                auto whole = service.staffings(*lease, {id}, at, day(date)).at(0);
                for (auto& post : whole.posts) post.name.clear();
                whole.people.reset();
                StaffingQuestion question{{id}, at, "assess.5", {"650000"}, {}, day(date), {}, {}};
                EXPECT_EQ(to_json(service.staffing(*lease, question)), to_json(std::optional(whole)));
                (whole.gaps.empty() ? none : gaps) = true;
                question.only = team;
                auto const of_team = service.staffing(*lease, question);
                for (auto const& post : of_team->posts) EXPECT_THAT(team, ::testing::Contains(post.person));
            }
    }
    EXPECT_TRUE(gaps && none);
}

TEST_P(People, WhatAQualificationAsksForIsFollowedAndWhatRunsOutIsListed) {
    auto const id = institution();
    auto in = credential(add(id, "王组长"));
    in.valid_until = day("2026-05-01");
    id_of(post(admin_of(id), path(id, "credentials"), to_json(in)));
    RegisterInstrument const meter{{"可燃气体检测仪"},
                                   {"GX-1"},
                                   {"SN1"},
                                   std::nullopt,
                                   Calibration{{"JD-1"}, {"自治区计量院"}, day("2025-03-10"), day("2026-03-09")}};
    auto const instrument = id_of(post(admin_of(id), path(id, "instruments"), to_json(meter)));
    auto const holding = api::testing::body_of(caller.get(province, path(id, "holding")));
    EXPECT_GT(holding.at("gaps").as_int64(), 0);
    auto const due = items(province, "/api/v1/expiries");
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due.at(0).at("what"), "calibration");
    EXPECT_EQ(due.at(0).at("about_name"), "可燃气体检测仪");
    EXPECT_EQ(due.at(1).at("about_name"), "王组长");
    EXPECT_EQ(items(county, "/api/v1/expiries").size(), 0U);
    EXPECT_EQ(items(admin_of(id), "/api/v1/expiries").size(), 2U);
    RecordCalibration const again{{instrument}, {{"JD-2"}, {"自治区计量院"}, day("2026-03-01"), day("2027-02-28")}};
    id_of(post(admin_of(id), path(id, "calibrations"), to_json(again)));
    EXPECT_EQ(items(province, "/api/v1/expiries").size(), 1U);
    RecordCalibration const wrong{{"Y-404"}, again.calibration};
    EXPECT_EQ(pointer(post(admin_of(id), path(id, "calibrations"), to_json(wrong))), "/instrument");
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

TEST_P(People, HistoryTellsBothClocks) {
    auto const id = institution();
    auto const wang = add(id, "王组长");
    id_of(post(admin_of(id), path(id, "credentials"), to_json(credential(wang))));
    auto const history = items(province, path(id, "history"));
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history.at(0).at("about"), "王组长");
    EXPECT_EQ(history.at(0).at("holds_from"), "2024-01-01");
    EXPECT_EQ(history.at(0).at("at"), "2026-03-02T09:00:00.000000+08:00");
    EXPECT_EQ(history.at(2).at("text"), "登记机构，资质证书 APJ-（新）-001");
    EXPECT_EQ(items(province, path(id, "history?limit=1")).size(), 1U);
}

TEST_P(People, AnEnterpriseIsDescribedByItselfOrItsBureau) {
    auto const id = id_of(post(county, "/api/v1/enterprises", to_json(an_enterprise())));
    DescribeEnterprise in{{"26"}, SupervisionLevel::prefecture, {{{"44.01"}, {"87.30"}}}};
    auto const put = [&](access::Principal const& who) {
        return caller.call(who, "PUT", "/api/v1/enterprises/" + id + "/description", json::serialize(to_json(in)));
    };
    EXPECT_EQ(put(admin_of("J-1")).status, 403);
    EXPECT_EQ(put(county).status, 200);
    auto const view = api::testing::body_of(caller.get(county, "/api/v1/enterprises/" + id));
    EXPECT_EQ(view.at("industry"), "26");
    EXPECT_EQ(view.at("supervision_level"), "prefecture");
    EXPECT_EQ(view.at("site").at(0).at("latitude"), "44.01");
    in.industry = {"99"};
    EXPECT_EQ(pointer(put(county)), "/industry");
    in = {{"26"}, SupervisionLevel::county, {{{"44.01"}, {"87.30"}}, {{"44.02"}, {"87.31"}}}};
    EXPECT_EQ(pointer(put(county)), "/site");
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

}  // namespace
}  // namespace anping::registry
