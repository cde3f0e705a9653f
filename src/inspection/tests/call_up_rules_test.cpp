// SPDX-License-Identifier: Apache-2.0
#include "rules_call_up.hpp"

#include <gtest/gtest.h>

namespace anping::inspection {
namespace {

field::Date day(char const* text) { return field::parse_date(text).value(); }

template <class T>
std::string refused(Result<T> const& result) {
    if (result) return {};
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().pointer;
}
template <class T>
std::string rule_of(Result<T> const& result) {
    return result || result.error().fields.empty() ? "" : result.error().fields.front().rule;
}
template <class E>
E event_of(Result<Events> const& events) {
    return from_trusted_json<E>(events.value().front().data);
}

Concerned const kConcerned{"天山安评", "昌吉化工"};

Candidate candidate(char const* number) {
    Candidate out{{{std::string("X-") + number}, {std::string("A-") + number}}};
    registry::ExpertView expert;
    expert.id = out.seat.expert;
    expert.name = std::string("专家") + number;
    expert.employer = "新疆大学";
    out.expert = std::move(expert);
    access::Colleague account;
    account.who.account = out.seat.account;
    account.who.role = access::Role::expert;
    account.who.unit = "B-650000";
    account.who.display_name = std::string("专家") + number;
    out.account = std::move(account);
    return out;
}

CallUpKnown called() {
    CallUpKnown out;
    out.id = {"DY-1"};
    return out;
}
CallUpKnown seated(std::vector<Candidate> const& candidates = {candidate("1"), candidate("2")}) {
    auto out = called();
    for (auto const& one : event_of<ReviewersAssigned>(assign(candidates, out, kConcerned)).reviewers)
        out.reviewers.push_back({one.number, one.seat});
    return out;
}

GiveOpinion opinion(Verdict untrue, Verdict hazard = Verdict::no) {
    GiveOpinion out;
    for (auto const fault : kFaults) out.answers.push_back({fault, Verdict::no, {"见报告第三章"}});
    out.answers[0].verdict = untrue;
    out.answers[2].verdict = hazard;
    out.no_interest = true;
    return out;
}
CallUpKnown reviewed(GiveOpinion first, GiveOpinion second) {
    auto out = seated();
    out.reviewers[0].opinions.push_back(std::move(first));
    out.reviewers[1].opinions.push_back(std::move(second));
    return out;
}

TEST(ACalledUpReport, WantsMaterialByADayToCome) {
    practice::FiledReport report;
    report.title = "现状评价报告";
    report.project = {"XM-1"};
    report.institution = {"J-1"};
    report.enterprise = {"Q-1"};
    access::Principal const who{{"A-1"}, access::Role::clerk, "B-652301", access::UnitKind::bureau, {"652301"}, {}, {},
                                true};
    CallUpReport in{{"BG-1"}, {"专项整治"}, Wanted{{"原始记录"}, day("2026-03-02")}, {}};
    EXPECT_EQ(refused(call_up(in, {"DY-1"}, who, report, day("2026-03-03"))), "/wanted/due");
    auto const event = event_of<ReportCalledUp>(call_up(in, {"DY-1"}, who, report, day("2026-03-02")));
    EXPECT_EQ(event.bureau.text, "B-652301");
    EXPECT_EQ(event.title, "现状评价报告");
    in.wanted.reset();
    EXPECT_TRUE(call_up(in, {"DY-1"}, who, report, day("2026-03-03"))) << "all of it is on the platform";
}

TEST(Reviewers, AreTwoAtLeastAndEachIsOnePerson) {
    EXPECT_EQ(refused(assign({candidate("1")}, called(), kConcerned)), "/seats");
    EXPECT_EQ(refused(assign({}, seated(), kConcerned)), "/seats") << "nobody was named";
    EXPECT_EQ(refused(assign({candidate("1"), candidate("1")}, called(), kConcerned)), "/seats/1/expert");
    auto same_account = candidate("2");
    same_account.seat.account = {"A-1"};
    EXPECT_EQ(refused(assign({candidate("1"), same_account}, called(), kConcerned)), "/seats/1/account");
    auto const third = event_of<ReviewersAssigned>(assign({candidate("3")}, seated(), kConcerned));
    EXPECT_EQ(third.reviewers.front().number, 3) << "one more beside those who sit";
    EXPECT_EQ(refused(assign({candidate("1")}, seated(), kConcerned)), "/seats/0/expert");
}

TEST(Reviewers, AreOfTheRegisterWithAnExpertsAccount) {
    auto unknown = candidate("1");
    unknown.expert.reset();
    EXPECT_EQ(refused(assign({unknown, candidate("2")}, called(), kConcerned)), "/seats/0/expert");
    auto clerk = candidate("1");
    clerk.account->who.role = access::Role::clerk;
    EXPECT_EQ(refused(assign({clerk, candidate("2")}, called(), kConcerned)), "/seats/0/account");
    auto locked = candidate("1");
    locked.account->disabled = true;
    EXPECT_EQ(refused(assign({locked, candidate("2")}, called(), kConcerned)), "/seats/0/account");
}

TEST(Reviewers, BoundToTheInstitutionAreRefusedWithTheReason) {
    auto employed = candidate("1");
    employed.expert->employer = "天山安评";
    auto former = candidate("1");
    former.expert->employers_before = {"某厂", "天山安评"};
    auto holder = candidate("1");
    holder.expert->interests = {"天山安评"};
    auto member = candidate("1");
    member.on_team = true;
    for (auto const& [one, reason] :
         {std::pair{employed, "任职于"}, {former, "曾任职于"}, {holder, "股份"}, {member, "项目组"}}) {
        auto const answer = assign({one, candidate("2")}, called(), kConcerned);
        EXPECT_EQ(rule_of(answer), "recusal");
        EXPECT_NE(answer.error().fields.front().text.find(reason), std::string::npos);
    }
}

TEST(Reviewers, AreDoubtedAndNotRefusedForLess) {
    auto one = candidate("1");
    one.of_intermediary = true;
    one.reviewed_before = true;
    one.expert->employer = "昌吉化工";
    one.account->who.display_name = "另一个名字";
    auto const event = event_of<ReviewersAssigned>(assign({one, candidate("2")}, called(), kConcerned));
    std::vector const all{Doubt::intermediary, Doubt::enterprise, Doubt::reviewed_before, Doubt::other_name};
    EXPECT_EQ(event.reviewers[0].doubts, all);
    EXPECT_TRUE(event.reviewers[1].doubts.empty());
    EXPECT_EQ(event.reviewers[1].unit, "B-650000");
}

TEST(AnOpinion, SpeaksOfEachKindOnceAndDeclaresNoInterest) {
    auto const state = seated();
    auto missing = opinion(Verdict::yes);
    missing.answers.pop_back();
    EXPECT_EQ(refused(give_opinion(missing, state, {"A-1"})), "/answers");
    auto twice = opinion(Verdict::yes);
    twice.answers.push_back(twice.answers.front());
    EXPECT_EQ(refused(give_opinion(twice, state, {"A-1"})), "/answers");
    auto interested = opinion(Verdict::yes);
    interested.no_interest = false;
    EXPECT_EQ(refused(give_opinion(interested, state, {"A-1"})), "/no_interest");
    auto const event = event_of<OpinionGiven>(give_opinion(opinion(Verdict::yes), state, {"A-2"}));
    EXPECT_EQ(event.reviewer, 2);
    EXPECT_EQ(event.round, 1);
    EXPECT_EQ(refused(give_opinion(opinion(Verdict::yes), state, {"A-9"})), "inspection.no_call_up");
}

TEST(AnOpinion, IsNotChangedAndAskedForAgainOnceAllAreIn) {
    auto state = seated();
    state.reviewers[0].opinions.push_back(opinion(Verdict::yes));
    EXPECT_EQ(refused(give_opinion(opinion(Verdict::no), state, {"A-1"})), "inspection.not_now");
    EXPECT_EQ(refused(ask_again({1, {"依据不清"}}, state)), "inspection.not_now") << "the other's is not in";
    state.reviewers[1].opinions.push_back(opinion(Verdict::no));
    EXPECT_TRUE(ask_again({1, {"依据不清"}}, state));
    EXPECT_EQ(refused(ask_again({3, {"依据不清"}}, state)), "/reviewer");
    state.reviewers[0].asked_again = true;
    EXPECT_EQ(refused(ask_again({1, {"依据不清"}}, state)), "inspection.not_now");
    EXPECT_EQ(event_of<OpinionGiven>(give_opinion(opinion(Verdict::no), state, {"A-1"})).round, 2);
}

TEST(AReviewer, IsRelievedWithAReasonAndAfterAnOpinionOnANamedGround) {
    auto state = seated();
    EXPECT_TRUE(relieve({1, {"出差"}}, state));
    EXPECT_EQ(refused(relieve({7, {"出差"}}, state)), "/reviewer");
    state.reviewers[0].opinions.push_back(opinion(Verdict::yes));
    EXPECT_EQ(refused(relieve({1, {"事后发现曾任职于该机构"}}, state)), "/ground");
    auto const event =
        event_of<ReviewerRelieved>(relieve({1, {"事后发现曾任职于该机构"}, ReliefGround::recusal}, state));
    EXPECT_EQ(event.ground, ReliefGround::recusal);
    EXPECT_TRUE(relieve({1, {"长期住院"}, ReliefGround::other}, state));
    state.reviewers[1].relieved = true;
    EXPECT_EQ(refused(give_opinion(opinion(Verdict::yes), state, {"A-2"})), "inspection.no_call_up");
    EXPECT_EQ(refused(conclude({{}, {"没有问题"}, {}}, state)), "inspection.not_now") << "one opinion is not two";
    EXPECT_TRUE(assign({candidate("3")}, state, kConcerned)) << "another in the place of who was relieved";
}

TEST(AConclusion, WaitsForEveryOpinion) {
    auto state = seated();
    EXPECT_EQ(refused(conclude({{}, {"没有问题"}, {}}, state)), "inspection.not_now");
    state.reviewers[0].opinions.push_back(opinion(Verdict::no));
    EXPECT_EQ(refused(conclude({{}, {"没有问题"}, {}}, state)), "inspection.not_now");
    state.reviewers[1].opinions.push_back(opinion(Verdict::no));
    auto const event = event_of<CallUpConcluded>(conclude({{}, {"没有问题"}, {}}, state));
    EXPECT_TRUE(event.differences.empty());
    EXPECT_TRUE(event.against_all.empty());
    EXPECT_EQ(refused(conclude({{Fault::untrue, Fault::untrue}, {"失实"}, {}}, state)), "/found");
}

TEST(AConclusion, NamesWhereItDiffersFromAnExpert) {
    auto const state = reviewed(opinion(Verdict::yes), opinion(Verdict::no));
    EXPECT_EQ(refused(conclude({{Fault::untrue}, {"第三章与现场不符"}, {}}, state)), "/differing");
    auto const event = event_of<CallUpConcluded>(
        conclude({{Fault::untrue}, {"第三章与现场不符"}, Text<2, 2000>{"第二位没有看到原始记录"}}, state));
    ASSERT_EQ(event.differences.size(), 1U);
    EXPECT_EQ(event.differences[0].fault, Fault::untrue);
    EXPECT_EQ(event.differences[0].reviewers, std::vector<std::int64_t>{2});
    EXPECT_TRUE(event.against_all.empty()) << "one of them said so";
}

TEST(AConclusion, AgainstEveryOpinionIsFlaggedAndNotRefused) {
    auto const state = reviewed(opinion(Verdict::yes), opinion(Verdict::yes));
    auto const event =
        event_of<CallUpConcluded>(conclude({{}, {"记录已补齐"}, Text<2, 2000>{"专家未见补充材料"}}, state));
    EXPECT_EQ(event.against_all, std::vector{Fault::untrue});
    EXPECT_EQ(event.differences.front().reviewers, (std::vector<std::int64_t>{1, 2}));
}

TEST(AConclusion, AgainstAReviewerWhoWasRelievedIsExplainedUnlessTheyWereRecused) {
    auto state = seated({candidate("1"), candidate("2"), candidate("3")});
    for (auto const at : {0U, 1U}) state.reviewers[at].opinions.push_back(opinion(Verdict::no));
    state.reviewers[2].opinions.push_back(opinion(Verdict::yes));
    state.reviewers[2].relieved = true;
    EXPECT_EQ(refused(conclude({{}, {"没有问题"}, {}}, state)), "/differing")
        << "nobody picks among opinions by sending their authors home";
    state.reviewers[2].recused = true;
    EXPECT_TRUE(event_of<CallUpConcluded>(conclude({{}, {"没有问题"}, {}}, state)).differences.empty());
}

TEST(AConclusion, IsNoOppositeOfNotBeingAbleToTellAndGoesByTheLastOpinion) {
    auto state = reviewed(opinion(Verdict::unclear), opinion(Verdict::no));
    EXPECT_TRUE(conclude({{}, {"没有问题"}, {}}, state));
    state.reviewers[1].opinions.push_back(opinion(Verdict::yes));
    EXPECT_EQ(refused(conclude({{}, {"没有问题"}, {}}, state)), "/differing");
}

TEST(ACallUp, ThatIsOverIsNotTouched) {
    for (auto const stage : {CallUpStage::concluded, CallUpStage::withdrawn}) {
        auto state = reviewed(opinion(Verdict::no), opinion(Verdict::no));
        state.stage = stage;
        EXPECT_FALSE(hand_in({{"补充"}, {}}, state, {}));
        EXPECT_FALSE(assign({candidate("3")}, state, kConcerned));
        EXPECT_FALSE(relieve({1, {"出差"}}, state));
        EXPECT_FALSE(ask_again({1, {"补充"}}, state));
        EXPECT_FALSE(give_opinion(opinion(Verdict::no), state, {"A-1"}));
        EXPECT_FALSE(conclude({{}, {"没有问题"}, {}}, state));
        EXPECT_FALSE(withdraw({{"重复"}}, state));
    }
}

}  // namespace
}  // namespace anping::inspection
