// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "house.hpp"

namespace anping::desk {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

INSTANTIATE_TEST_SUITE_P(Db, DeskTest, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(DeskTest, AnInstitutionIsToldWhatIsDueAndWhatIsMissing) {
    EXPECT_THAT(waiting(house.leader()), IsEmpty());
    opened(house.contract());
    auto const todos = waiting(house.leader());
    ASSERT_EQ(todos.size(), 3U);
    EXPECT_EQ(todos[0], "deadline 提交从业告知");
    EXPECT_THAT(todos, ::testing::Contains("correct 待补正：还没有上传票据"));
    EXPECT_THAT(waiting(house.the_enterprise()), IsEmpty());
    EXPECT_THAT(waiting(house.county()), IsEmpty()) << "what is in time is the institution's to do";
}

TEST_P(DeskTest, WhatIsOverdueComesFirstAndTheCountySeesIt) {
    complete();
    auto later = house.contract();
    later.site_first_day = practice::testing::day("2026-06-22");
    opened(later);
    house.clock.set(practice::testing::at("2026-03-16T09:00:00+08:00"));
    EXPECT_EQ(waiting(house.leader())[0], "overdue 提交从业告知");
    EXPECT_THAT(waiting(house.county()), ElementsAre("overdue 提交从业告知"));
    EXPECT_THAT(waiting(house.of_bureau(Role::clerk, "652302", "A-z")), IsEmpty());
    auto lease = house.pool.lease();
    auto const todo = desk.todos(*lease, house.county(), house.policy)[0];
    EXPECT_EQ(todo.unit_name, "天山安评");
    EXPECT_EQ(todo.working_days_left, -2);
    EXPECT_EQ(todo.why->clause, "XJ-13a");
}

TEST_P(DeskTest, ANewNoticeWaitsForEachBureauUntilItIsOpened) {
    auto const id = complete();
    notified(id);
    EXPECT_THAT(waiting(house.leader()), IsEmpty());
    EXPECT_THAT(waiting(house.county()), ElementsAre("new_notice 新的从业告知，首次现场 2026-03-23"));
    EXPECT_EQ(waiting(house.of_bureau(Role::section_head, "650000", "A-p")).size(), 1U);
    auto lease = house.pool.lease();
    auto const notice = desk.todos(*lease, house.county(), house.policy)[0].notice.value();
    house.done(house.county(), house.service.open_notice(notice, {house.county().unit}));
    EXPECT_THAT(waiting(house.county()), IsEmpty());
}

TEST_P(DeskTest, AReportWaitsForOneReviewAfterAnotherThenForPublication) {
    using enum practice::ReviewStep;
    auto const id = complete();
    notified(id);
    auto const sm3 = reported(id);
    std::string const signing = "sign 审核报告：现状评价报告";
    std::string const publishing = "publish 公开报告：现状评价报告";
    auto const has = [&](Role role, std::string const& what) {
        auto const todos = waiting(office(role));
        return std::ranges::find(todos, what) != todos.end();
    };
    EXPECT_TRUE(has(Role::internal_reviewer, signing));
    EXPECT_FALSE(has(Role::technical_lead, signing));
    EXPECT_FALSE(has(Role::project_leader, signing));
    sign(id, Role::internal_reviewer, internal_review, sm3);
    EXPECT_FALSE(has(Role::internal_reviewer, signing));
    EXPECT_TRUE(has(Role::technical_lead, signing));
    sign(id, Role::technical_lead, technical_lead, sm3);
    EXPECT_TRUE(has(Role::process_lead, signing));
    EXPECT_FALSE(has(Role::process_lead, publishing));
    sign(id, Role::process_lead, process_lead, sm3);
    EXPECT_TRUE(has(Role::process_lead, publishing));
    EXPECT_TRUE(has(Role::institution_admin, publishing));
    EXPECT_FALSE(has(Role::assessor, publishing));
    auto const who = office(Role::process_lead);
    house.done(who, house.service.publish_report(who, id, {{sm3}}));
    EXPECT_FALSE(has(Role::process_lead, publishing));
    house.done(house.leader(), house.service.archive_project(id));
    EXPECT_THAT(waiting(office(Role::process_lead)), IsEmpty());
}

TEST_P(DeskTest, AReviewNobodyAsksForIsNotAwaited) {
    auto in = house.contract();
    in.region = {"320412"};
    auto const id = opened(in);
    auto const sm3 = reported(id);
    sign(id, Role::internal_reviewer, practice::ReviewStep::internal_review, sm3);
    EXPECT_THAT(waiting(office(Role::technical_lead)),
                ::testing::Not(::testing::Contains("sign 审核报告：现状评价报告")));
    EXPECT_THAT(waiting(office(Role::institution_admin)), ::testing::Contains("publish 公开报告：现状评价报告"));
}

TEST_P(DeskTest, SearchFindsWhatTheAskerMaySee) {
    opened(house.contract());
    auto const found = [&](access::Principal const& who, std::string const& text) {
        std::vector<std::string> out;
        auto const body = api::testing::body_of(caller.get(who, "/api/v1/search?q=" + text));
        for (auto const& item : body.at("items").as_array()) out.emplace_back(item.at("kind").as_string());
        return out;
    };
    EXPECT_THAT(found(house.county(), "昌吉"), ElementsAre("project", "enterprise"));
    EXPECT_THAT(found(house.of_bureau(Role::clerk, "652302", "A-z"), "昌吉"), IsEmpty());
    EXPECT_THAT(found(house.county(), "天山"), ElementsAre("institution"));
    EXPECT_THAT(found(house.county(), ""), IsEmpty());
    EXPECT_EQ(caller.get({}, "/api/v1/search?q=%E6%98%8C%E5%90%89").status, 401);
    EXPECT_EQ(caller.get({}, "/api/v1/todos").status, 401);
    EXPECT_EQ(caller.get(house.leader(), "/api/v1/todos").status, 200);
}

TEST_P(DeskTest, TheAuditorSeesWhoActedOnWhatAndNothingOfWhatItSays) {
    opened(house.contract());
    access::Principal const auditor{{"A-audit"}, Role::auditor, "P-1", access::UnitKind::platform, {"000000"}, {},
                                    "",          true};
    auto const response = caller.get(auditor, "/api/v1/audit/entries?limit=1");
    auto const page = api::testing::body_of(response);
    auto const& newest = page.at("items").at(0);
    EXPECT_EQ(newest.at("type"), "practice.project_opened");
    EXPECT_EQ(newest.at("role"), "project_leader");
    EXPECT_EQ(newest.at("unit_name"), "天山安评");
    EXPECT_EQ(newest.at("hash").as_string().size(), 64U);
    EXPECT_THAT(response.body, ::testing::Not(::testing::HasSubstr("昌吉化工")));
    auto const older = api::testing::body_of(
        caller.get(auditor, "/api/v1/audit/entries?limit=1&cursor=" + std::string(page.at("next").as_string())));
    EXPECT_EQ(older.at("items").at(0).at("index").as_int64(), newest.at("index").as_int64() - 1);
    EXPECT_EQ(
        api::testing::body_of(caller.get(auditor, "/api/v1/audit/entries?type=no.such")).at("items").as_array().size(),
        0U);
    EXPECT_EQ(caller.get(house.county(), "/api/v1/audit/entries").status, 403);
    EXPECT_EQ(caller.get({}, "/api/v1/audit/entries").status, 401);
}

TEST_P(DeskTest, AnOfficerIsToldWhatLiesOnTheirDeskTheMostUrgentFirst) {
    auto const id = opened(house.contract());
    auto const clerk = officer("张经办");
    auto const colleague = officer("李经办");
    sent(clerk, colleague, id, "不急", std::nullopt);
    sent(clerk, colleague, id, "先办", practice::testing::day("2026-03-04"));
    sent(clerk, colleague, id, "后办", practice::testing::day("2026-03-05"));
    EXPECT_THAT(waiting(colleague),
                ElementsAre("transfer 张经办：先办", "transfer 张经办：后办", "transfer 张经办：不急"));
    house.clock.set(practice::testing::at("2026-03-06T09:00:00+08:00"));
    auto lease = house.pool.lease();
    auto const first = desk.todos(*lease, colleague, house.policy).front();
    EXPECT_EQ(first.text, "张经办：先办");
    EXPECT_EQ(first.working_days_left, -2);
    EXPECT_EQ(first.matter->id.text, id.text);
    EXPECT_EQ(first.project, id);
    EXPECT_THAT(waiting(clerk), ::testing::Each(::testing::Not(::testing::HasSubstr("张经办"))));
}

}  // namespace
}  // namespace anping::desk
