// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace anping::circulation {
namespace {

using access::Role;

field::Date day(char const* text) { return field::parse_date(text).value(); }
rulebook::Law const& books() {
    static auto const law = *rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law;
    return law;
}
Circumstances on(char const* today) { return {books(), day(today), 40}; }

Hand hand(char const* account = "acc-1", Role role = Role::clerk, char const* region = "652301") {
    access::Principal who;
    who.account = {account};
    who.role = role;
    who.unit = std::string("B-") + region;
    who.region = {region};
    return {who, {}};
}
Recipient colleague(char const* account = "acc-2") { return {{"B-652301"}, access::AccountId{account}}; }
Recipient bureau(char const* region) { return {{std::string("B-") + region}, {}}; }
Matter project(char const* id = "P-1") { return {MatterKind::project, {id}}; }
SendSlip slip(SlipKind kind, std::vector<Recipient> to) {
    SendSlip in;
    in.kind = kind;
    in.matters = {project()};
    in.to = std::move(to);
    in.text = Text<1, 2000>{"请办"};
    return in;
}
State state(SlipKind kind, std::vector<Recipient> const& to) {
    State out{{"LZ-7"}, kind, project(), {{"B-652301"}, access::AccountId{"acc-1"}}, {}, {}};
    for (auto const& one : to) out.lines.push_back({static_cast<std::int64_t>(out.lines.size()) + 1, one, true, false});
    return out;
}
AnswerSlip says(Outcome outcome, char const* text = "已办") { return {outcome, Text<1, 2000>{text}, {}}; }
template <class T>
std::string refused(Result<T> const& result) {
    if (result) return {};
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().pointer;
}
template <class E>
E data(ledger::Event const& event) {
    return from_trusted_json<E>(event.data);
}

TEST(Send, PassesEachMatterOnBySlipsOfTheirOwn) {
    auto in = slip(SlipKind::transfer, {colleague()});
    in.matters.push_back(project("P-2"));
    in.text.reset();
    auto const events = send(in, hand(), {}, on("2026-04-29"));
    ASSERT_TRUE(events) << events.error().text;
    ASSERT_EQ(events->size(), 2U);
    EXPECT_EQ(events->at(0).subject, "LZ-00000040");
    EXPECT_EQ(events->at(1).subject, "LZ-00000041");
    EXPECT_EQ(data<SlipSent>(events->at(1)).matter, project("P-2"));
    EXPECT_EQ(data<SlipSent>(events->at(0)).from.officer->text, "acc-1");
}

TEST(Send, CountsItsDayOnTheBureausCalendar) {
    auto in = slip(SlipKind::transfer, {colleague()});
    in.within = 3;
    // 1 to 5 May are the holiday.
    auto const events = send(in, hand(), {}, on("2026-04-29"));
    EXPECT_EQ(data<SlipSent>(events->at(0)).due, day("2026-05-07"));
    EXPECT_EQ(data<SlipSent>(events->at(0)).count, "2026-04-29 起第 3 个工作日");
    in.due = day("2026-05-07");
    EXPECT_EQ(refused(send(in, hand(), {}, on("2026-04-29"))), "/within");
    in.within.reset();
    EXPECT_EQ(refused(send(in, hand(), {}, on("2026-05-07"))), "");
    EXPECT_EQ(refused(send(in, hand(), {}, on("2026-05-08"))), "/due");
    in.due.reset();
    in.within = 0;
    EXPECT_EQ(refused(send(in, hand(), {}, on("2026-05-08"))), "/within");
}

TEST(Send, NamesOfficersOfTheOwnBureauAndOtherBureausAsAWhole) {
    auto const to = [](std::vector<Recipient> whom, SlipKind kind = SlipKind::cosign) {
        return refused(send(slip(kind, std::move(whom)), hand(), {}, on("2026-04-29")));
    };
    EXPECT_EQ(to({colleague(), bureau("652300")}), "");
    EXPECT_EQ(to({}), "/to");
    EXPECT_EQ(to({colleague("acc-1")}), "/to/0");
    EXPECT_EQ(to({colleague(), colleague()}), "/to/0");
    EXPECT_EQ(to({bureau("652301")}), "/to/0");
    EXPECT_EQ(to({colleague(), {{"B-652300"}, access::AccountId{"acc-9"}}}), "/to/1");
    EXPECT_EQ(to({colleague(), colleague("acc-3")}, SlipKind::transfer), "/to");
    EXPECT_EQ(to({colleague()}, SlipKind::returned), "/kind");
    auto silent = slip(SlipKind::cosign, {colleague()});
    silent.text.reset();
    EXPECT_EQ(refused(send(silent, hand(), {}, on("2026-04-29"))), "/text");
}

TEST(Send, EndsTheSlipItPassesOn) {
    auto in = slip(SlipKind::transfer, {colleague("acc-3")});
    in.follows = SlipId{"LZ-7"};
    auto const before = state(SlipKind::transfer, {colleague("acc-2")});
    auto const events = send(in, hand("acc-2"), before, on("2026-04-29"));
    ASSERT_TRUE(events) << events.error().text;
    EXPECT_EQ(data<SlipSent>(events->at(0)).follows->text, "LZ-7");
    EXPECT_EQ(events->at(1).subject, "LZ-7");
    EXPECT_EQ(data<SlipAnswered>(events->at(1)).outcome, Outcome::passed_on);
    EXPECT_EQ(refused(send(in, hand("acc-4"), before, on("2026-04-29"))), "circulation.not_yours");
    EXPECT_EQ(refused(send(in, hand("acc-2"), {}, on("2026-04-29"))), "/follows");
    auto const asked = state(SlipKind::cosign, {colleague("acc-2")});
    EXPECT_EQ(refused(send(in, hand("acc-2"), asked, on("2026-04-29"))), "/follows");
    in.matters = {project("P-2")};
    EXPECT_EQ(refused(send(in, hand("acc-2"), before, on("2026-04-29"))), "/follows");
}

TEST(Answer, FitsWhatWasAskedAndSaysWhy) {
    auto const answered = [](SlipKind kind, AnswerSlip const& in) {
        return refused(answer(in, state(kind, {colleague()}), hand("acc-2"), on("2026-04-29")));
    };
    EXPECT_EQ(answered(SlipKind::transfer, says(Outcome::finished)), "");
    EXPECT_EQ(answered(SlipKind::instruction, says(Outcome::finished)), "");
    EXPECT_EQ(answered(SlipKind::returned, says(Outcome::finished)), "");
    EXPECT_EQ(answered(SlipKind::cosign, {Outcome::agreed, {}, {}}), "");
    EXPECT_EQ(answered(SlipKind::cosign, says(Outcome::opinion)), "");
    EXPECT_EQ(answered(SlipKind::cosign, {Outcome::opinion, {}, {}}), "/text");
    EXPECT_EQ(answered(SlipKind::transfer, {Outcome::finished, {}, {}}), "/text");
    EXPECT_EQ(answered(SlipKind::cosign, says(Outcome::finished)), "/outcome");
    EXPECT_EQ(answered(SlipKind::transfer, says(Outcome::agreed)), "/outcome");
    EXPECT_EQ(answered(SlipKind::transfer, says(Outcome::passed_on)), "/outcome");
    EXPECT_EQ(answered(SlipKind::returned, says(Outcome::returned)), "/outcome");
}

TEST(Answer, IsGivenByWhoWasAskedAndOnce) {
    auto two = state(SlipKind::cosign, {colleague("acc-2"), colleague("acc-3")});
    EXPECT_EQ(refused(answer(says(Outcome::agreed), two, hand("acc-1"), on("2026-04-29"))), "circulation.not_yours");
    auto const third = answer(says(Outcome::agreed), two, hand("acc-3"), on("2026-04-29"));
    EXPECT_EQ(data<SlipAnswered>(third->at(0)).number, 2);
    two.lines[1].open = false;
    EXPECT_EQ(refused(answer(says(Outcome::agreed), two, hand("acc-3"), on("2026-04-29"))), "circulation.not_yours");
}

TEST(Answer, ForABureauIsGivenByThoseWhoHandItsWorkOut) {
    auto const asked = state(SlipKind::transfer, {bureau("652302")});
    EXPECT_EQ(
        refused(answer(says(Outcome::finished), asked, hand("acc-8", Role::section_head, "652302"), on("2026-04-29"))),
        "");
    EXPECT_EQ(refused(answer(says(Outcome::finished), asked, hand("acc-8", Role::leader, "652302"), on("2026-04-29"))),
              "circulation.not_yours");
    EXPECT_EQ(refused(answer(says(Outcome::finished), asked, hand("acc-2"), on("2026-04-29"))),
              "circulation.not_yours");
}

TEST(Answer, ThatReturnsSendsASlipBackToItsSender) {
    auto const events = answer(says(Outcome::returned, "不属本岗位"), state(SlipKind::transfer, {colleague()}),
                               hand("acc-2"), on("2026-04-29"));
    ASSERT_TRUE(events);
    EXPECT_EQ(data<SlipAnswered>(events->at(0)).text->value, "不属本岗位");
    auto const back = data<SlipSent>(events->at(1));
    EXPECT_EQ(events->at(1).subject, "LZ-00000041");
    EXPECT_EQ(back.kind, SlipKind::returned);
    EXPECT_THAT(back.to, ::testing::ElementsAre(colleague("acc-1")));
    EXPECT_EQ(back.follows->text, "LZ-7");
}

TEST(Receipt, IsGivenOnce) {
    auto asked = state(SlipKind::transfer, {colleague()});
    EXPECT_EQ(refused(receive({}, asked, hand("acc-2"))), "");
    EXPECT_EQ(refused(receive({}, asked, hand("acc-1"))), "circulation.not_yours");
    asked.lines[0].received = true;
    EXPECT_EQ(refused(receive({}, asked, hand("acc-2"))), "circulation.not_yours");
}

}  // namespace
}  // namespace anping::circulation
