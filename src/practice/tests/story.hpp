// SPDX-License-Identifier: Apache-2.0
// A project worked on as its institution and county would, step by step.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/practice/offices.hpp>
#include <anping/practice/testing.hpp>

namespace anping::practice {

using practice::testing::at;
using practice::testing::day;

class Story : public ::testing::TestWithParam<db::Backend> {
protected:
    Story() : Story(practice::testing::books(ANPING_SOURCE_DIR "/rulebooks")) {}
    explicit Story(std::shared_ptr<rulebook::Law const> law) : house(GetParam(), std::move(law)) {}

    void go_to(char const* time) { house.clock.set(at(time)); }

    ProjectId opened() { return opened(house.contract()); }
    ProjectId opened(OpenProject in) {
        last = house.done(house.leader(), house.service.open_project(house.leader(), std::move(in)));
        return {last.id};
    }
    void teamed(ProjectId const& id) { last = house.done(house.leader(), house.service.form_team(id, house.team())); }
    void notified(ProjectId const& id, char const* first = "2026-03-23", char const* until = "2026-03-25") {
        last = house.done(house.leader(), house.service.file_notice(id, house.notice(first, until)));
    }
    void surveyed(ProjectId const& id) {
        auto in = house.survey("2026-03-23T10:00:00+08:00", "2026-03-23T18:00:00+08:00");
        for (auto const* kind : {"gate", "people", "equipment", "safety_facility", "document"})
            in.files.push_back(
                house.file(house.leader(), kind, "照片-" + std::string(kind) + ".jpg", std::string("photo ") + kind));
        last = house.done(house.leader(), house.service.record_survey(house.leader(), id, std::move(in)));
    }
    // What both sides say about the site.
    void settled(ProjectId const& id) {
        ExchangeViews const exchange{house.clock.now(), {"会议室"}, {house.people[0]}, {"安全科科长"}, {"逐条说明"},
                                     {"没有异议"},      {}};
        house.done(house.leader(), house.service.exchange_views(house.leader(), id, exchange));
        house.done(house.leader(),
                   house.service.propose_measures(id, {{{{"液位计失效"}, {"更换"}, {"GB 50351"}, false}}}));
        ConfirmSite confirm;
        confirm.delegate = {"李专人"};
        confirm.delegate_office = {"安全科"};
        house.done(house.the_enterprise(), house.service.confirm_site(house.the_enterprise(), id, confirm));
        AnswerMeasures const answer{{{1, true, field::beijing_date(house.clock.now()), {}}}, {}};
        house.done(house.the_enterprise(), house.service.answer_measures(house.the_enterprise(), id, answer));
        RecheckMeasures const recheck{field::beijing_date(house.clock.now()), {house.people[0]}, {{1, true, {}}}, {}};
        house.done(house.leader(), house.service.recheck_measures(house.leader(), id, recheck));
    }
    void attached(ProjectId const& id, std::string const& kind, std::string const& content) {
        AttachEvidence in{{house.file(house.leader(), kind, kind + ".pdf", content)}};
        last = house.done(house.leader(), house.service.attach_contract_files(house.leader(), id, std::move(in)));
    }
    std::string reported(ProjectId const& id, std::string const& content) {
        FileReport in{{"安全现状评价报告"},
                      {"符合安全条件"},
                      {house.people[0]},
                      house.upload(house.leader(), "报告.pdf", content)};
        last = house.done(house.leader(), house.service.file_report(house.leader(), id, std::move(in)));
        return view(id).reports.front().file.blob.sm3;
    }
    access::Principal reviewer(ReviewStep step) const {
        return house.of_institution(office_of(step), std::string("A-") + boost::describe::enum_to_string(step, ""));
    }
    Result<ledger::Written> sign(ProjectId const& id, ReviewStep step, std::string const& sm3) {
        auto const who = reviewer(step);
        return house.act(who, house.service.sign_review(who, id, house.confirming(who, id, step, sm3)));
    }
    void reviewed(ProjectId const& id, std::string const& sm3) {
        for (auto const step : {ReviewStep::internal_review, ReviewStep::technical_lead, ReviewStep::process_lead})
            ASSERT_TRUE(sign(id, step, sm3));
    }
    Result<ledger::Written> publish(ProjectId const& id, std::string const& sm3) {
        auto const who = house.of_institution(access::Role::process_lead, "A-process");
        return house.act(who, house.service.publish_report(who, id, {{sm3}}));
    }
    // From the contract to the archive, everything in time.
    ProjectId whole() {
        go_to("2026-03-02T09:00:00+08:00");
        auto const id = opened();
        attached(id, "contract_scan", "%PDF contract");
        attached(id, "invoice", "%PDF invoice");
        teamed(id);
        notified(id);
        NoticeId const notice = view(id).notices.front().id;
        house.done(house.county(), house.service.open_notice(notice, {house.county().unit}));
        go_to("2026-03-24T09:00:00+08:00");
        surveyed(id);
        settled(id);
        go_to("2026-04-10T09:00:00+08:00");
        auto const sm3 = reported(id, "%PDF report");
        reviewed(id, sm3);
        last = from_trusted_json<Answer>(publish(id, sm3).value().answer);
        house.done(house.leader(), house.service.archive_project(id));
        return id;
    }

    ProjectView view(ProjectId const& id) {
        auto lease = house.pool.lease();
        return house.service.project(*lease, id).value();
    }
    std::vector<std::string> standing(ProjectId const& id) {
        std::vector<std::string> out;
        for (auto const& flag : view(id).flags)
            if (!flag.cleared_at) out.push_back(flag.flag.value().watch);
        return out;
    }
    std::vector<PublishedReport> check(std::string const& what) {
        auto lease = house.pool.lease();
        return house.service.published(*lease, what);
    }
    static std::string key(Result<ledger::Written> const& result) { return result ? "" : result.error().key; }

    practice::testing::House house;
    Answer last;
};

}  // namespace anping::practice
