// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/practice/offices.hpp>

#include "cases.hpp"

namespace anping::practice {
namespace {

using enum ReviewStep;

std::string const kSm3(64, 'a');

State reported(std::vector<SignedStep> done = {}) {
    auto state = project();
    state.notice_filed_on = day("2026-03-10");
    state.first_day = state.last_day = day("2026-03-23");
    state.surveys = state.photos = 1;
    state.leader_on_site = true;
    state.stage = Stage::reported;
    state.report = ReportId{"B-1"};
    state.edition = 1;
    state.report_sm3 = kSm3;
    state.report_sha256 = std::string(64, 'b');
    state.report_size = 7;
    state.report_filer = "A-leader";
    state.report_filed_on = day("2026-04-01");
    state.signed_steps = std::move(done);
    return state;
}

FileReport report() { return {{"评价报告"}, {"符合"}, {{"R-1"}}, {"u-1"}}; }
SignReview confirming(ReviewStep step, std::string sm3 = kSm3) { return {step, {std::move(sm3)}, {"同意"}, {}}; }
std::optional<access::SignedWith> const kKey{{"key", "point", "signature", false}};

std::string signing(ReviewStep step, std::string account, State const& state, rulebook::Law const& law = shipped(),
                    std::string sm3 = kSm3) {
    return refused(
        sign_review(confirming(step, std::move(sm3)), state, kKey, on("2026-04-02", law, std::move(account))));
}

constexpr char const* kOneAloneClause = R"([[clause]]
id = "T-1"
kind = "gate"
name = "report_publication"
title = "审核之后公开"
text = "审核之后公开"
[clause.gate]
held_when = { fact = "review.signed", is = false }
says = "没有审核"
clears = "审核"
steps = ["internal_review", "guess"]
separate_persons = false
)";

TEST(Report, EachFilingIsANewEditionWithoutConfirmations) {
    auto state = reported({{internal_review, "A-2"}});
    state.published = true;
    auto const filed = first<ReportFiled>(file_report(report(), state, people(), exhibit("report"), on("2026-04-03")));
    EXPECT_EQ(filed.edition, 2);
    EXPECT_EQ(filed.report.text, "B-00000041");
    EXPECT_EQ(flags(filed.judgement), Words{});
    EXPECT_EQ(
        first<ReportFiled>(file_report(report(), project(), people(), exhibit("report"), on("2026-04-03"))).edition, 1);
}

TEST(Report, WithoutSurveyIsFiledAndReminded) {
    auto state = reported();
    state.surveys = 0;
    auto const filed = file_report(report(), state, people(), exhibit("report"), on("2026-04-03"));
    EXPECT_EQ(flags(first<ReportFiled>(filed).judgement), (Words{"survey_record_missing remind"}));
}

TEST(Report, IsOfPeopleOfTheInstitutionAndNotOfAnArchivedProject) {
    auto const filing = [](FileReport const& in, State const& state) {
        return refused(file_report(in, state, people(), exhibit("report"), on("2026-04-03")));
    };
    auto in = report();
    in.authors.clear();
    EXPECT_EQ(filing(in, reported()), "/authors");
    in.authors = {{"R-9"}};
    EXPECT_EQ(filing(in, reported()), "/authors/0");
    auto state = reported();
    state.stage = Stage::archived;
    EXPECT_EQ(filing(report(), state), "practice.archived");
}

TEST(Review, IsOfTheBytesReadByTheirDigest) {
    EXPECT_EQ(signing(internal_review, "A-2", project()), "practice.no_report");
    EXPECT_EQ(signing(internal_review, "A-2", reported(), shipped(), std::string(64, 'c')), "practice.report_moved_on");
    auto const event = first<ReviewSigned>(
        sign_review(confirming(internal_review), reported(), kKey, on("2026-04-02", shipped(), "A-2")));
    EXPECT_EQ(event.report.text, "B-1");
    EXPECT_EQ(event.report_sm3, kSm3);
    EXPECT_EQ(event.signed_with->public_key, "point");
}

TEST(Review, IsConfirmedWithOnesOwnKeyUnlessTheInstitutionsOwnRuleAsksForNone) {
    auto state = reported();
    auto const without = [&] {
        return sign_review(confirming(internal_review), state, std::nullopt, on("2026-04-02", shipped(), "A-2"));
    };
    EXPECT_EQ(refused(without()), "practice.key_needed");
    EXPECT_EQ(without().error().clauses, std::vector<std::string>{"XJ/XJ-4b.publication"});
    state.own_rule = ProcessRule{true, false, true, {}, {}};
    EXPECT_EQ(refused(without()), "");
    EXPECT_FALSE(first<ReviewSigned>(without()).signed_with);
    state.own_rule = ProcessRule{true, true, true, {}, {}};
    EXPECT_EQ(refused(without()), "practice.key_needed");
}

TEST(Review, ByOnePersonTwiceIsTakenWhereTheInstitutionsOwnRuleAllowsIt) {
    auto state = reported({{internal_review, "A-2"}});
    EXPECT_EQ(signing(technical_lead, "A-2", state), "practice.same_reviewer");
    state.own_rule = ProcessRule{false, true, true, {}, {}};
    EXPECT_EQ(signing(technical_lead, "A-2", state), "");
    EXPECT_EQ(signing(technical_lead, "A-leader", state), "");
    EXPECT_EQ(signing(process_lead, "A-2", state), "practice.review_order") << "the order of the steps stays";
}

TEST(ConfirmationStatement, BindsEverythingThatIsConfirmed) {
    auto const state = reported();
    auto const text = confirmation_statement(confirming(internal_review), state, "A-2");
    EXPECT_EQ(text, "anping report confirmation 1\nproject P2026-00000001\nreport B-1\nreport-sm3 " + kSm3 +
                        "\nstep internal_review\nopinion-sm3 "
                        "5c034aa992544fc1f9814e65f07bd5aed629ac7a1b274fdd899e1df333d2aa17\naccount A-2\n");
    auto other = confirming(internal_review);
    other.opinion = {"不同意"};
    EXPECT_NE(confirmation_statement(other, state, "A-2"), text);
}

TEST(Review, GoesInTheBooksOrderByDifferentPersons) {
    EXPECT_EQ(review_steps(shipped(), project().place(), day("2026-04-02"), "current"),
              (std::vector{internal_review, technical_lead, process_lead}));
    EXPECT_EQ(signing(internal_review, "A-leader", reported()), "practice.own_report");
    EXPECT_EQ(signing(technical_lead, "A-3", reported()), "practice.review_order");
    EXPECT_EQ(signing(process_lead, "A-4", reported({{internal_review, "A-2"}})), "practice.review_order");
    EXPECT_EQ(signing(technical_lead, "A-2", reported({{internal_review, "A-2"}})), "practice.same_reviewer");
    EXPECT_EQ(signing(internal_review, "A-5", reported({{internal_review, "A-2"}})), "practice.already_signed");
    EXPECT_EQ(signing(technical_lead, "A-3", reported({{internal_review, "A-2"}})), "");
    EXPECT_EQ(signing(process_lead, "A-4", reported({{internal_review, "A-2"}, {technical_lead, "A-3"}})), "");
}

TEST(Review, HasATemplateOfItsOwnForTesting) {
    EXPECT_EQ(review_steps(shipped(), project().place(), day("2026-04-02"), "testing"),
              (std::vector{check, ReviewStep::review, approval}));
    auto state = reported();
    state.service_type = "testing";
    EXPECT_EQ(signing(ReviewStep::review, "A-3", state), "practice.review_order");
    EXPECT_EQ(signing(check, "A-2", state), "");
    EXPECT_EQ(office_of(check), access::Role::internal_reviewer);
    EXPECT_EQ(office_of(approval), access::Role::authorised_signatory);
}

TEST(Review, WaitsUntilEachOpinionOfItsStepIsAnswered) {
    GiveOpinions const opinions{internal_review, {kSm3}, {{"补充重大危险源辨识"}, {"标准已废止"}}};
    auto const given = first<OpinionsGiven>(give_opinions(opinions, reported(), on("2026-04-02", shipped(), "A-2")));
    EXPECT_EQ(given.first, 1);
    EXPECT_EQ(refused(give_opinions(opinions, reported(), on("2026-04-02", shipped(), "A-leader"))),
              "practice.own_report");
    EXPECT_EQ(refused(give_opinions({internal_review, {kSm3}, {}}, reported(), on("2026-04-02", shipped(), "A-2"))),
              "/items");
    auto state = reported();
    state.opinions = {{1, internal_review, true}, {2, internal_review, false}};
    EXPECT_EQ(signing(internal_review, "A-2", state), "practice.opinions_open");
    EXPECT_EQ(refused(answer_opinions({{{3, {"已改"}}}}, state)), "/answers/0/number");
    EXPECT_EQ(refused(answer_opinions({{{2, {"已改"}}}}, state)), "");
    EXPECT_EQ(refused(answer_opinions({}, state)), "/answers");
    state.opinions[1].answered = true;
    EXPECT_EQ(signing(internal_review, "A-2", state), "");
}

TEST(Withdrawal, TakesAPublishedEditionBackAndItIsNotPublishedAgain) {
    auto state = reported({{internal_review, "A-2"}, {technical_lead, "A-3"}, {process_lead, "A-4"}});
    WithdrawReport const in{{kSm3}, {"数据有误"}};
    EXPECT_EQ(refused(withdraw_report(in, state, on("2026-04-02"))), "practice.not_published");
    state.published = true;
    auto const event = first<ReportWithdrawn>(withdraw_report(in, state, on("2026-04-02")));
    EXPECT_EQ(event.reason.value, "数据有误");
    state.published = false;
    state.withdrawn = true;
    EXPECT_EQ(refused(publish_report({{kSm3}}, state, on("2026-04-02"))), "practice.already_published");
}

TEST(Review, ARefusalNamesItsClause) {
    auto const held =
        sign_review(confirming(internal_review), reported(), kKey, on("2026-04-02", shipped(), "A-leader"));
    ASSERT_FALSE(held);
    EXPECT_EQ(held.error().code, ErrorCode::refused);
    EXPECT_EQ(held.error().clauses, std::vector<std::string>{"XJ/XJ-4b.publication"});
}

TEST(Review, ABookMayAskForOneStepAndLetOnePersonDoBoth) {
    auto const law = with_clauses(kOneAloneClause);
    EXPECT_EQ(review_steps(law, project().place(), day("2026-04-02"), "current"), std::vector{internal_review});
    EXPECT_EQ(signing(internal_review, "A-leader", reported(), law), "");
    auto const state = reported({{internal_review, "A-leader"}});
    EXPECT_EQ(signing(technical_lead, "A-leader", state, law), "");
    EXPECT_EQ(refused(publish_report({{kSm3}}, state, on("2026-04-02", law))), "");
    EXPECT_EQ(refused(publish_report({{kSm3}}, reported(), on("2026-04-02", law))), "practice.not_reviewed");
}

TEST(Review, WithoutAnyBookOneStepIsAskedForAndPersonsAreSeparate) {
    practice::testing::Folder folder;
    namespace fs = std::filesystem;
    fs::create_directories(folder.path + "/books/CN-national");
    for (auto const* file : {"book.toml", "calendar.toml", "regions.toml"})
        fs::copy(std::string(ANPING_SOURCE_DIR "/rulebooks/CN-national/") + file, folder.path + "/books/CN-national/");
    auto const loaded = rulebook::load(folder.path + "/books");
    ASSERT_TRUE(loaded.law) << loaded.diagnostics.front().message;
    EXPECT_EQ(review_steps(*loaded.law, project().place(), day("2026-04-02"), "current"), std::vector{internal_review});
    auto const held =
        sign_review(confirming(internal_review), reported(), kKey, on("2026-04-02", *loaded.law, "A-leader"));
    ASSERT_FALSE(held);
    EXPECT_EQ(held.error().clauses, std::vector<std::string>{});
    EXPECT_TRUE(addressees(project(), 41, on("2026-04-02", *loaded.law)).empty());
}

TEST(Publication, NeedsEveryReviewTheBookAsksFor) {
    auto const publishing = [](State const& state, std::string sm3 = kSm3) {
        return publish_report({{std::move(sm3)}}, state, on("2026-04-02"));
    };
    std::vector<SignedStep> done;
    EXPECT_EQ(refused(publishing(project())), "practice.no_report");
    EXPECT_EQ(refused(publishing(reported(), std::string(64, 'c'))), "practice.report_moved_on");
    for (auto const step : {internal_review, technical_lead, process_lead}) {
        EXPECT_EQ(refused(publishing(reported(done))), "practice.not_reviewed");
        EXPECT_EQ(publishing(reported(done)).error().clauses, std::vector<std::string>{"XJ/XJ-4b.publication"});
        done.push_back({step, "A-" + std::to_string(done.size())});
    }
    auto const event = first<ReportPublished>(publishing(reported(done)));
    EXPECT_EQ(event.number, "AP2026-00000041");
    EXPECT_EQ(event.sm3, kSm3);
    EXPECT_EQ(event.sha256, std::string(64, 'b'));
    EXPECT_EQ(event.size, 7);
    EXPECT_EQ(flags(event.judgement), Words{});
    auto state = reported(done);
    state.published = true;
    EXPECT_EQ(refused(publishing(state)), "practice.already_published");
}

TEST(Publication, APublishedReportWithoutAllReviewsIsAFinding) {
    auto state = reported({{internal_review, "A-2"}});
    state.published = true;
    EXPECT_EQ(flags(judge(state, on("2026-04-02"), {})), (Words{"review_incomplete finding"}));
}

TEST(Archive, FollowsPublicationOnce) {
    auto state = reported();
    EXPECT_EQ(refused(archive_project(state)), "practice.not_published");
    state.published = true;
    state.entries = 9;
    state.exhibits = 4;
    auto const event = first<ProjectArchived>(archive_project(state));
    EXPECT_EQ(event.entries, 9);
    EXPECT_EQ(event.exhibits, 4);
    state.stage = Stage::archived;
    EXPECT_EQ(refused(archive_project(state)), "practice.archived");
}

}  // namespace
}  // namespace anping::practice
