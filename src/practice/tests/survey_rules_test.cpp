// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "cases.hpp"

namespace anping::practice {
namespace {

State notified() {
    auto state = project();
    state.notice_filed_on = day("2026-03-10");
    return state;
}

Result<std::vector<ledger::Event>> surveyed(RecordSurvey const& in, State state = notified(),
                                            std::vector<Exhibit> const& files = {}, char const* today = "2026-03-24") {
    return record_survey(in, std::move(state), people(), files, on(today));
}
Judgement judged(RecordSurvey const& in, State state = notified(), std::vector<Exhibit> const& files = {}) {
    return first<SurveyRecorded>(surveyed(in, std::move(state), files)).judgement;
}

TEST(Survey, WithoutNoticeIsRecordedAndFlagged) {
    EXPECT_EQ(flags(judged(survey(), project(), {exhibit("gate")})), (Words{"notice_missing finding"}));
    EXPECT_EQ(flags(judged(survey(), notified(), {exhibit("gate")})), Words{});
}

TEST(Survey, ANoticeAfterwardsTurnsMissingIntoLate) {
    auto state = project();
    state.surveys = 1;
    state.photos = 1;
    state.leader_on_site = true;
    state.first_day = day("2026-03-23");
    auto const filed = file_notice(notice(), state, people(), {}, on("2026-03-24"));
    EXPECT_EQ(flags(first<NoticeFiled>(filed).judgement), (Words{"notice_late finding"}));
}

TEST(Survey, StartedEarlierThanAnnouncedIsJudgedByTheDayItReallyWas) {
    auto state = project();
    state.notice_filed_on = day("2026-03-16");
    auto const early = survey("2026-03-16T10:00:00+08:00", "2026-03-16T12:00:00+08:00");
    EXPECT_THAT(flags(judged(early, state, {exhibit("gate")})), ::testing::Contains("notice_late finding"));
}

TEST(Survey, WithoutPhotosOrLeaderIsRemindedUnlessAReasonIsGiven) {
    auto in = survey();
    in.members = {{"R-2"}};
    EXPECT_EQ(flags(judged(in)), (Words{"leader_absent remind", "survey_photos_missing remind"}));
    in.reason_code = {"underground"};
    EXPECT_EQ(flags(judged(in)), Words{});
    EXPECT_FALSE(first<SurveyRecorded>(surveyed(in)).leader_on_site);
    EXPECT_TRUE(first<SurveyRecorded>(surveyed(survey())).leader_on_site);
}

TEST(Survey, ALaterDayOnSiteWithTheLeaderClearsTheFlag) {
    auto state = notified();
    state.surveys = 1;
    state.photos = 1;
    state.first_day = state.last_day = day("2026-03-23");
    auto const next = survey("2026-03-24T10:00:00+08:00", "2026-03-24T11:00:00+08:00");
    EXPECT_EQ(flags(first<SurveyRecorded>(surveyed(next, state, {}, "2026-03-25")).judgement), Words{});
}

TEST(Survey, FilesOfASurveyBelongToIt) {
    auto const events = surveyed(survey(), notified(), {exhibit("gate"), exhibit("people")});
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 3U);
    auto const photo = from_trusted_json<EvidenceAttached>((*events)[1].data);
    EXPECT_EQ(photo.survey->text, "S-00000041");
    EXPECT_EQ(photo.evidence.text, "E-00000042");
}

TEST(Survey, NamesTheFieldThatIsNotWhatItSays) {
    auto const wrong = [](auto change) {
        auto in = survey();
        change(in);
        return refused(surveyed(in));
    };
    EXPECT_EQ(wrong([](auto& in) { in.ended_at = at("2026-03-23T09:00:00+08:00"); }), "/ended_at");
    EXPECT_EQ(wrong([](auto& in) { in.started_at = in.ended_at = at("2026-03-25T09:00:00+08:00"); }), "/started_at");
    EXPECT_EQ(wrong([](auto& in) { in.members.clear(); }), "/members");
    EXPECT_EQ(wrong([](auto& in) { in.members = {{"R-9"}}; }), "/members/0");
    EXPECT_EQ(wrong([](auto& in) { in.latitude = {"44.01"}; }), "/latitude");
    EXPECT_EQ(wrong([](auto& in) { in.reason_code = {"lazy"}; }), "/reason_code");
    EXPECT_EQ(refused(surveyed(survey(), notified(), {exhibit("guess")})), "/files/0/kind");
}

TEST(Evidence, ClearsWhatWasMissing) {
    auto state = notified();
    state.contract_scans = state.invoices = 0;
    auto const after = [&](Exhibit const& file) {
        auto const events = attach_evidence(state, {file}, true, on("2026-03-10"));
        return flags(first<EvidenceAttached>(events).judgement);
    };
    EXPECT_EQ(after(exhibit("document")), (Words{"contract_scan_missing remind", "invoice_missing remind"}));
    EXPECT_EQ(after(exhibit("contract_scan")), (Words{"invoice_missing remind"}));
    EXPECT_EQ(after(exhibit("invoice")), (Words{"contract_scan_missing remind"}));
}

TEST(Evidence, OfABureauDoesNotStandForTheInstitutions) {
    auto state = notified();
    state.invoices = 0;
    auto const events = attach_evidence(state, {exhibit("invoice")}, false, on("2026-03-10"));
    auto const event = first<EvidenceAttached>(events);
    EXPECT_FALSE(event.of_institution);
    EXPECT_EQ(flags(event.judgement), (Words{"invoice_missing remind"}));
}

TEST(Evidence, RefusesNoFileAndUnknownKinds) {
    EXPECT_EQ(refused(attach_evidence(notified(), {}, true, on("2026-03-10"))), "/files");
    EXPECT_EQ(refused(attach_evidence(notified(), {exhibit("gate"), exhibit("x")}, true, on("2026-03-10"))),
              "/files/1/kind");
    EXPECT_EQ(refused(attach_contract_files(notified(), {exhibit("invoice"), exhibit("gate")}, on("2026-03-10"))),
              "/files/1/kind");
    EXPECT_TRUE(attach_contract_files(notified(), {exhibit("invoice"), exhibit("contract_scan")}, on("2026-03-10")));
}

TEST(Facts, AreAbsentUntilTheyAre) {
    auto const before = facts(project(), shipped(), day("2026-03-02"));
    for (auto const* name : {"contract.uploaded_on", "notice.filed_on", "notice.working_days_before", "site.last_day",
                             "site.reason_code", "team.leader_on_site", "report.filed_on"})
        EXPECT_FALSE(before.contains(name)) << name;
    EXPECT_EQ(before.at("site.first_day"), "2026-03-23");
    EXPECT_EQ(before.at("review.signed"), false);
    auto state = notified();
    state.contract_uploaded_on = day("2026-03-02");
    state.surveys = 1;
    state.first_day = state.last_day = day("2026-03-24");
    state.reason_code = "underground";
    state.report_filed_on = day("2026-03-30");
    auto const after = facts(state, shipped(), day("2026-03-30"));
    EXPECT_EQ(after.at("contract.uploaded_on"), "2026-03-02");
    EXPECT_EQ(after.at("notice.working_days_before"), 10);
    EXPECT_EQ(after.at("site.first_day"), "2026-03-24");
    EXPECT_EQ(after.at("site.last_day"), "2026-03-24");
    EXPECT_EQ(after.at("team.leader_on_site"), false);
    EXPECT_EQ(after.at("report.filed_on"), "2026-03-30");
    state.first_day = day("2028-03-24");
    EXPECT_FALSE(facts(state, shipped(), day("2026-03-30")).contains("notice.working_days_before"));
}

}  // namespace
}  // namespace anping::practice
