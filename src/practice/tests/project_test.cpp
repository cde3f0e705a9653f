// SPDX-License-Identifier: Apache-2.0
#include <anping/ledger/receipts.hpp>

#include <anping/ledger/verify.hpp>
#include <anping/practice/serving.hpp>

#include "story.hpp"

namespace anping::practice {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Project : public Story {};
INSTANTIATE_TEST_SUITE_P(Db, Project, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Project, RunsFromContractToArchive) {
    auto const id = whole();
    auto const number = last.number.value_or("");
    auto const project = view(id);
    EXPECT_EQ(project.stage, Stage::archived);
    EXPECT_THAT(standing(id), IsEmpty());
    EXPECT_EQ(project.contract->value().price.fen, 12'000'000);
    EXPECT_EQ(project.leader_name, "王组长");
    EXPECT_EQ(project.region_name, "新疆维吾尔自治区昌吉回族自治州昌吉市");
    EXPECT_EQ(project.evidence.size(), 7U);
    EXPECT_EQ(project.reports.front().reviews.size(), 3U);
    EXPECT_EQ(project.reports.front().number, number);
    ASSERT_EQ(project.deadlines.size(), 1U);
    EXPECT_EQ(project.deadlines[0].met_on, day("2026-03-02"));
    EXPECT_TRUE(number.starts_with("AP2026-"));
    auto lease = house.pool.lease();
    auto const timeline = house.service.timeline(*lease, id);
    EXPECT_EQ(timeline.size(), 23U);
    EXPECT_EQ(timeline.front().text, "项目归档");
    EXPECT_EQ(timeline.back().unit_name, "天山安评");
    EXPECT_THAT(timeline.back().clauses, ::testing::Contains("XJ-13a"));
    EXPECT_EQ(key(house.act(house.leader(), house.service.archive_project(id))), "practice.archived");
}

TEST_P(Project, ANoticeIsReceivedByProvinceAndCountyTheMomentItIsFiled) {
    auto const id = opened();
    notified(id);
    ASSERT_EQ(last.receipts.size(), 2U);
    EXPECT_EQ(last.receipts[0].bureau.text, "B-650000");
    EXPECT_EQ(last.receipts[1].bureau.text, "B-652301");
    auto lease = house.pool.lease();
    registry::BureauId const county{"B-652301"};
    auto const inbox = [&](registry::BureauId const& bureau, bool unopened) {
        return house.service.inbox(*lease, bureau, unopened, 1'000'000, 10);
    };
    ASSERT_EQ(inbox(county, true).size(), 1U);
    auto const notice = inbox(county, true)[0];
    EXPECT_EQ(notice.content.contact.value, "赵联系");
    EXPECT_EQ(notice.content.phone.value, "0991-1234567");
    EXPECT_THAT(notice.member_names, ElementsAre("王组长", "赵评价"));
    EXPECT_EQ(notice.addressees[1].bureau_name, "新疆维吾尔自治区昌吉回族自治州昌吉市应急管理局");
    house.done(house.county(), house.service.open_notice(notice.id, county));
    EXPECT_THAT(inbox(county, true), IsEmpty());
    EXPECT_EQ(inbox(county, false).size(), 1U);
    EXPECT_EQ(inbox({"B-650000"}, true).size(), 1U);
    EXPECT_THAT(inbox({"B-652302"}, false), IsEmpty());
    auto const again = house.act(house.county(), house.service.open_notice(notice.id, county));
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->receipt) << "opening twice leaves no second trace";
    EXPECT_EQ(key(house.act(house.county(), house.service.open_notice({"G-404"}, county))), "practice.no_notice");
}

TEST_P(Project, WhoToCallIsNotInTheLedger) {
    auto const id = opened();
    notified(id);
    auto lease = house.pool.lease();
    std::int64_t read = 0;
    for (std::int64_t seq = 0; seq < house.writer.size(); ++seq, ++read)
        for (auto const* personal : {"赵联系", "0991-1234567", "王组长"})
            EXPECT_EQ(ledger::find_entry(*lease, seq)->body.find(personal), std::string::npos) << personal;
    EXPECT_GE(read, 7);
}

TEST_P(Project, NothingLateMissingOrOutsideTheScopeIsRefused) {
    go_to("2026-03-30T09:00:00+08:00");
    auto in = house.contract();
    in.scope = {"assess.1"};
    in.site_first_day = day("2026-03-23");
    auto const id = opened(in);
    surveyed(id);
    EXPECT_THAT(standing(id), UnorderedElementsAre("scope_exceeded", "staffing_short", "team_missing", "notice_missing",
                                                   "invoice_missing", "contract_scan_missing"));
    notified(id);
    EXPECT_THAT(standing(id), UnorderedElementsAre("scope_exceeded", "staffing_short", "team_missing", "notice_late",
                                                   "invoice_missing", "contract_scan_missing"));
    attached(id, "contract_scan", "%PDF late contract");
    attached(id, "invoice", "%PDF late invoice");
    EXPECT_THAT(standing(id), UnorderedElementsAre("scope_exceeded", "staffing_short", "team_missing", "notice_late"));
    auto const flags = view(id).flags;
    EXPECT_EQ(flags.size(), 7U) << "a cleared flag stays in the record";
    for (auto const& flag : flags) EXPECT_FALSE(flag.flag.value().citation.clause.empty()) << flag.flag.text;
}

TEST_P(Project, ThreeAccountsReviewInOrderAndANewEditionStartsAnew) {
    using enum ReviewStep;
    auto const id = opened();
    auto const sm3 = reported(id, "%PDF first");
    EXPECT_EQ(key(sign(id, technical_lead, sm3)), "practice.review_order");
    EXPECT_EQ(key(publish(id, sm3)), "practice.not_reviewed");
    ASSERT_TRUE(sign(id, internal_review, sm3));
    EXPECT_EQ(key(sign(id, internal_review, sm3)), "practice.already_signed");
    auto const twice = house.of_institution(access::Role::technical_lead, "A-internal_review");
    EXPECT_EQ(
        key(house.act(twice, house.service.sign_review(twice, id, house.confirming(twice, id, technical_lead, sm3)))),
        "practice.same_reviewer");
    auto const own = house.of_institution(access::Role::technical_lead, "A-leader");
    EXPECT_EQ(key(house.act(own, house.service.sign_review(own, id, house.confirming(own, id, technical_lead, sm3)))),
              "practice.own_report");
    auto const other = reviewer(process_lead);
    EXPECT_EQ(
        key(house.act(other, house.service.sign_review(other, id, house.confirming(other, id, technical_lead, sm3)))),
        "practice.not_your_step");
    ASSERT_TRUE(sign(id, technical_lead, sm3));
    auto const second = reported(id, "%PDF second");
    EXPECT_EQ(key(sign(id, process_lead, sm3)), "practice.report_moved_on");
    EXPECT_EQ(key(sign(id, process_lead, second)), "practice.review_order");
    EXPECT_EQ(key(publish(id, second)), "practice.not_reviewed");
    reviewed(id, second);
    EXPECT_TRUE(publish(id, second));
    EXPECT_EQ(key(publish(id, second)), "practice.already_published");
}

TEST_P(Project, APublicNumberBindsTheBytesAndIsFoundByEitherDigest) {
    auto const id = opened();
    auto const first = reported(id, "%PDF first");
    reviewed(id, first);
    auto const number = from_trusted_json<Answer>(publish(id, first).value().answer).number.value();
    auto const found = check(number);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].sm3, first);
    EXPECT_EQ(found[0].state, "filed");
    EXPECT_EQ(found[0].institution_name, "天山安评");
    EXPECT_EQ(check(found[0].sm3)[0].number, number);
    EXPECT_EQ(check(found[0].sha256)[0].number, number);
    EXPECT_THAT(check(std::string(64, '0')), IsEmpty());
    EXPECT_THAT(check(""), IsEmpty());
    auto const second = reported(id, "%PDF second");
    EXPECT_EQ(check(number)[0].state, "filed") << "an edition nobody published replaces nothing";
    EXPECT_THAT(check(second), IsEmpty());
    reviewed(id, second);
    ASSERT_TRUE(publish(id, second));
    EXPECT_EQ(check(number)[0].state, "superseded");
    EXPECT_EQ(check(second)[0].state, "filed");
    auto lease = house.pool.lease();
    EXPECT_EQ(house.service.published_of(*lease, house.institution, 10).size(), 2U);
    EXPECT_THAT(house.service.published_of(*lease, {"J-404"}, 10), IsEmpty());
}

TEST_P(Project, ARetryIsAnsweredAgainAndDoneOnce) {
    auto const decide = house.service.open_project(house.leader(), house.contract());
    auto const once = house.act(house.leader(), decide, "key-1").value();
    auto const size = house.writer.size();
    auto const again = house.act(house.leader(), decide, "key-1").value();
    EXPECT_TRUE(again.replayed);
    EXPECT_EQ(canonical(again.answer), canonical(once.answer));
    EXPECT_EQ(house.writer.size(), size);
}

TEST_P(Project, TheSameContractInWujinHasOtherDeadlines) {
    auto in = house.contract();
    in.region = {"320412"};
    auto const wujin = view(opened(in));
    std::vector<std::string> due;
    for (auto const& row : wujin.deadlines)
        due.push_back(row.deadline.value().duty + " " + field::to_string(row.deadline.value().due) + " " +
                      row.deadline.value().citation.clause);
    EXPECT_THAT(due, ElementsAre("contract_upload 2026-03-06 WJ-4", "prior_notice 2026-03-12 CN-O1-19",
                                 "deliverables 2026-06-30 WJ-4.deliverables"));
    auto const scanned = wujin.id;
    attached(scanned, "contract_scan", "%PDF contract");
    EXPECT_EQ(view(scanned).deadlines[0].met_on, day("2026-03-02"));
    EXPECT_FALSE(view(scanned).deadlines[0].working_days_left);
    auto const xinjiang = view(opened());
    ASSERT_EQ(xinjiang.deadlines.size(), 1U);
    EXPECT_EQ(xinjiang.deadlines[0].deadline.value().citation.clause, "XJ-13a");
    EXPECT_EQ(xinjiang.deadlines[0].working_days_left, 8);
}

TEST_P(Project, TakesOnlyFinishedUploadsOfTheirOwner) {
    auto const id = opened();
    auto const mine = house.upload(house.leader(), "a.jpg", "photo");
    auto const thief = house.of_institution(access::Role::assessor, "A-thief");
    auto const stolen = house.act(thief, house.service.attach_evidence(thief, id, {{{mine, {"gate"}, std::nullopt}}}));
    ASSERT_FALSE(stolen);
    EXPECT_EQ(stolen.error().fields[0].pointer, "/files/0/upload");
    auto const half = house.vault.create("A-leader", "b.jpg", 10)->id;
    auto const early = house.act(house.leader(),
                                 house.service.attach_evidence(house.leader(), id, {{{half, {"gate"}, std::nullopt}}}));
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().fields[0].rule, "incomplete");
}

TEST_P(Project, KeepsANameAsLongAsAFileSystemAllows) {
    auto const id = opened();
    std::string const name = " " + std::string(250, 'x') + ".jpg";
    AttachEvidence in{{house.file(house.leader(), "gate", name, "photo")}};
    house.done(house.leader(), house.service.attach_evidence(house.leader(), id, std::move(in)));
    EXPECT_EQ(view(id).evidence[0].exhibit.value().file_name.size(), 254U);
}

TEST_P(Project, DoesNotTakeStrangersForItsPeople) {
    auto const other = house.add_institution("91510100MA61T42C93", "别家机构", "650000");
    auto const stranger = house.add_person(other, "别家人");
    auto const id = opened();
    auto in = house.notice("2026-03-23", "2026-03-25");
    in.members.push_back(stranger);
    EXPECT_EQ(key(house.act(house.leader(), house.service.file_notice(id, in))), "input.invalid");
    auto report = house.contract();
    report.leader = stranger;
    EXPECT_EQ(key(house.act(house.leader(), house.service.open_project(house.leader(), report))), "input.invalid");
    report = house.contract();
    report.enterprise = {"Q-404"};
    EXPECT_EQ(key(house.act(house.leader(), house.service.open_project(house.leader(), report))), "input.invalid");
    EXPECT_EQ(key(house.act(house.county(), house.service.open_project(house.county(), house.contract()))),
              "practice.no_institution");
    EXPECT_EQ(key(house.act(house.leader(), house.service.archive_project({"P-404"}))), "practice.no_project");
}

TEST_P(Project, OpinionsAreAnsweredItemByItemAndAWithdrawnReportSaysSo) {
    auto const id = opened();
    auto const sm3 = reported(id, "%PDF report");
    auto const reviewing = reviewer(ReviewStep::internal_review);
    house.done(reviewing,
               house.service.give_opinions(reviewing, id, {ReviewStep::internal_review, {sm3}, {{"请改正"}}}));
    EXPECT_EQ(key(sign(id, ReviewStep::internal_review, sm3)), "practice.opinions_open");
    house.done(house.leader(), house.service.answer_opinions(id, {{{1, {"已改"}}}}));
    EXPECT_EQ(view(id).reports.front().opinions.at(0).answer, "已改");
    reviewed(id, sm3);
    auto const number = from_trusted_json<Answer>(publish(id, sm3).value().answer).number.value();
    house.done(house.leader(), house.service.withdraw_report(id, {{sm3}, {"数据有误"}}));
    EXPECT_EQ(check(number).at(0).state, "withdrawn");
    EXPECT_EQ(view(id).reports.front().withdrawn, "数据有误");
    EXPECT_EQ(key(publish(id, sm3)), "practice.already_published");
    auto const second = reported(id, "%PDF second");
    reviewed(id, second);
    EXPECT_TRUE(publish(id, second));
    EXPECT_TRUE(ledger::verify_state(house.database.address(), house.projections, {ledger::Personal::schema()})
                    .findings.empty());
}

TEST_P(Project, AnInstitutionServesTheRegionOfItsProjectUpToTheLastDayThere) {
    opened();
    auto lease = house.pool.lease();
    auto const of = [&](char const* region, field::Authority authority, std::optional<field::Date> since) {
        return serving(*lease, {region}, authority, since).size();
    };
    using enum field::Authority;
    EXPECT_EQ(of("652301", government, {}), 1U);
    EXPECT_EQ(of("652300", government, {}), 1U) << "the prefecture has it in its county";
    EXPECT_EQ(of("652302", government, {}), 0U);
    EXPECT_EQ(of("652301", corps, {}), 0U) << "the enterprise is under the other authority";
    EXPECT_EQ(of("652301", government, day("2026-03-23")), 1U) << "on site that day";
    EXPECT_EQ(of("652301", government, day("2026-03-24")), 0U);
    opened();
    EXPECT_EQ(of("652301", government, {}), 1U) << "an institution of two projects is one";
}

TEST_P(Project, AStatutoryOneCountsSinceItsContractWhateverItsRecordLacks) {
    auto const first = opened();
    auto in = house.contract();
    in.statutory = false;
    in.statutory_kind = {"none"};
    opened(in);
    auto lease = house.pool.lease();
    auto const since = [&](char const* region, char const* from) {
        return statutory_since(*lease, {region}, field::Authority::government, day(from));
    };
    auto const found = since("652300", "2026-02-27");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().id, first);
    EXPECT_EQ(found.front().since, day("2026-02-27"));
    EXPECT_TRUE(since("652301", "2026-02-28").empty());
    EXPECT_TRUE(since("652302", "2019-05-01").empty());
    auto const enterprises = served(*lease, {"652301"}, field::Authority::government, day("2026-01-01"));
    EXPECT_THAT(enterprises, ElementsAre(house.enterprise));
}

}  // namespace
}  // namespace anping::practice
