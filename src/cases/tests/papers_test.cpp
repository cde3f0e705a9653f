// SPDX-License-Identifier: Apache-2.0
// Documents beside the steps they belong to, and steps that rest on a document.
#include <anping/rulebook/catalogue.hpp>

#include "house.hpp"
#include "step_order.hpp"
#include "step_papers.hpp"
#include "way.hpp"

namespace anping::cases {
namespace {

using namespace way;
using api::testing::body_of;

Paper paper(char const* kind, PaperStage stage = PaperStage::issued) {
    Paper out;
    out.id = std::string("WS-") + kind;
    out.kind = kind;
    out.name = "文书";
    out.number = std::string("文号 ") + kind;
    out.stage = stage;
    out.sm3 = std::string(64, 'b');
    return out;
}
Paper delivered(char const* kind, std::int64_t entry, char const* on) {
    auto out = paper(kind, PaperStage::delivered);
    PaperDelivery one;
    one.entry = entry;
    one.way = "direct";
    one.on = one.effective = day(on);
    one.receiver = "王主任";
    one.scans = {{"送达回执", "回执.jpg", std::string(64, 'c')}};
    out.deliveries = {one};
    return out;
}
PapersView looked_at(State const& state, std::vector<Paper> papers) {
    return papers_of(state, std::move(papers), paper_forms(state, law()), next_steps(state, {}));
}
StepPapers const* row(PapersView const& view, std::string_view step) {
    auto const found = std::ranges::find(view.steps, step, &StepPapers::step);
    return found == view.steps.end() ? nullptr : &*found;
}
Noted resting_on(char const* delivered_on, std::int64_t entry = 7) {
    auto out = two();
    out.paper = PaperNoted{"WS-1", "penalty_decision", "文号", std::string(64, 'b'), entry, day(delivered_on)};
    return out;
}

TEST(FormsOfTheBooks, NameStepsThereAre) {
    auto const state = opened();
    std::size_t named = 0;
    for (auto const& [code, name] :
         rulebook::catalogue_names(books().catalogue("document_kinds", state.place(), law().today))) {
        auto const* form = books().find(rulebook::Kind::form, "document_" + code, state.place(), law().today);
        ASSERT_NE(form, nullptr) << code;
        for (auto const* key : {"steps", "needs"}) {
            auto const* steps = form->body.if_contains(key);
            if (steps == nullptr) continue;
            for (auto const& one : steps->as_array()) {
                StepKind kind{};
                ++named;
                EXPECT_TRUE(one == kOpened || boost::describe::enum_from_string(one.as_string().c_str(), kind))
                    << code << " " << key;
            }
        }
    }
    EXPECT_GT(named, 20U);
}

TEST(AStepOfACase, SaysWhichDocumentItCallsForAndWhetherThatIsIssued) {
    auto state = opened();
    take(state, step(investigation, "2026-02-03"));
    take(state, step(proposal, "2026-02-10"));
    take(state, step(notice, "2026-02-12"));
    auto const view = looked_at(state, {paper("penalty_notice"), paper("case_proposal", PaperStage::voided)});
    ASSERT_NE(row(view, "notice"), nullptr);
    EXPECT_EQ(row(view, "notice")->kinds.front().kind, "penalty_notice");
    EXPECT_EQ(row(view, "notice")->papers.front().number, "文号 penalty_notice");
    EXPECT_FALSE(row(view, "notice")->missing);
    EXPECT_TRUE(row(view, "proposal")->missing) << "it was made void";
    EXPECT_TRUE(row(view, "investigation")->missing);
    EXPECT_EQ(row(view, "investigation")->kinds.size(), 4U) << "any of them would do";
    EXPECT_TRUE(row(view, "opened")->missing);
    ASSERT_NE(row(view, "decision"), nullptr) << "it is next";
    EXPECT_FALSE(row(view, "decision")->missing) << "there is none to have one";
    EXPECT_EQ(row(view, "closing"), nullptr);
    EXPECT_EQ(looked_at(state, {paper("rectification_order")}).others.size(), 1U);
}

TEST(AStepOfACase, HasNothingMissingWhereItsDocumentWasWrittenIn) {
    auto state = opened();
    auto names = two();
    names.documents = {{"A30", "（昌）应急呈〔2026〕1号", {}}};
    take(state, step(proposal, "2026-02-10"), names);
    auto const view = looked_at(state, {});
    EXPECT_FALSE(row(view, "proposal")->missing);
    EXPECT_EQ(row(view, "proposal")->written.size(), 1U);
}

TEST(ADelivery, SaysWhichStepItIsUntilOneRestsOnIt) {
    auto state = decided();
    auto const before = looked_at(state, {delivered("penalty_decision", 7, "2026-03-05")});
    auto const& waiting = row(before, "decision")->papers.front();
    EXPECT_EQ(waiting.delivered_as, StepKind::delivery);
    EXPECT_FALSE(waiting.deliveries.front().step);
    auto names = resting_on("2026-03-05");
    names.paper->document = "WS-penalty_decision";
    take(state, step(delivery, "2026-03-05"), names);
    auto const after = looked_at(state, {delivered("penalty_decision", 7, "2026-03-05")});
    EXPECT_EQ(row(after, "decision")->papers.front().deliveries.front().step, state.steps.back().number);
}

TEST(AStepThatRestsOnADelivery, SaysSoHasItsDayAndIsTakenOnce) {
    auto state = decided();
    auto const out = recorded(step(delivery, "2026-03-05"), state, resting_on("2026-03-05"));
    EXPECT_EQ(out.paper.value().number, "文号");
    EXPECT_EQ(codes(out.remarks), "");
    EXPECT_EQ(codes(recorded(step(delivery, "2026-03-06"), state, resting_on("2026-03-05")).remarks), "paper");
    take(state, step(delivery, "2026-03-05"), resting_on("2026-03-05"));
    EXPECT_EQ(refused(record_step(step(delivery, "2026-03-05"), state, resting_on("2026-03-05"), law())),
              "cases.not_now");
    EXPECT_TRUE(record_step(step(delivery, "2026-03-08"), state, resting_on("2026-03-08", 9), law()))
        << "it was delivered again";
}

TEST(ACase, LacksTheStepsOfWhichItHasNone) {
    auto const state = opened();
    EXPECT_EQ(lacking(&state, {"decision", "no_penalty"}).size(), 2U);
    EXPECT_EQ(lacking(&state, {"decision"}).front(), "处罚决定");
    EXPECT_TRUE(lacking(&state, {"decision", "opened"}).empty());
    EXPECT_EQ(lacking(nullptr, {"opened"}).front(), "立案");
    auto const after = decided();
    EXPECT_TRUE(lacking(&after, {"decision", "no_penalty"}).empty());
}

class Papers : public House {};
INSTANTIATE_TEST_SUITE_P(Db, Papers, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Papers, AreTakenOverAsStepsWithNumberFileAndReceipt) {
    auto const id = open();
    papers = {delivered("penalty_notice", 7, "2026-03-05"), paper("hearing_notice", PaperStage::draft)};
    auto in = step("notice", "2026-03-05");
    auto const path = "/api/v1/cases/" + id + "/steps";
    in["paper"] = json::object{{"document", "WS-hearing_notice"}};
    EXPECT_EQ(caller.post(clerk, path, in).status, 400) << "it was not issued";
    in["paper"] = json::object{{"document", "WS-penalty_notice"}, {"delivery", 8}};
    EXPECT_EQ(caller.post(clerk, path, in).status, 400) << "it was not delivered then";
    in["paper"] = json::object{{"document", "WS-penalty_notice"}, {"delivery", 7}};
    EXPECT_EQ(caller.post(clerk, path, in).status, 201);
    EXPECT_EQ(caller.post(clerk, path, in).status, 409) << "once";
    auto const taken = body_of(caller.get(clerk, "/api/v1/cases/" + id)).at("steps").at(0);
    EXPECT_EQ(taken.at("paper").at("number"), "文号 penalty_notice");
    EXPECT_EQ(taken.at("paper").at("sm3"), json::value(std::string(64, 'b')));
    EXPECT_EQ(taken.at("documents").as_array().size(), 2U) << "the document and its receipt";
    auto const view = body_of(caller.get(clerk, "/api/v1/cases/" + id + "/papers"));
    bool told = false;
    for (auto const& row : view.at("steps").as_array())
        if (row.at("step") == "notice") {
            told = true;
            EXPECT_EQ(row.at("missing"), false);
            EXPECT_EQ(row.at("papers").at(0).at("deliveries").at(0).at("step"), 1);
        }
    EXPECT_TRUE(told);
    EXPECT_EQ(caller.get(clerk, "/api/v1/cases/AJ-0/papers").status, 404);
    auto lease = ground.pool->lease();
    EXPECT_EQ(service.lacking(*lease, {id}, {"proposal", "notice"}).size(), 0U);
    EXPECT_EQ(service.lacking(*lease, {"AJ-0"}, {"notice"}).size(), 1U);
    EXPECT_TRUE(ground.findings().empty());
}

}  // namespace
}  // namespace anping::cases
