// SPDX-License-Identifier: Apache-2.0
#include "rules_draws.hpp"

#include <gtest/gtest.h>

namespace anping::planning {
namespace {

field::Date day(char const* text) { return field::parse_date(text).value(); }

access::Principal officer(char const* account = "A-1") {
    return {{account}, access::Role::clerk, "B-652301", access::UnitKind::bureau, {"652301"}, {}, "王科员", true};
}
access::Principal const kPlanner = officer();

Grounds grounds(std::optional<std::string> announced = draw::announcement(std::string(64, '9'))) {
    return {{"SJ-1"},
            kPlanner,
            day("2026-11-29"),
            {{{"J-2"}, "天山安评"}, {{"J-1"}, "北疆安评"}, {{"J-3"}, "昌吉检测"}},
            std::move(announced)};
}
PlanDraw everyday() { return {{"四季度抽查"}, {"年度检查计划"}, {}, {}, {}, {}, {}, 2, 1, {}, 2, {}, 0, {}, {}}; }
PlanDraw ceremony() {
    auto out = everyday();
    out.form = DrawForm::ceremony;
    out.participants = {{"执法科"}, {"法制科"}, {"机构代表"}};
    out.source = Text<2, 200>{"双色球第 2026138 期"};
    return out;
}
template <class T>
std::string refused(Result<T> const& result) {
    if (result) return {};
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().pointer;
}
DrawPlanned planned(PlanDraw const& in) {
    return from_trusted_json<DrawPlanned>(plan(in, grounds()).value().front().data);
}
State state(PlanDraw const& in) {
    State out{{"SJ-1"}, planned(in), "A-1"};
    out.shares.resize(out.plan.participants.size());
    return out;
}
std::string share(char of) { return std::string(64, of); }
std::string promised(State const& of, std::size_t participant, std::string const& share) {
    return draw::commitment("SJ-1", of.plan.participants[participant].value, share);
}
// A ceremony in which all three committed, and so many revealed.
State revealing(std::size_t revealed, PlanDraw const& in = ceremony()) {
    auto out = state(in);
    for (std::size_t i = 0; i < 3; ++i) {
        auto const own = share(static_cast<char>('1' + i));
        out.shares[i].commitment = promised(out, i, own);
        if (i < revealed) out.shares[i].share = own;
    }
    out.stage = DrawStage::revealing;
    out.revealing = RevealingBegun{share('b'), 12};
    return out;
}
Head const kHead{std::string(64, 'c'), 40};

TEST(PlannedDraw, IsOfEveryInstitutionOfTheScopeButThoseLeftOutWithAReason) {
    auto in = everyday();
    in.left_out = {{{"J-3"}, {"资质已注销"}}};
    in.weights = {{{"J-2"}, 4, {"上年度两次违法"}}};
    auto const event = planned(in);
    ASSERT_EQ(event.plan.candidates.size(), 2U);
    EXPECT_EQ(event.plan.candidates[0].id.value, "J-1");
    EXPECT_EQ(event.plan.candidates[1].weight, 4);
    EXPECT_EQ(event.plan.left_out.front().reason.value, "资质已注销");
    EXPECT_EQ(event.plan_digest, crypto::to_hex(draw::digest(event.plan)));
    EXPECT_EQ(event.announced, grounds().announced);
}

TEST(PlannedDraw, TellsWhatIsWrongAtItsField) {
    auto out = everyday();
    out.left_out = {{{"J-9"}, {"不在范围"}}};
    EXPECT_EQ(refused(plan(out, grounds())), "/left_out/0/institution");
    auto twice = everyday();
    twice.weights = {{{"J-1"}, 2, {"理由"}}, {{"J-1"}, 3, {"理由"}}};
    EXPECT_EQ(refused(plan(twice, grounds())), "/weights/1/institution");
    auto heavy = everyday();
    heavy.weights = {{{"J-1"}, 5000, {"理由"}}};
    EXPECT_EQ(refused(plan(heavy, grounds())), "/weights/0/weight");
    auto none = everyday();
    none.take = 0;
    EXPECT_EQ(refused(plan(none, grounds())), "/take");
    auto since = everyday();
    since.scope = DrawScope::served;
    EXPECT_EQ(refused(plan(since, grounds())), "/since");
    since.since = day("2026-12-01");
    EXPECT_EQ(refused(plan(since, grounds())), "/since");
    auto few = ceremony();
    few.participants.pop_back();
    EXPECT_EQ(refused(plan(few, grounds())), "/participants");
    auto same = ceremony();
    same.participants[2] = same.participants[0];
    EXPECT_EQ(refused(plan(same, grounds())), "/participants/2");
    auto mixed = everyday();
    mixed.participants = ceremony().participants;
    EXPECT_EQ(refused(plan(mixed, grounds())), "/participants");
}

TEST(PlannedDraw, OfTheEverydayFormNeedsASeedAnnouncedBefore) {
    EXPECT_EQ(refused(plan(everyday(), grounds(std::nullopt))), "planning.no_seed");
    EXPECT_TRUE(plan(ceremony(), grounds(std::nullopt)));
}

TEST(EverydayDraw, IsHeldByAnotherPersonThanWhoPlannedIt) {
    auto const secret = share('9');
    HoldDraw const click{Text<64, 64>{share('7')}};
    EXPECT_EQ(refused(hold(click, state(everyday()), kPlanner, secret, kHead)), "planning.not_now");
    EXPECT_EQ(refused(hold({}, state(everyday()), officer("A-2"), secret, kHead)), "/share");
    auto const events = hold(click, state(everyday()), officer("A-2"), secret, kHead);
    ASSERT_TRUE(events);
    auto const held = from_trusted_json<DrawHeld>(events->front().data);
    EXPECT_EQ(held.inputs.participants.front().share, secret);
    EXPECT_EQ(held.inputs.head, kHead.leaf);
    EXPECT_EQ(held.outcome.front().drawn.size(), 2U);
    draw::Paper const paper{
        draw::kRule, planned(everyday()).plan, planned(everyday()).plan_digest, held.inputs, held.seed, held.outcome};
    EXPECT_EQ(draw::replay(paper), std::vector<std::string>{});
}

TEST(EverydayDraw, IsNotHeldOnASecretThatIsLostOrIsNotTheOneAnnounced) {
    HoldDraw const click{Text<64, 64>{share('7')}};
    EXPECT_EQ(refused(hold(click, state(everyday()), officer("A-2"), "", kHead)), "planning.lost_secret");
    EXPECT_EQ(refused(hold(click, state(everyday()), officer("A-2"), share('8'), kHead)), "planning.lost_secret");
    EXPECT_TRUE(give_up({{"种子丢失"}}, state(everyday()))) << "it is given up and planned anew";
}

TEST(Ceremony, EverybodyCommitsOnceAndBeforeAnythingIsRevealed) {
    auto of = state(ceremony());
    auto const own = promised(of, 0, share('1'));
    EXPECT_TRUE(commit({1, {own}}, of));
    EXPECT_EQ(refused(commit({4, {own}}, of)), "/participant");
    EXPECT_EQ(refused(commit({1, {std::string(64, 'X')}}, of)), "/commitment");
    of.shares[0].commitment = own;
    EXPECT_EQ(refused(commit({1, {own}}, of)), "planning.not_now");
    EXPECT_EQ(refused(begin_revealing(of, kHead)), "planning.not_now");
    EXPECT_EQ(refused(commit({2, {own}}, revealing(0))), "planning.not_now");
}

TEST(Ceremony, RevealsOnlyWhatWasCommittedTo) {
    EXPECT_TRUE(reveal({1, {share('1')}}, revealing(0)));
    EXPECT_EQ(refused(reveal({1, {share('2')}}, revealing(0))), "/share");
    EXPECT_EQ(refused(reveal({1, {share('1')}}, revealing(1))), "planning.not_now");
    EXPECT_EQ(refused(reveal({1, {share('1')}}, state(ceremony()))), "/participant");
}

TEST(Ceremony, IsHeldWhenTwoPeopleEnterTheSameNumber) {
    auto of = revealing(2);
    EXPECT_EQ(enter_number({{"03 08 11 + 4"}}, of, "A-1")->size(), 1U);
    of.numbers = {{"A-1", "03 08 11 + 4"}};
    of.stage = DrawStage::numbered;
    EXPECT_EQ(enter_number({{"03 08 11 + 4"}}, of, "A-1")->size(), 1U) << "the same person twice";
    EXPECT_EQ(enter_number({{"03 08 11 + 5"}}, of, "A-2")->size(), 1U) << "another number";
    auto const events = enter_number({{"03 08 11 + 4"}}, of, "A-2");
    ASSERT_EQ(events->size(), 2U);
    auto const held = from_trusted_json<DrawHeld>(events->back().data);
    EXPECT_EQ(held.inputs.participants.size(), 3U);
    EXPECT_FALSE(held.inputs.participants.back().share) << "who did not reveal is not counted";
    auto const planned = of.plan;
    EXPECT_EQ(draw::replay({draw::kRule, planned.plan, planned.plan_digest, held.inputs, held.seed, held.outcome}),
              std::vector<std::string>());
}

TEST(Ceremony, TakesNoNumberBeforeAnythingIsRevealed) {
    EXPECT_EQ(refused(enter_number({{"1"}}, revealing(0), "A-1")), "planning.not_now");
    EXPECT_EQ(refused(enter_number({{"1"}}, state(ceremony()), "A-1")), "planning.not_now");
}

TEST(Ceremony, WithoutANumberNeedsEveryShare) {
    auto in = ceremony();
    in.source.reset();
    EXPECT_EQ(refused(hold({}, revealing(2, in), kPlanner, "", kHead)), "planning.not_now");
    EXPECT_TRUE(hold({}, revealing(3, in), kPlanner, "", kHead));
    EXPECT_EQ(refused(hold({}, revealing(3), kPlanner, "", kHead)), "planning.not_now")
        << "this one waits for a number";
    EXPECT_EQ(refused(enter_number({{"1"}}, revealing(3, in), "A-1")), "planning.not_now");
}

TEST(ADrawThatIsOver, IsNotChanged) {
    for (auto const stage : {DrawStage::held, DrawStage::voided}) {
        auto of = revealing(3);
        of.stage = stage;
        EXPECT_EQ(refused(commit({1, {share('1')}}, of)), "planning.over");
        EXPECT_EQ(refused(begin_revealing(of, kHead)), "planning.over");
        EXPECT_EQ(refused(reveal({1, {share('1')}}, of)), "planning.over");
        EXPECT_EQ(refused(enter_number({{"1"}}, of, "A-1")), "planning.over");
        EXPECT_EQ(refused(hold({}, of, kPlanner, "", kHead)), "planning.over");
        EXPECT_EQ(refused(give_up({{"人员变动"}}, of)), "planning.over");
    }
    EXPECT_TRUE(give_up({{"人员变动"}}, revealing(1)));
}

registry::OfficerView of_register(char const* id, char const* certificate, bool valid = true) {
    registry::OfficerView out;
    out.id = {id};
    out.name = "马执法";
    out.facts.certificate = {certificate};
    out.valid = valid;
    return out;
}

TEST(Pools, AreOfficersOfTheRegisterWithValidCertificates) {
    auto in = everyday();
    in.officers = {{"ZF-1"}, {"ZF-2"}};
    auto with = grounds();
    with.officers = {of_register("ZF-1", "XJ-1"), of_register("ZF-2", "XJ-2", false)};
    EXPECT_EQ(refused(plan(in, with)), "/officers/1") << "an expired certificate";
    in.officers.pop_back();
    auto const pools = pools_of(in, with).value();
    ASSERT_EQ(pools.size(), 1U);
    EXPECT_EQ(pools[0].members.at(0).id.value, "XJ-1");
    in.officers = {{"ZF-9"}};
    EXPECT_EQ(refused(plan(in, with)), "/officers/0") << "nobody's";
    in.officers_each = 0;
    EXPECT_EQ(refused(plan(in, with)), "/officers_each");
}

TEST(Pools, RecuseExpertsFromWhereTheyWorkAndAllWhoWorkForAnInstitution) {
    auto in = everyday();
    in.experts = {{"Z-1"}, {"Z-2"}, {"Z-3"}};
    in.experts_each = 1;
    auto with = grounds();
    with.experts = {{{"Z-1"}, "钱专家", "新疆大学", {"天山安评"}, {}, false},
                    {{"Z-2"}, "孙专家", "北疆安评", {}, {}, true},
                    {{"Z-3"}, "李专家", "化工设计院", {}, {"北疆安评"}, false}};
    auto const pool = pools_of(in, with).value().at(0);
    std::vector<std::string> said;
    for (auto const& one : pool.recusals) said.push_back(one.member.value + one.candidate.value + one.reason.value);
    EXPECT_EQ(said,
              (std::vector<std::string>{"Z-1J-2曾任职于该机构", "Z-2J-2任职于评价检测检验机构", "Z-2J-1任职于该机构",
                                        "Z-2J-3任职于评价检测检验机构", "Z-3J-1持有该机构股份或与其有业务往来"}));
}

TEST(Pools, RecuseOfficersFromInstitutionsTheyAreBoundTo) {
    auto in = everyday();
    in.officers = {{"ZF-1"}};
    auto with = grounds();
    with.officers = {of_register("ZF-1", "XJ-1")};
    with.officers.front().facts.interests = {{{"天山安评"}, {"不在名单上的机构"}}};
    auto const pool = pools_of(in, with).value().at(0);
    ASSERT_EQ(pool.recusals.size(), 1U);
    EXPECT_EQ(pool.recusals[0].candidate.value, "J-2");
}

TEST(Pools, DoNotSendTheSamePeopleToTheSameInstitutionTwiceRunning) {
    auto in = everyday();
    in.officers = {{"ZF-1"}};
    auto with = grounds();
    with.officers = {of_register("ZF-1", "XJ-1")};
    with.pairs = {{"XJ-1", "J-1"}, {"XJ-1", "J-gone"}, {"XJ-gone", "J-2"}};
    auto const pool = pools_of(in, with).value().at(0);
    ASSERT_EQ(pool.recusals.size(), 1U);
    EXPECT_EQ(pool.recusals[0].candidate.value, "J-1");
}

}  // namespace
}  // namespace anping::planning
