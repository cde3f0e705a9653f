// SPDX-License-Identifier: Apache-2.0
#include "rules_typical.hpp"

#include "house.hpp"
#include "way.hpp"

namespace anping::cases {
namespace {

TypicalGround closed() {
    return {CaseStage::closed, true, false, {{"false_report", "出具虚假报告"}}, {"赵负责", "王", "已处罚"}};
}
DraftTypical text() {
    return {TypicalKind::typical,         {"false_report"},
            {"一家机构出具虚假报告案"},   {"现场没有勘验，报告写已勘验。"},
            {"《安全生产法》第九十二条"}, {"勘验须到现场。"}};
}
Result<Events> draft(DraftTypical const& in, TypicalGround const& ground) {
    return draft_typical({"DX-1"}, in, {"AJ-1"}, kClerk, ground);
}

TEST(TypicalCases, AreWrittenFromACaseThatIsClosedAndPublishedAndStands) {
    auto const event = from_trusted_json<TypicalDrafted>(draft(text(), closed()).value().front().data);
    EXPECT_EQ(event.topic_name, "出具虚假报告");
    EXPECT_EQ(event.bureau.text, kClerk.unit);
    auto ground = closed();
    ground.stage = CaseStage::decided;
    EXPECT_EQ(refused(draft(text(), ground)), "cases.not_closed");
    auto serious = text();
    serious.kind = TypicalKind::serious;
    EXPECT_TRUE(draft(serious, ground)) << "a serious case need not be over";
    ground = closed();
    ground.published = false;
    EXPECT_EQ(refused(draft(text(), ground)), "cases.not_published");
    ground = closed();
    ground.annulled = true;
    EXPECT_EQ(refused(draft(serious, ground)), "cases.not_published");
}

TEST(TypicalCases, AreAboutAConductTheDecisionFound) {
    auto other = text();
    other.topic = {"untrue_report"};
    EXPECT_EQ(refused(draft(other, closed())), "/topic");
}

TEST(TypicalCases, NameNobodyOfTheFile) {
    auto in = text();
    in.facts = {"负责人赵负责授意。"};
    EXPECT_EQ(refused(draft(in, closed())), "/facts");
    in = text();
    in.lesson = {"赵负责应当引以为戒"};
    EXPECT_EQ(refused(draft(in, closed())), "/lesson");
    in = text();
    in.facts = {"机构的法定代表人王某授意。"};
    EXPECT_TRUE(draft(in, closed())) << "one character is a word like any other";
}

TEST(TypicalCases, ArePublishedByALeaderOnceAndNotFromWhatWasAnnulled) {
    TypicalState state{{"DX-1"}};
    EXPECT_TRUE(decide_typical({true, {"同意发布"}}, state, day("2026-03-02")));
    EXPECT_TRUE(decide_typical({false, {"不够典型"}}, state, day("2026-03-02")));
    state.annulled = true;
    EXPECT_EQ(refused(decide_typical({true, {"同意发布"}}, state, day("2026-03-02"))), "cases.not_now");
    EXPECT_TRUE(decide_typical({false, {"决定已撤销"}}, state, day("2026-03-02")));
    state.stage = TypicalStage::published;
    EXPECT_EQ(refused(decide_typical({true, {"再次发布"}}, state, day("2026-03-02"))), "cases.not_now");
}

TEST(TypicalCases, AreWithdrawnOnceWithAReason) {
    TypicalState state{{"DX-1"}, TypicalStage::published, true};
    EXPECT_TRUE(withdraw_typical({{"决定已撤销"}}, state));
    state.stage = TypicalStage::withdrawn;
    EXPECT_EQ(refused(withdraw_typical({{"决定已撤销"}}, state)), "cases.not_now");
}

class PublishedCases : public House {
protected:
    void write(std::vector<ledger::Event> events) {
        ledger::Actor const actor{"A-1", "clerk", "B-652301", "652301"};
        auto const done = ground.writer->apply({actor, {}, {}, [&](ledger::Transaction&) -> Result<ledger::Decided> {
                                                    return ledger::Decided{events, json::object()};
                                                }});
        ASSERT_TRUE(done) << done.error().text << done.error().internal;
    }
    // A case of that number as far as its delivery.
    State delivered() {
        auto state = way::delivered();
        std::vector<ledger::Event> events{ledger::event("AJ-1", state.opened)};
        bool decided = false;
        for (auto const& one : state.steps) {
            if (!decided && one.number > state.decision->number) {
                events.push_back(ledger::event("AJ-1", *state.decision));
                decided = true;
            }
            events.push_back(ledger::event("AJ-1", one));
        }
        write(std::move(events));
        return state;
    }
    void take(State& state, StepKind kind, char const* on) {
        way::take(state, way::step(kind, on));
        write({ledger::event("AJ-1", state.steps.back())});
    }
    json::array read(access::Principal const& who, std::string const& path) {
        auto const response = caller.get(who, "/api/v1" + path);
        EXPECT_EQ(response.status, 200) << response.body;
        return api::testing::body_of(response).at("items").as_array();
    }

    access::Principal const member = registry::testing::of_institution("J-1");
};

INSTANTIATE_TEST_SUITE_P(Db, PublishedCases, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(PublishedCases, AreReadOnceALeaderApprovedThemAndWithdrawnWhenTheDecisionIsAnnulled) {
    auto state = delivered();
    auto const path = std::string("/cases/AJ-1/typical-cases");
    EXPECT_EQ(post(clerk, path, to_json(text())).status, 409) << "not published yet";
    take(state, StepKind::publication, "2026-03-06");
    take(state, StepKind::closing, "2026-03-20");
    EXPECT_EQ(post(member, path, to_json(text())).status, 403);
    auto const drafted = post(clerk, path, to_json(text()));
    ASSERT_EQ(drafted.status, 201) << drafted.body;
    auto const typical =
        "/typical-cases/" + std::string(api::testing::body_of(drafted).at("result").at("id").as_string());
    EXPECT_TRUE(read(member, "/published-cases").empty());
    auto const approved = to_json(DecideTypical{true, {"同意发布"}});
    EXPECT_EQ(post(clerk, typical + "/decision", approved).status, 403);
    EXPECT_EQ(post(leader, typical + "/decision", approved).status, 201);
    EXPECT_EQ(read(member, "/published-cases?kind=typical&topic=false_report&q=%E7%8E%B0%E5%9C%BA").size(), 1U);
    EXPECT_TRUE(read({}, "/published-cases?kind=serious").empty());
    EXPECT_TRUE(read({}, "/published-cases?q=%25").empty()) << "a sign is a sign";
    take(state, StepKind::annulment, "2026-04-01");
    EXPECT_TRUE(read(clerk, "/typical-cases").at(0).at("annulled").as_bool());
    EXPECT_TRUE(read({}, "/published-cases").at(0).at("annulled").as_bool());
    EXPECT_EQ(post(leader, typical + "/withdrawal", to_json(WithdrawTypical{{"决定已撤销"}})).status, 201);
    EXPECT_TRUE(read({}, "/published-cases").empty());
    EXPECT_EQ(read(clerk, "/typical-cases").at(0).at("reason"), "决定已撤销");
    EXPECT_TRUE(ground.findings().empty());
}

}  // namespace
}  // namespace anping::cases
