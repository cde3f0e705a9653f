// SPDX-License-Identifier: Apache-2.0
#include "../rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/registry/testing.hpp>

namespace anping::determination {
namespace {

using registry::testing::books;
using registry::testing::of_bureau;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

field::Date day(char const* text) { return field::parse_date(text).value(); }
Grounds on(char const* today) {
    static auto const law = books();
    return {*law, day(today)};
}
rulebook::Place const kChangji{{"652301"}};
rulebook::Place const kZhengzhou{{"410105"}};

practice::FiledReport a_report(char const* region = "652301", char const* filed = "2026-02-06T09:00:00+08:00") {
    practice::FiledReport out;
    out.id = {"BG-1"};
    out.project = {"XM-1"};
    out.institution = {"J-1"};
    out.enterprise = {"Q-1"};
    out.title = "安全现状评价报告";
    out.target.region = {region};
    out.filed_at = parse_timestamp(filed).value();
    return out;
}

OpenDetermination citing(ReportFault fault, char const* clause, char const* situation) {
    return {{"BG-1"}, fault, {clause}, {situation}, {"与事实最相符"}, {}};
}

Result<ledger::Event> opened(OpenDetermination const& in, practice::FiledReport const& report = a_report()) {
    return open(in, {"RD-1"}, of_bureau("A-1"), report, {*books(), day("2026-02-06")});
}

State state_of(OpenDetermination const& in) {
    auto const event = opened(in);
    return {{"RD-1"}, from_trusted_json<Opened>(event.value().data)};
}

JudgeElement holding(char const* element) {
    return {{element}, Holds::yes, {"现场检查所见"}, {{{"检查"}, {"JC-1"}, {"现场检查记录"}}}};
}

std::vector<std::string> elements(std::vector<Situation> const& all, std::string_view clause, std::string_view code) {
    std::vector<std::string> out;
    for (auto const& one : all)
        if (one.clause == clause && one.code == code)
            for (auto const& element : one.elements)
                out.emplace_back(boost::describe::enum_to_string(element.part, ""));
    return out;
}

// Told on 6 February 2026, all elements holding.
State ready(OpenDetermination const& in) {
    auto out = state_of(in);
    for (auto const& element : out.opened.elements) out.judged.emplace(element.code, holding(element.code.c_str()));
    out.told = from_trusted_json<Told>(tell(out, {*books(), day("2026-02-06")}).value().data);
    out.told_on = day("2026-02-06");
    out.stage = Stage::told;
    return out;
}

TEST(Situations, AreSplitIntoTheElementsOfTheirOwnWording) {
    auto const all = situations(*books(), kZhengzhou, day("2026-02-06"));
    EXPECT_THAT(elements(all, "CN-99-1", "1"), ElementsAre("scope", "mismatch", "effect"));
    EXPECT_THAT(elements(all, "CN-99-1", "7"), ElementsAre("mismatch", "mismatch")) << "asks no effect";
    EXPECT_THAT(elements(all, "CN-99-2", "1"), ElementsAre("intent"));
    EXPECT_THAT(elements(all, "ZZ-10", "1"), ElementsAre("mismatch", "mismatch", "intent")) << "asks no effect";
    EXPECT_THAT(elements(all, "ZZ-10", "3"), ElementsAre("intent")) << "forging asks neither concealment nor effect";
    EXPECT_THAT(elements(all, "ZZ-10", "4"), ElementsAre("mismatch", "intent", "effect"));
}

TEST(Situations, OfAPlaceStandBesideTheNationsTenAndSix) {
    auto const count = [](std::vector<Situation> const& all, ReportFault fault) {
        return std::ranges::count(all, fault, &Situation::fault);
    };
    auto const here = situations(*books(), kChangji, day("2026-02-06"));
    EXPECT_EQ(count(here, ReportFault::untrue), 10);
    EXPECT_EQ(count(here, ReportFault::falsified), 6);
    auto const there = situations(*books(), kZhengzhou, day("2026-02-06"));
    EXPECT_EQ(count(there, ReportFault::falsified), 17);
    for (auto const& one : there) EXPECT_THAT(one.elements, ::testing::Not(IsEmpty())) << one.clause << ' ' << one.code;
}

TEST(Situations, AreThoseInForceWhenTheReportWasFiled) {
    EXPECT_THAT(situations(*books(), kChangji, day("2023-09-28")),
                ::testing::Each(::testing::Field(&Situation::fault, ReportFault::omission)))
        << "the guidance of 2023 was not there";
    EXPECT_FALSE(opened(citing(ReportFault::untrue, "CN-99-1", "7"), a_report("652301", "2023-09-01T09:00:00+08:00")));
}

TEST(Opening, TakesAKindAndASituationThatBelongTogether) {
    EXPECT_TRUE(opened(citing(ReportFault::untrue, "CN-99-1", "7")));
    EXPECT_FALSE(opened(citing(ReportFault::falsified, "CN-99-1", "7"))) << "kinds are not merged";
    EXPECT_FALSE(opened(citing(ReportFault::falsified, "ZZ-10", "3"))) << "another city's";
    EXPECT_FALSE(opened(citing(ReportFault::untrue, "CN-99-1", "11")));
}

TEST(Elements, HoldByEvidenceOnly) {
    auto const state = state_of(citing(ReportFault::untrue, "CN-99-1", "7"));
    auto bare = holding("exists");
    bare.evidence.clear();
    EXPECT_EQ(judge(bare, state).error().fields.at(0).pointer, "/evidence");
    bare.holds = Holds::no;
    EXPECT_TRUE(judge(bare, state)) << "that something does not hold needs no paper";
    EXPECT_FALSE(judge(holding("intent"), state)) << "not an element of this situation";
}

TEST(Establishing, NeedsEveryElementTheTellingAndTheTimeToAnswer) {
    auto state = state_of(citing(ReportFault::untrue, "CN-99-1", "7"));
    EXPECT_THAT(in_the_way(state, on("2026-02-06")),
                ElementsAre(HasSubstr("存在行业判定标准"), HasSubstr("漏项"), HasSubstr("告知机构")));
    state = ready(citing(ReportFault::untrue, "CN-99-1", "7"));
    EXPECT_EQ(state.told->answer_due->due, day("2026-02-13")) << "five working days";
    EXPECT_THAT(in_the_way(state, on("2026-02-13")), ElementsAre(HasSubstr("2026-02-13")));
    EXPECT_THAT(in_the_way(state, on("2026-02-14")), IsEmpty());
    state.answered = true;
    EXPECT_THAT(in_the_way(state, on("2026-02-07")), IsEmpty()) << "it has answered";
    EXPECT_TRUE(decide({true, {"两项均成立"}}, state, on("2026-02-07")));
    state.judged_since = true;
    EXPECT_THAT(in_the_way(state, on("2026-02-07")), ElementsAre(HasSubstr("再次告知")));
    state.judged.at("omitted").holds = Holds::no;
    auto const refused = decide({true, {"勉强"}}, state, on("2026-02-07"));
    EXPECT_EQ(refused.error().code, ErrorCode::refused);
    EXPECT_TRUE(decide({false, {"报告第八章评价了该隐患"}}, state, on("2026-02-07"))) << "clearing needs reasons alone";
}

TEST(Establishing, WaitsForAnAnswerWhoseLastDayTheCalendarDoesNotReach) {
    auto state = ready(citing(ReportFault::untrue, "CN-99-1", "7"));
    state.told = from_trusted_json<Told>(
        tell(state_of(citing(ReportFault::untrue, "CN-99-1", "7")), on("2026-12-30")).value().data);
    state.told_on = day("2026-12-30");
    ASSERT_FALSE(state.told->answer_due) << "2027 is not published";
    EXPECT_THAT(in_the_way(state, on("2026-12-30")), ElementsAre(HasSubstr("数不出来")));
    EXPECT_THAT(in_the_way(state, on("2027-06-30")), ElementsAre(HasSubstr("数不出来"))) << "however long ago";
    EXPECT_FALSE(decide({true, {"两项均成立"}}, state, on("2026-12-30")));
    state.answered = true;
    EXPECT_TRUE(decide({true, {"两项均成立"}}, state, on("2026-12-30"))) << "it was heard";
}

TEST(Establishing, CountsTheTimeToAnswerAnewOnceTheCalendarIsThere) {
    auto state = ready(citing(ReportFault::untrue, "CN-99-1", "7"));
    state.told->answer_due.reset();  // as it was written when the calendar ended earlier
    EXPECT_THAT(in_the_way(state, on("2026-02-13")), ElementsAre(HasSubstr("2026-02-13")));
    EXPECT_THAT(in_the_way(state, on("2026-02-14")), IsEmpty());
}

TEST(Establishing, RestsOnSituationsThatWereSeenOrConfirmed) {
    auto seen = ready(citing(ReportFault::falsified, "CN-99-2", "3"));
    EXPECT_THAT(in_the_way(seen, on("2026-02-14")), IsEmpty());
    auto recalled = ready(citing(ReportFault::falsified, "CN-99-2", "5"));
    EXPECT_THAT(in_the_way(recalled, on("2026-02-14")), ElementsAre(HasSubstr("未经法规人员确认")));
}

TEST(Determinations, AreOverOnceDecidedAndAnnulledOnlyThen) {
    auto state = ready(citing(ReportFault::untrue, "CN-99-1", "8"));
    EXPECT_FALSE(annul({{"尚未认定"}}, state));
    state.stage = Stage::established;
    EXPECT_FALSE(judge(holding("differs"), state));
    EXPECT_FALSE(answer({{"迟到的说明"}}, state));
    EXPECT_FALSE(decide({false, {"再来一次"}}, state, on("2026-03-01")));
    EXPECT_TRUE(annul({{"复议决定撤销"}}, state));
}

}  // namespace
}  // namespace anping::determination
