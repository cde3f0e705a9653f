// SPDX-License-Identifier: Apache-2.0
// Notices on paper, their changes, and what is printed of them.
#include <anping/api/testing.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/ledger/verify.hpp>

#include "cases.hpp"
#include "story.hpp"

namespace anping::practice {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

EnterNotice paper(char const* received = "2026-03-10") {
    EnterNotice in;
    in.described =
        NoticedProject{{"J-1"},      {"Q-1"}, {"罐区现状评价"},    {"652301"}, field::Authority::government, {"罐区"},
                       {"assess.5"}, true,    {"chemical_permit"}, {"current"}};
    in.received_on = day(received);
    in.site_first_day = day("2026-03-23");
    in.site_last_day = day("2026-03-25");
    in.people = {"王组长、赵评价"};
    in.contact = {"赵联系"};
    in.phone = {"0991-1"};
    return in;
}
Result<std::vector<ledger::Event>> entered(EnterNotice const& in, std::optional<State> state = {},
                                           char const* today = "2026-03-12") {
    return enter_notice(in, std::move(state), parties(), {"B-652301"}, {}, {}, on(today));
}

TEST(PaperNotice, CountsFromTheDayItWasReceived) {
    auto const events = entered(paper()).value();
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].type, ProjectNoticed::kType);
    auto const notice = from_trusted_json<NoticeEntered>(events[1].data);
    EXPECT_EQ(notice.addressees.size(), 2U);
    EXPECT_THAT(flags(notice.judgement), Not(Contains(HasSubstr("notice_late"))));
    auto late = from_trusted_json<NoticeEntered>(entered(paper("2026-03-23"), {}, "2026-03-24").value()[1].data);
    EXPECT_THAT(flags(late.judgement), Contains("notice_late finding"));
    EXPECT_EQ(refused(entered(paper("2026-03-13"))), "/received_on");
}

TEST(PaperNotice, OfAKnownProjectIsItsOwnAndTheEarliestCounts) {
    auto in = paper();
    in.described.reset();
    EXPECT_EQ(refused(entered(in)), "/project");
    auto state = project();
    state.notice_filed_on = day("2026-03-11");
    auto const events = entered(in, state).value();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].subject, project().id.text);
    in.channel = Channel::online;
    EXPECT_EQ(refused(entered(in, state)), "/channel");
    in = paper();
    in.site_last_day = day("2026-03-22");
    EXPECT_EQ(refused(entered(in)), "/site_last_day");
    in = paper();
    in.described->region = {"650000"};
    EXPECT_EQ(refused(entered(in)), "/described/region");
}

AmendNotice amendment() {
    AmendNotice in;
    in.notice = {"G-1"};
    in.reason = {"企业检修改期"};
    return in;
}

TEST(Amendment, OfDaysIsDatedAndAsksForNothingMore) {
    auto state = project();
    state.notice_filed_on = day("2026-03-10");
    state.noticed = {{"R-1"}, {"R-2"}};
    auto in = amendment();
    in.site_first_day = day("2026-03-24");
    auto const event = first<NoticeAmended>(amend_notice(in, state, people(), {}, on("2026-03-12")));
    EXPECT_THAT(event.material, IsEmpty());
    EXPECT_THAT(flags(event.judgement), Not(Contains(HasSubstr("notice_renewal"))));
    EXPECT_THAT(deadlines(event.judgement), Contains("prior_notice 2026-03-13 XJ-13a"));
    in.site_last_day = day("2026-03-23");
    EXPECT_EQ(refused(amend_notice(in, state, people(), {}, on("2026-03-12"))), "/site_last_day");
    in = amendment();
    in.members = std::vector<registry::PersonId>{{"R-9"}};
    EXPECT_EQ(refused(amend_notice(in, state, people(), {}, on("2026-03-12"))), "/members/0");
}

TEST(Amendment, OfEverybodyAsksForANewNoticeUntilThereIsOne) {
    auto state = project();
    state.notice_filed_on = day("2026-03-10");
    state.noticed = {{"R-1"}};
    auto in = amendment();
    in.members = std::vector<registry::PersonId>{{"R-2"}};
    auto const event = first<NoticeAmended>(amend_notice(in, state, people(), {}, on("2026-03-12")));
    EXPECT_THAT(event.material, ::testing::ElementsAre("members"));
    EXPECT_THAT(flags(event.judgement), Contains("notice_renewal remind"));
    for (auto const& [name, value] : event.noted) state.noted[name] = value;
    auto const again = first<NoticeFiled>(file_notice(notice(), state, people(), {}, on("2026-03-13")));
    EXPECT_THAT(flags(again.judgement), Not(Contains("notice_renewal remind")));
}

class Notices : public Story {
protected:
    EnterNotice paper_here() {
        auto in = paper("2026-03-02");
        in.described->institution = house.institution;
        in.described->enterprise = house.enterprise;
        return in;
    }
    Answer entered_here(EnterNotice in) {
        return house.done(house.county(), house.service.enter_notice(house.county(), std::move(in)));
    }
    api::testing::Caller caller{endpoints(house.rooms), house.policy, house.clock};
};
INSTANTIATE_TEST_SUITE_P(Db, Notices, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Notices, OnPaperMakeAProjectWhoseContractItsInstitutionRecordsLater) {
    auto in = paper_here();
    in.files = {house.file(house.county(), "notice_scan", "告知书.pdf", "%PDF notice")};
    auto const answer = entered_here(std::move(in));
    EXPECT_EQ(answer.receipts.size(), 2U);
    ProjectId const id{answer.id};
    auto const seen = view(id);
    EXPECT_FALSE(seen.contract);
    EXPECT_EQ(seen.stage, Stage::notified);
    ASSERT_EQ(seen.notices.size(), 1U);
    EXPECT_EQ(seen.notices[0].member_names, std::vector<std::string>{"王组长、赵评价"});
    EXPECT_EQ(seen.notices[0].channel, Channel::paper);
    EXPECT_EQ(seen.notices[0].entered_by, "新疆维吾尔自治区昌吉回族自治州昌吉市应急管理局");
    EXPECT_EQ(seen.evidence.size(), 1U);

    RecordContract contract{house.contract().contract, house.people[0], {}, house.contract().risk, {}, {}, {}};
    house.done(house.leader(), house.service.record_contract(house.leader(), id, contract));
    EXPECT_EQ(view(id).contract->value().number.value, "HT-2026-001");
    EXPECT_EQ(view(id).leader_name, "王组长");
    EXPECT_THAT(standing(id), Not(Contains("risk_analysis_missing")));
    contract.contract.price = {1};
    EXPECT_EQ(key(house.act(house.leader(), house.service.record_contract(house.leader(), id, contract))),
              "input.invalid");
    contract.reason = Text<1, 500>{"补充协议"};
    house.done(house.leader(), house.service.record_contract(house.leader(), id, contract));
    EXPECT_EQ(view(id).contract->value().price.fen, 1);
    EXPECT_TRUE(ledger::verify_state(house.database.address(), house.projections, {ledger::Personal::schema()})
                    .findings.empty());
    auto lease = house.pool.lease();
    for (std::int64_t seq = 0; seq < house.writer.size(); ++seq)
        EXPECT_EQ(ledger::find_entry(*lease, seq)->body.find("赵联系"), std::string::npos);
}

TEST_P(Notices, AreEnteredByTheBureauOfThePlaceAlone) {
    auto const body = to_json(paper_here());
    EXPECT_EQ(caller.post(house.leader(), "/api/v1/notices", body).status, 403);
    EXPECT_EQ(caller.post(house.of_bureau(access::Role::clerk, "652302", "A-z"), "/api/v1/notices", body).status, 404);
    EXPECT_EQ(caller.post(house.county(), "/api/v1/notices", body).status, 201);
    auto const id = opened();
    auto of_known = paper_here();
    of_known.described.reset();
    of_known.project = id;
    EXPECT_EQ(
        caller.post(house.of_bureau(access::Role::clerk, "652302", "A-z"), "/api/v1/notices", to_json(of_known)).status,
        404);
    auto const entered = caller.post(house.county(), "/api/v1/notices", to_json(of_known));
    EXPECT_EQ(entered.status, 201);
    EXPECT_EQ(api::testing::body_of(entered).at("result").at("notice").as_string(),
              view(*of_known.project).notices.front().id.text);
    of_known.project = ProjectId{"P-404"};
    EXPECT_EQ(caller.post(house.county(), "/api/v1/notices", to_json(of_known)).status, 404);
}

TEST_P(Notices, AreAmendedWithAReasonThatStaysBesideThem) {
    auto const id = opened();
    notified(id);
    auto const filed = view(id).notices.front().id;
    AmendNotice in;
    in.notice = filed;
    in.site_first_day = day("2026-03-24");
    in.phone = Text<3, 30>{"0991-9999"};
    in.reason = {"企业检修改期"};
    house.done(house.leader(), house.service.amend_notice(id, in));
    auto const seen = view(id).notices.front();
    EXPECT_EQ(seen.content.site_first_day, day("2026-03-24"));
    EXPECT_EQ(seen.content.phone.value, "0991-9999");
    ASSERT_EQ(seen.amendments.size(), 1U);
    EXPECT_EQ(seen.amendments[0].reason, "企业检修改期");
    EXPECT_TRUE(seen.amendments[0].phone_changed);
    EXPECT_FALSE(seen.amendments[0].contact_changed);
    in.notice = {"G-404"};
    EXPECT_EQ(key(house.act(house.leader(), house.service.amend_notice(id, in))), "practice.no_notice");
    EXPECT_TRUE(ledger::verify_state(house.database.address(), house.projections, {ledger::Personal::schema()})
                    .findings.empty());
}

TEST_P(Notices, AChangeOfTheLeaderAsksForANewOne) {
    auto const id = opened();
    teamed(id);
    notified(id);
    auto team = house.team();
    team.leader = house.people[1];
    team.members = {{house.people[2], {"survey"}}};
    team.reason = Text<1, 500>{"原组长离职"};
    house.done(house.leader(), house.service.form_team(id, team));
    EXPECT_THAT(standing(id), Contains("notice_renewal"));
    notified(id);
    EXPECT_THAT(standing(id), Not(Contains("notice_renewal")));
}

TEST_P(Notices, ArePrintedAsFormsReceiptsAndALedger) {
    auto const id = opened();
    teamed(id);
    notified(id);
    auto const form = caller.get(house.leader(), "/api/v1/projects/" + id.text + "/notice-form");
    EXPECT_EQ(form.status, 200);
    EXPECT_TRUE(form.body.starts_with("PK"));
    EXPECT_THAT(api::testing::header_of(form, "content-disposition"), HasSubstr(".docx"));
    EXPECT_EQ(caller.get(house.leader(), "/api/v1/projects/" + id.text + "/notice-form?notice=G-404").status, 404);
    auto const filed = view(id).notices.front().id.text;
    EXPECT_EQ(caller.get(house.county(), "/api/v1/notices/receipts?ids=" + filed + ",G-404").status, 200);
    EXPECT_EQ(caller.get(house.county(), "/api/v1/notices/receipts?ids=,,").status, 404);
    auto const other = house.of_bureau(access::Role::clerk, "652302", "A-z");
    EXPECT_EQ(caller.get(other, "/api/v1/notices/receipts?ids=" + filed).status, 404);
    EXPECT_EQ(caller.get(house.county(), "/api/v1/notices/ledger?from=2026-03-01&until=2026-03-31").status, 200);
    EXPECT_EQ(caller.get(house.county(), "/api/v1/notices/ledger?from=2026-03-01").status, 400);
    EXPECT_EQ(caller.get(house.county(), "/api/v1/notices/ledger?from=x&until=2026-03-31").status, 400);
    EXPECT_EQ(caller.get(house.leader(), "/api/v1/notices/ledger?from=2026-03-01&until=2026-03-31").status, 403);
    auto const admin = house.of_institution(access::Role::institution_admin, "A-admin");
    EXPECT_EQ(caller.get(admin, "/api/v1/work-report?from=2026-01-01&until=2026-06-30").status, 200);
    EXPECT_EQ(caller.get(admin, "/api/v1/work-report?from=2026-06-30&until=2026-01-01").status, 400);
    EXPECT_EQ(caller.get(house.county(), "/api/v1/work-report?from=2026-01-01&until=2026-06-30").status, 403);
    EXPECT_TRUE(caller.get(house.county(), "/api/v1/project-list").body.starts_with("PK"));
    auto lease = house.pool.lease();
    auto const work = house.service.work_lines(*lease, house.institution, day("2026-01-01"), day("2026-06-30"));
    ASSERT_EQ(work.size(), 1U);
    EXPECT_EQ(work[0].enterprise_name, "昌吉化工");
    EXPECT_EQ(work[0].contact, "赵联系 0991-1234567");
    EXPECT_EQ(work[0].price->fen, 12'000'000);
    auto const lines = house.service.notice_lines(*lease, {house.county().unit}, day("2026-03-01"), day("2026-03-31"));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].leader_name, "王组长");
    EXPECT_EQ(lines[0].scope, "assess.5");
    EXPECT_FALSE(lines[0].certificate.empty());
    EXPECT_TRUE(
        house.service.notice_lines(*lease, {house.county().unit}, day("2026-04-01"), day("2026-04-30")).empty());
}

}  // namespace
}  // namespace anping::practice
