// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "cases.hpp"

namespace anping::practice {
namespace {

Result<std::vector<ledger::Event>> open(OpenProject const& in, char const* today = "2026-03-02",
                                        std::vector<Exhibit> const& files = {}, Parties const& who = parties(),
                                        rulebook::Law const& law = shipped()) {
    return open_project(in, who, files, on(today, law));
}
Judgement opened(OpenProject const& in, char const* today = "2026-03-02", std::vector<Exhibit> const& files = {}) {
    return first<ProjectOpened>(open(in, today, files)).judgement;
}

TEST(Contract, TheSameFactsHaveOtherDeadlinesInWujinThanInXinjiang) {
    EXPECT_EQ(deadlines(opened(contract("652301"))), (Words{"prior_notice 2026-03-12 XJ-13a"}));
    EXPECT_EQ(deadlines(opened(contract("320412"))),
              (Words{"contract_upload 2026-03-06 WJ-4", "deliverables 2026-06-30 WJ-4.deliverables",
                     "prior_notice 2026-03-12 CN-O1-19"}));
}

TEST(Contract, DeadlinesCountAcrossTheSpringFestival) {
    auto in = contract("652301");
    in.contract.signed_on = day("2026-02-02");
    in.risk->made_on = day("2026-01-30");
    in.site_first_day = day("2026-02-26");
    // 25, 24, then 14 (a Saturday worked), 13, 12, 11, 10: the 15th to the 23rd are off.
    EXPECT_EQ(deadlines(opened(in, "2026-02-02")), (Words{"prior_notice 2026-02-10 XJ-13a"}));
    in = contract("320412");
    in.contract.signed_on = day("2026-02-10");
    in.risk->made_on = day("2026-01-30");
    EXPECT_THAT(deadlines(opened(in, "2026-02-10")), ::testing::Contains("contract_upload 2026-02-24 WJ-4"));
}

TEST(Contract, KeepsTheBooksDigestWithItsJudgement) {
    auto const judgement = opened(contract());
    EXPECT_EQ(judgement.law, shipped().digest());
    ASSERT_EQ(judgement.deadlines.size(), 1U);
    EXPECT_FALSE(judgement.deadlines[0].count.empty());
    EXPECT_EQ(judgement.deadlines[0].citation.book, "XJ");
    EXPECT_TRUE(judgement.undecided.empty());
}

TEST(Contract, ADutyPastThePublishedCalendarIsUndecidedNotRefused) {
    auto in = contract();
    in.site_first_day = day("2028-03-01");
    auto const judgement = opened(in);
    EXPECT_EQ(judgement.undecided, std::vector<std::string>{"prior_notice"});
    EXPECT_TRUE(judgement.deadlines.empty());
}

TEST(Contract, WhatIsMissingIsRemindedOfUntilItIsThere) {
    EXPECT_EQ(flags(opened(contract())), (Words{"contract_scan_missing remind", "invoice_missing remind"}));
    EXPECT_EQ(flags(opened(contract(), "2026-03-02", {exhibit("contract_scan", "application/pdf")})),
              (Words{"invoice_missing remind"}));
    EXPECT_EQ(flags(opened(contract(), "2026-03-02", {exhibit("contract_scan"), exhibit("invoice")})), Words{});
}

TEST(Contract, OutsideTheCertifiedScopeIsRecordedAndFlagged) {
    auto in = contract();
    in.scope = {"assess.1"};
    auto const event = first<ProjectOpened>(open(in));
    EXPECT_FALSE(event.scope_covered);
    EXPECT_THAT(flags(event.judgement), ::testing::Contains("scope_exceeded finding"));
    in.statutory = false;
    in.statutory_kind = {"none"};
    EXPECT_THAT(flags(opened(in)), ::testing::Not(::testing::Contains("scope_exceeded finding")));
}

TEST(Contract, AnExpiredQualificationIsAFactForTheBooks) {
    auto const law = with_clauses(R"([[clause]]
id = "T-1"
kind = "watch"
name = "qualification_invalid"
title = "资质有效"
text = "资质过期不得从事"
[clause.watch]
subject = "project"
when = { fact = "qualification.valid", is = false }
severity = "finding"
says = "资质不在有效期内"
clears = "核对资质"
)");
    auto who = parties();
    who.institution.qualification.valid_until = day("2026-01-31");
    auto const event = first<ProjectOpened>(open(contract(), "2026-03-02", {}, who, law));
    EXPECT_FALSE(event.qualification_valid);
    EXPECT_THAT(flags(event.judgement), ::testing::Contains("qualification_invalid finding"));
    EXPECT_TRUE(first<ProjectOpened>(open(contract(), "2026-03-02", {}, parties(), law)).qualification_valid);
}

TEST(Contract, NamesTheFieldThatIsNotWhatItSays) {
    auto const wrong = [](auto change) {
        auto in = contract();
        change(in);
        return refused(open(in));
    };
    EXPECT_EQ(wrong([](auto& in) { in.region = {"999999"}; }), "/region");
    EXPECT_EQ(wrong([](auto& in) { in.region = {"652300"}; }), "/region");
    EXPECT_EQ(wrong([](auto& in) {
                  in.region = {"320412"};
                  in.authority = field::Authority::corps;
              }),
              "/authority");
    EXPECT_EQ(wrong([](auto& in) { in.contract.ends_on = day("2026-01-01"); }), "/contract/ends_on");
    EXPECT_EQ(wrong([](auto& in) { in.contract.signed_on = day("2026-03-03"); }), "/contract/signed_on");
    EXPECT_EQ(wrong([](auto& in) { in.scope = {"assess.99"}; }), "/scope");
    EXPECT_EQ(wrong([](auto& in) { in.service_type = {"guess"}; }), "/service_type");
    EXPECT_EQ(wrong([](auto& in) { in.statutory_kind = {"guess"}; }), "/statutory_kind");
    EXPECT_EQ(refused(open(contract(), "2026-03-02", {exhibit("gate"), exhibit("guess")})), "/files/1/kind");
    auto who = parties();
    who.leader = person("R-1", "J-2");
    EXPECT_EQ(refused(open(contract(), "2026-03-02", {}, who)), "/leader");
    who.leader.reset();
    EXPECT_EQ(refused(open(contract(), "2026-03-02", {}, who)), "/leader");
}

TEST(Contract, NumbersTheProjectAndItsFilesByTheirEntries) {
    auto const events = open(contract(), "2026-03-02", {exhibit("contract_scan"), exhibit("invoice")});
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 3U);
    EXPECT_EQ((*events)[0].subject, "P2026-00000041");
    auto const scan = from_trusted_json<EvidenceAttached>((*events)[1].data);
    auto const last = from_trusted_json<EvidenceAttached>((*events)[2].data);
    EXPECT_EQ(scan.evidence.text, "E-00000042");
    EXPECT_EQ(last.evidence.text, "E-00000043");
    EXPECT_TRUE(scan.judgement.law.empty());
    EXPECT_EQ(last.judgement.law, shipped().digest());
    EXPECT_TRUE(last.judgement.deadlines.empty());
}

TEST(Contract, ThePreviewTellsWhatSigningWouldRecord) {
    auto in = contract();
    in.scope = {"assess.1"};
    auto const told = preview_project(in, parties(), {}, on("2026-03-02"));
    ASSERT_TRUE(told);
    EXPECT_EQ(flags(*told), flags(opened(in)));
    EXPECT_EQ(deadlines(*told), deadlines(opened(in)));
    in.scope = {"assess.99"};
    EXPECT_EQ(refused(preview_project(in, parties(), {}, on("2026-03-02"))), "/scope");
}

Judgement notified(FileNotice const& in, char const* today, State state = project()) {
    return first<NoticeFiled>(file_notice(in, std::move(state), people(), {}, on(today))).judgement;
}

TEST(Notice, InTimeLateOrNearIsJudgedByTheRegionsReadingAndAlwaysReceived) {
    EXPECT_EQ(flags(notified(notice(), "2026-03-12")), Words{});
    EXPECT_EQ(flags(notified(notice(), "2026-03-13")), (Words{"notice_timing info"}));
    EXPECT_EQ(flags(notified(notice(), "2026-03-23")), (Words{"notice_late finding"}));
    EXPECT_EQ(flags(notified(notice(), "2026-03-24")), (Words{"notice_late finding"}));
}

TEST(Notice, AReadingAsAWindowMindsTheEarlyOne) {
    auto const law = with_clauses(R"([[clause]]
id = "T-1"
kind = "duty"
name = "prior_notice"
title = "从业告知"
text = "前七个工作日内"
[clause.duty]
from = "site.first_day"
direction = "before"
amount = 7
unit = "working_day"
rule = "within"
reading = "在前 7 个工作日之内"
addressees = ["county"]
)");
    auto const judged = [&](char const* today) {
        return flags(first<NoticeFiled>(file_notice(notice(), project(), people(), {}, on(today, law))).judgement);
    };
    EXPECT_EQ(judged("2026-03-16"), Words{});
    EXPECT_EQ(judged("2026-03-02"), (Words{"notice_timing info"}));
    auto const to = addressees(project(), 41, on("2026-03-02", law));
    ASSERT_EQ(to.size(), 1U);
    EXPECT_EQ(to[0].bureau.text, "B-652301");
}

TEST(Notice, ChangedDaysMoveTheDeadlineButNotTheDayOfTheFirstNotice) {
    auto state = project();
    state.notice_filed_on = day("2026-03-10");
    auto const judgement = notified(notice("2026-04-13", "2026-04-14"), "2026-04-10", state);
    EXPECT_EQ(deadlines(judgement), (Words{"prior_notice 2026-04-01 XJ-13a"}));
    EXPECT_EQ(flags(judgement), Words{});
}

TEST(Notice, NamesTheFieldThatIsNotWhatItSays) {
    auto const wrong = [](auto change) {
        auto in = notice();
        change(in);
        return refused(file_notice(in, project(), people(), {}, on("2026-03-12")));
    };
    EXPECT_EQ(wrong([](auto& in) { in.site_last_day = day("2026-03-22"); }), "/site_last_day");
    EXPECT_EQ(wrong([](auto& in) { in.members.clear(); }), "/members");
    EXPECT_EQ(wrong([](auto& in) { in.members = {{"R-1"}, {"R-9"}}; }), "/members/1");
    EXPECT_EQ(wrong([](auto& in) { in.members = {{"R-404"}}; }), "/members/0");
}

TEST(Notice, GoesToProvinceAndCountyAtOnceWithAReceiptEach) {
    auto state = project();
    auto const to = addressees(state, 41, on("2026-03-12"));
    ASSERT_EQ(to.size(), 2U);
    EXPECT_EQ(to[0].bureau.text, "B-650000");
    EXPECT_EQ(to[0].receipt_number, "HZ-00000041-650000");
    EXPECT_EQ(to[1].bureau.text, "B-652301");
    EXPECT_EQ(to[1].receipt_number, "HZ-00000041-652301");
    state.authority = field::Authority::corps;
    EXPECT_EQ(addressees(state, 41, on("2026-03-12"))[1].bureau.text, "B-652301-C");
    state = project();
    state.region = {"320412"};
    auto const elsewhere = addressees(state, 41, on("2026-03-12"));
    ASSERT_EQ(elsewhere.size(), 1U);
    EXPECT_EQ(elsewhere[0].bureau.text, "B-320000");
    state.region = {"999999"};
    EXPECT_TRUE(addressees(state, 41, on("2026-03-12")).empty());
}

}  // namespace
}  // namespace anping::practice
