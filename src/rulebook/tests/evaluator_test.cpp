// SPDX-License-Identifier: Apache-2.0
// Which clause governs, and what it makes of facts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "shelf.hpp"

namespace anping::rulebook::testing {
namespace {

Place const kUrban{{"652301"}, field::Authority::government};
Place const kCorps{{"652301"}, field::Authority::corps};
Place const kElsewhere{{"320000"}, field::Authority::government};
auto const kAct = field::Date::of(2026, 9, 28).value();

std::string in_book(std::string text, std::string const& id, std::string const& more = {}) {
    text = replaced(text, "\"T-", "\"" + id + "-");
    return replaced(text, "mark = \"seen\"\n", "mark = \"seen\"\n" + more);
}

std::string governing(Law const& law, Place const& place, field::Date act = kAct) {
    auto const* found = law.find(Kind::duty, "info_update", place, act);
    return found == nullptr ? "none" : found->id;
}

Deadline due(Law const& law, json::object const& facts, Place const& place = kElsewhere,
             std::string_view duty = "info_update") {
    auto const result = law.deadline(duty, place, kAct, facts);
    if (!result) throw std::runtime_error(result.error().text);
    return result->value();
}

Law with_term(std::string const& term, std::string const& name = "info_update") {
    TestShelf shelf;
    auto const head = replaced(kDuty.substr(0, kDuty.find("from =")), "info_update", name);
    return shelf.nation(head + term).law();
}

TEST(Layers, TheInnermostBookGoverns) {
    TestShelf shelf;
    shelf.nation(kDuty).region("P", "650000", in_book(kDuty, "P")).region("C", "652301", in_book(kDuty, "C"));
    auto const law = shelf.law();
    EXPECT_EQ(governing(law, kUrban), "C-1");
    EXPECT_EQ(governing(law, {{"652300"}}), "P-1");
    EXPECT_EQ(governing(law, {{"659001"}}), "P-1");
    EXPECT_EQ(governing(law, kElsewhere), "T-1");
    EXPECT_EQ(governing(law, {{"000000"}}), "T-1");
}

TEST(Layers, ADivisionTheTableDoesNotKnowLiesWhereItsDigitsSay) {
    TestShelf shelf;
    auto const law = shelf.nation(kDuty).region("P", "650000", in_book(kDuty, "P")).law();
    EXPECT_EQ(governing(law, {{"653299"}}), "P-1");
    EXPECT_EQ(governing(law, {{"999999"}}), "T-1");
    EXPECT_EQ(governing(law, {{""}}), "T-1");
}

TEST(Layers, ABookOfOneAuthorityIsSilentForTheOther) {
    TestShelf shelf;
    shelf.nation(kDuty)
        .region("P", "650000", in_book(kDuty, "P"))
        .region("B", "650000", in_book(kDuty, "B"), "authority = \"corps\"\n")
        .region("G", "652300", in_book(kDuty, "G"), "authority = \"government\"\n");
    auto const law = shelf.law();
    EXPECT_EQ(governing(law, kCorps), "B-1") << "at the same region, its own authority's book before the common one";
    EXPECT_EQ(governing(law, kUrban), "G-1");
    EXPECT_EQ(governing(law, {{"659001"}}), "P-1");
    EXPECT_EQ(law.books().size(), 4U);
    EXPECT_EQ(law.books().front().authority, field::Authority::corps);
}

TEST(Periods, TheDayOfTheActChoosesTheVersion) {
    TestShelf shelf;
    auto const first = in_book(kDuty, "T", "from = \"2020-01-01\"\nuntil = \"2026-03-01\"\n");
    auto const second = replaced(in_book(kDuty, "T", "from = 2026-03-01\n"), "amount = 3", "amount = 5");
    auto const law = shelf.nation(second + first).law();
    EXPECT_EQ(governing(law, kUrban, day("2019-12-31")), "none");
    EXPECT_EQ(*law.setting(Kind::duty, "info_update", "amount", kUrban, day("2026-02-28")), 3);
    EXPECT_EQ(*law.setting(Kind::duty, "info_update", "amount", kUrban, day("2026-03-01")), 5);
    EXPECT_EQ(law.by_id("T-1")->citation.in_force_from, day("2026-03-01"));
    EXPECT_EQ(law.by_id("T-1", day("2026-02-28"))->citation.in_force_until, day("2026-03-01"));
    EXPECT_EQ(law.by_id("T-1", day("2019-12-31")), nullptr);
    EXPECT_EQ(law.by_id("T-99"), nullptr);
    EXPECT_EQ(law.by_id("T-99", kAct), nullptr);
    EXPECT_EQ(law.all().size(), 3U) << "two versions and the calendar";
    EXPECT_EQ(law.in_force(kAct).size(), 2U);
}

TEST(Periods, AfterAnUnconfirmedEndTheTextIsStillUsedButDoesNotBind) {
    TestShelf shelf;
    shelf.nation(in_book(kDuty, "T", "from = \"2019-05-01\"\nuntil = \"2026-05-28\"\nuntil_mark = \"unconfirmed\"\n"));
    auto const law = shelf.law();
    auto const& before = law.find(Kind::duty, "info_update", kUrban, day("2026-05-27"))->citation;
    auto const& after = law.find(Kind::duty, "info_update", kUrban, day("2026-05-28"))->citation;
    EXPECT_EQ(before.mark, Mark::seen);
    EXPECT_TRUE(before.binding);
    EXPECT_EQ(after.mark, Mark::unconfirmed);
    EXPECT_FALSE(after.binding);
    EXPECT_EQ(after.in_force_until, day("2026-05-28"));
    EXPECT_EQ(after.source, "第一条（2026-05-28 起已有修订，修订文本未取得，暂示原文）");
    EXPECT_EQ(law.all().size(), 2U) << "the bridge is no clause of its own";
    auto const confirmed = shelf.law({"T-1"});
    EXPECT_TRUE(confirmed.find(Kind::duty, "info_update", kUrban, day("2026-05-28"))->citation.binding);
}

TEST(Periods, AnUnconfirmedEndIsBridgedOnlyUntilTheNextVersion) {
    TestShelf shelf;
    shelf.nation(in_book(kDuty, "T", "until = \"2026-05-28\"\nuntil_mark = \"unconfirmed\"\n") +
                 in_book(kDuty, "T", "from = \"2026-07-01\"\n"));
    auto const law = shelf.law();
    EXPECT_FALSE(law.find(Kind::duty, "info_update", kUrban, day("2026-06-30"))->citation.binding);
    EXPECT_TRUE(law.find(Kind::duty, "info_update", kUrban, day("2026-07-01"))->citation.binding);
    TestShelf seamless;
    seamless.nation(in_book(kDuty, "T", "until = \"2026-07-01\"\nuntil_mark = \"unconfirmed\"\n") +
                    in_book(kDuty, "T", "from = \"2026-07-01\"\n"));
    EXPECT_TRUE(seamless.law().find(Kind::duty, "info_update", kUrban, day("2026-07-01"))->citation.binding);
}

TEST(Inheritance, APartTakesWhatItDoesNotSayFromItsWhole) {
    TestShelf shelf;
    std::string const part =
        "[[clause]]\nid = \"T-1.a\"\npart_of = \"T-1\"\nkind = \"watch\"\nname = \"notice_late\"\n" +
        kWatch.substr(kWatch.find("[clause.watch]"));
    auto const whole =
        in_book(kDuty, "T", "from = \"2020-01-01\"\nuntil = \"2026-05-28\"\nuntil_mark = \"unconfirmed\"\n");
    auto const law = shelf.nation(replaced(whole, "\"seen\"", "\"recalled\"") + part).law({"T-1"});
    auto const& citation = law.by_id("T-1.a")->citation;
    EXPECT_EQ(citation.title, "更新");
    EXPECT_EQ(citation.text, "变更后更新");
    EXPECT_EQ(citation.source, "第一条");
    EXPECT_EQ(citation.mark, Mark::recalled);
    EXPECT_EQ(citation.in_force_until, day("2026-05-28"));
    EXPECT_TRUE(citation.binding) << "confirmed with its whole";
    EXPECT_EQ(law.by_id("T-1.a")->part_of, "T-1");
    auto const own =
        shelf.nation(whole + replaced(part, "name = \"notice_late\"", "name = \"notice_late\"\nmark = \"design\""))
            .law({"T-1"});
    EXPECT_FALSE(own.by_id("T-1.a")->citation.binding) << "a mark of its own says it is another text";
}

TEST(Inheritance, AFileGivesItsClausesWhatTheyDoNotSay) {
    TestShelf shelf;
    std::string const defaults =
        "[defaults]\nsource = \"《办法》\"\nmark = \"secondary\"\nfrom = \"2021-02-01\"\nuntil = \"2030-01-01\"\n";
    auto const law = shelf.nation(defaults + replaced(kDuty, "mark = \"seen\"\n", "")).law();
    auto const& citation = law.by_id("T-1")->citation;
    EXPECT_EQ(citation.source, "《办法》第一条");
    EXPECT_EQ(citation.mark, Mark::secondary);
    EXPECT_TRUE(citation.binding);
    EXPECT_EQ(citation.in_force_from, day("2021-02-01"));
    EXPECT_EQ(citation.in_force_until, day("2030-01-01"));
}

TEST(Marks, OnlySeenAndSecondaryBindUntilConfirmed) {
    for (auto const* mark : {"seen", "secondary", "recalled", "design", "unconfirmed", "missing"}) {
        TestShelf shelf;
        shelf.nation(replaced(kDuty, "mark = \"seen\"",
                              std::string("fallback = \"无\"\nedit = \"此处\"\nmark = \"") + mark + "\""));
        bool const binds = std::string(mark).starts_with("se");
        EXPECT_EQ(shelf.law().by_id("T-1")->citation.binding, binds) << mark;
        EXPECT_EQ(shelf.law({"T-1"}).by_id("T-1")->citation.binding, std::string(mark) != "missing") << mark;
        EXPECT_EQ(shelf.law().by_id("T-1")->fallback, "无");
        EXPECT_EQ(shelf.law().by_id("T-1")->edit, "此处");
    }
}

TEST(Deadlines, WorkingDaysSkipTheHolidayAndCountTheMakeUpDay) {
    auto const deadline =
        due(TestShelf().nation(kDuty).law(), {{"institution.changed_on", "2026-09-30"}, {"statutory", true}});
    EXPECT_EQ(deadline.due, day("2026-10-10"));
    EXPECT_EQ(deadline.count, "机构信息变更 2026-09-30 起第 3 个工作日");
    EXPECT_EQ(deadline.duty, "info_update");
    EXPECT_EQ(deadline.citation.clause, "T-1");
    EXPECT_EQ(deadline.citation.digest.size(), 64U);
    EXPECT_EQ(deadline.facts, (json::object{{"institution.changed_on", "2026-09-30"}}));
    EXPECT_TRUE(deadline.calendar.starts_with("T-calendar@")) << deadline.calendar;
    EXPECT_FALSE(deadline.opens.has_value());
}

TEST(Deadlines, NaturalDaysAndMonthsRollOverByDefault) {
    auto const days =
        with_term("from = \"institution.changed_on\"\ndirection = \"after\"\namount = 3\nunit = \"day\"\n");
    auto const deadline = due(days, {{"institution.changed_on", "2026-09-29"}});
    EXPECT_EQ(deadline.due, day("2026-10-08"));
    EXPECT_EQ(deadline.count, "机构信息变更 2026-09-29 起第 3 日，2026-10-02 为国庆节，顺延至 2026-10-08");
    EXPECT_EQ(due(days, {{"institution.changed_on", "2026-10-14"}}).count,
              "机构信息变更 2026-10-14 起第 3 日，2026-10-17 为休息日，顺延至 2026-10-19");
    auto const fixed = with_term(
        "from = \"institution.changed_on\"\ndirection = \"after\"\namount = 1\nunit = \"month\"\nroll_over = false\n");
    EXPECT_EQ(due(fixed, {{"institution.changed_on", "2026-01-31"}}).due, day("2026-02-28"));
    EXPECT_EQ(due(fixed, {{"institution.changed_on", "2026-01-31"}}).count, "机构信息变更 2026-01-31 起满 1 个月");
}

TEST(Deadlines, BeforeCountsBackwardsAndDoesNotRollOver) {
    std::string const start = "from = \"site.first_day\"\ndirection = \"before\"\n";
    auto const days = with_term(start + "amount = 10\nunit = \"day\"\n", "prior_notice");
    EXPECT_EQ(due(days, {{"site.first_day", "2026-10-12"}}, kElsewhere, "prior_notice").due, day("2026-10-02"));
    auto const months = with_term(start + "amount = 3\nunit = \"month\"\n", "prior_notice");
    auto const deadline = due(months, {{"site.first_day", "2026-12-31"}}, kElsewhere, "prior_notice");
    EXPECT_EQ(deadline.due, day("2026-09-30"));
    EXPECT_EQ(deadline.count, "首次现场 2026-12-31 前 3 个月");
}

TEST(Deadlines, AtLeastAndWithinReadTheSameWordsDifferently) {
    std::string const term = "from = \"site.first_day\"\ndirection = \"before\"\namount = 3\nunit = \"working_day\"\n";
    json::object const facts{{"site.first_day", "2026-10-12"}};
    auto const least =
        due(with_term(term + "rule = \"at_least\"\n", "prior_notice"), facts, kElsewhere, "prior_notice");
    EXPECT_EQ(least.due, day("2026-10-08"));
    EXPECT_EQ(least.count, "首次现场 2026-10-12 前第 3 个工作日");
    auto const within = due(with_term(term + "rule = \"within\"\n", "prior_notice"), facts, kElsewhere, "prior_notice");
    EXPECT_EQ(within.due, day("2026-10-11"));
    EXPECT_EQ(within.opens, day("2026-10-08"));
    EXPECT_EQ(within.count, "首次现场 2026-10-12 前 3 个工作日之内（2026-10-08 起，不晚于前一日）");
}

TEST(Deadlines, OnTheDayItself) {
    auto const law = with_term("from = \"contract.ends_on\"\ndirection = \"on\"\n", "deliverables");
    auto const deadline = due(law, {{"contract.ends_on", "2026-10-04"}}, kElsewhere, "deliverables");
    EXPECT_EQ(deadline.due, day("2026-10-04"));
    EXPECT_EQ(deadline.count, "合同截止 2026-10-04 当日");
}

TEST(Deadlines, AreAbsentWithoutClauseNumberOrFact) {
    auto const law = with_term("from = \"contract.signed_on\"\ndirection = \"after\"\n", "contract_upload");
    json::object const facts{{"contract.signed_on", "2026-09-28"}};
    EXPECT_EQ(*law.deadline("contract_upload", kUrban, kAct, facts), std::nullopt) << "no number";
    EXPECT_EQ(*law.deadline("dormant", kUrban, kAct, facts), std::nullopt) << "no clause";
    auto const counted = TestShelf().nation(kDuty).law();
    EXPECT_EQ(*counted.deadline("info_update", kUrban, kAct, facts), std::nullopt) << "no fact";
    EXPECT_EQ(*counted.deadline("info_update", kUrban, kAct, {{"institution.changed_on", nullptr}}), std::nullopt);
}

TEST(Deadlines, RefuseWhatIsNoDateAndWhatNoCalendarCovers) {
    auto const law = TestShelf().nation(kDuty).law();
    EXPECT_EQ(law.deadline("info_update", kUrban, kAct, {{"institution.changed_on", "soon"}}).error().key,
              "rulebook.not_a_date");
    EXPECT_EQ(law.deadline("info_update", kUrban, kAct, {{"institution.changed_on", 20260928}}).error().text,
              "机构信息变更应为日期（年-月-日）");
    EXPECT_EQ(law.deadline("info_update", kUrban, kAct, {{"institution.changed_on", "2026-12-30"}}).error().key,
              "calendar.unpublished");
    auto const rolling =
        with_term("from = \"institution.changed_on\"\ndirection = \"after\"\namount = 3\nunit = \"day\"\n");
    EXPECT_EQ(rolling.deadline("info_update", kUrban, kAct, {{"institution.changed_on", "2026-12-30"}}).error().key,
              "calendar.unpublished");
}

std::string const kRegionalCalendar = R"([calendar]
id = "P-calendar"
name = "regional_holidays"
layer = "regional"
region = "650000"
title = "地方节日"
text = "地方节日"
source = "办法"
mark = "unconfirmed"
[[calendar.year]]
year = 2026
mark = "recalled"
off = [["古尔邦节", "2026-09-29"]]
)";

TEST(Calendars, ARegionalHolidayThatIsNotConfirmedIsCountedAndSaid) {
    TestShelf shelf;
    shelf.nation(kDuty).region("P", "650000", "").file("P/calendar.toml", kRegionalCalendar);
    auto const law = shelf.law();
    json::object const facts{{"institution.changed_on", "2026-09-25"}};
    EXPECT_EQ(due(law, facts, kUrban).due, day("2026-09-30"));
    EXPECT_EQ(due(law, facts, kUrban).count,
              "机构信息变更 2026-09-25 起第 3 个工作日；2026-09-29 古尔邦节放假未确认，按工作日计");
    EXPECT_EQ(due(law, facts, kElsewhere).count, "机构信息变更 2026-09-25 起第 3 个工作日");
    EXPECT_THAT(due(law, facts, kUrban).calendar,
                ::testing::MatchesRegex("T-calendar@[0-9a-f]+\\+P-calendar@[0-9a-f]+"));
    EXPECT_EQ(law.find(Kind::calendar, "regional_holidays", kUrban, kAct)->id, "P-calendar");
    auto const confirmed = shelf.law({"P-calendar"});
    EXPECT_EQ(due(confirmed, facts, kUrban).due, day("2026-10-08"));
    EXPECT_EQ(due(confirmed, facts, kElsewhere).due, day("2026-09-30"));
}

TEST(Calendars, LayersOfProvinceAndPrefectureAddUp) {
    TestShelf shelf;
    auto const seen = replaced(kRegionalCalendar, "\"recalled\"", "\"seen\"");
    auto const inner = replaced(replaced(replaced(seen, "P-cal", "Q-cal"), "650000", "652300"), "\"2026-09-29\"",
                                "\"2026-09-29\", \"2026-09-30\"");
    shelf.nation(kDuty).region("P", "650000", "").file("P/calendar.toml", seen);
    shelf.region("Q", "652300", "").file("Q/calendar.toml", inner);
    auto const law = shelf.law();
    json::object const facts{{"institution.changed_on", "2026-09-25"}};
    EXPECT_EQ(due(law, facts, kUrban).due, day("2026-10-09"));
    EXPECT_EQ(due(law, facts, {{"659001"}}).due, day("2026-10-08"));
}

TEST(Watches, SayWhatIsSeenWithTheFactsFilledIn) {
    auto const law = TestShelf().nation(kWatch).law();
    auto const flags =
        law.watch("project", kUrban, kAct,
                  {{"site.started", true}, {"notice.filed", false}, {"site.first_day", "2026-09-27"}, {"today", "x"}});
    ASSERT_EQ(flags.size(), 1U);
    EXPECT_EQ(flags[0].watch, "notice_missing");
    EXPECT_EQ(flags[0].severity, "finding");
    EXPECT_EQ(flags[0].text, "2026-09-27 开工，没有告知");
    EXPECT_EQ(flags[0].clears, "补报");
    EXPECT_EQ(flags[0].citation.clause, "T-2");
    EXPECT_EQ(flags[0].facts,
              (json::object{{"notice.filed", false}, {"site.first_day", "2026-09-27"}, {"site.started", true}}));
    EXPECT_TRUE(law.watch("institution", kUrban, kAct, {{"site.started", true}, {"notice.filed", false}}).empty());
    EXPECT_EQ(law.watch("", kUrban, kAct, {{"site.started", true}, {"notice.filed", false}})[0].text,
              "（未填） 开工，没有告知");
}

TEST(Watches, DoNotAccuseOnAnUnconfirmedClause) {
    TestShelf shelf;
    shelf.nation(replaced(kWatch, "\"seen\"", "\"recalled\""));
    json::object const facts{{"site.started", true}, {"notice.filed", false}, {"site.first_day", "2026-09-27"}};
    auto const flag = shelf.law().watch("project", kUrban, kAct, facts).at(0);
    EXPECT_EQ(flag.severity, "remind");
    EXPECT_EQ(flag.text, "2026-09-27 开工，没有告知（依据的条款未经确认，只作提醒，不作认定）");
    EXPECT_EQ(shelf.law({"T-2"}).watch("project", kUrban, kAct, facts).at(0).severity, "finding");
    shelf.nation(replaced(replaced(kWatch, "\"seen\"", "\"recalled\""), "\"finding\"", "\"info\""));
    EXPECT_EQ(shelf.law().watch("project", kUrban, kAct, facts).at(0).severity, "info");
}

TEST(Watches, ANewOneWorksAtOnceOnKnownFacts) {
    TestShelf shelf;
    shelf.nation(replaced(kWatch, "notice_missing", "weekend_work"));
    auto const law = shelf.law();
    EXPECT_TRUE(law.by_id("T-2")->enforced);
    EXPECT_EQ(law.watch("project", kUrban, kAct, {{"site.started", true}, {"notice.filed", false}}).size(), 1U);
}

TEST(Enforcement, IsKnownFromTheClosedListOfNames) {
    auto const nameless = replaced(kDuty, "name = \"info_update\"\n", "");
    EXPECT_TRUE(TestShelf().nation(replaced(kDuty, "info_update", "contract_upload")).law().by_id("T-1")->enforced);
    EXPECT_FALSE(TestShelf().nation(nameless).law().by_id("T-1")->enforced);
    EXPECT_FALSE(TestShelf().nation(replaced(kDuty, "info_update", "licence_issue")).law().by_id("T-1")->enforced);
    EXPECT_FALSE(TestShelf().nation(replaced(kWatch, "\"project\"", "\"institution\"")).law().by_id("T-2")->enforced);
}

TEST(Gates, HoldOnlyOnABindingClause) {
    std::string const gate =
        replaced(replaced(kWatch, "kind = \"watch\"\nname = \"notice_missing\"",
                          "kind = \"gate\"\nname = \"report_publication\""),
                 "[clause.watch]\nsubject = \"project\"\nseverity = \"finding\"\nwhen", "[clause.gate]\nheld_when");
    TestShelf shelf;
    json::object const facts{{"site.started", true}, {"notice.filed", false}};
    auto const law = shelf.nation(gate).law();
    EXPECT_EQ(law.gate("report_publication", kUrban, kAct, facts)->severity, "hold");
    EXPECT_EQ(law.gate("report_publication", kUrban, kAct, {}), std::nullopt);
    EXPECT_EQ(law.gate("another", kUrban, kAct, facts), std::nullopt);
    auto const weak = shelf.nation(replaced(gate, "\"seen\"", "\"design\"")).law();
    EXPECT_EQ(weak.gate("report_publication", kUrban, kAct, facts)->severity, "remind");
}

TEST(Catalogues, AreGivenAsLoaded) {
    auto const law =
        TestShelf()
            .nation(
                "[[clause]]\nid = \"T-3\"\nkind = \"catalogue\"\nname = \"reason_codes\"\ntitle = \"录\"\n"
                "text = \"录\"\nsource = \"录\"\n[clause.catalogue]\nitems = [{ code = \"a\", name = \"甲\" }]\n")
            .law();
    auto const* item = catalogue_item(law.catalogue("reason_codes", kUrban, kAct), "a");
    ASSERT_NE(item, nullptr);
    EXPECT_EQ(item->at("name"), "甲");
    EXPECT_EQ(catalogue_item(law.catalogue("reason_codes", kUrban, kAct), "b"), nullptr);
    EXPECT_EQ(law.catalogue("scopes", kUrban, kAct), nullptr);
    EXPECT_EQ(law.setting(Kind::catalogue, "scopes", "items", kUrban, kAct), std::nullopt);
}

TEST(Digests, NameTheTextThatWasApplied) {
    TestShelf shelf;
    auto const first = shelf.nation(kDuty).region("P", "650000", in_book(kDuty, "P")).law();
    shelf.file("T/tests/a.toml", "# tests are no law\n");
    EXPECT_EQ(shelf.law().digest(), first.digest());
    shelf.file("P/clauses.toml", in_book(kDuty, "P") + "# a word more\n");
    auto const second = shelf.law();
    EXPECT_NE(second.digest(), first.digest());
    EXPECT_NE(second.by_id("P-1")->citation.digest, first.by_id("P-1")->citation.digest);
    EXPECT_EQ(second.by_id("T-1")->citation.digest, first.by_id("T-1")->citation.digest);
    EXPECT_EQ(second.by_id("T-1")->file, "T/clauses.toml");
    EXPECT_EQ(second.by_id("T-1")->line, 1);
}

TEST(Geography, KnowsDivisionsAndTheCorps) {
    auto const law = TestShelf().nation(kDuty).law();
    EXPECT_EQ(law.regions().full_name({"652301"}), "新疆维吾尔自治区昌吉回族自治州昌吉市");
    EXPECT_TRUE(law.regions().has_authority({"652301"}, field::Authority::corps));
    EXPECT_FALSE(law.regions().has_authority({"320000"}, field::Authority::corps));
    EXPECT_TRUE(law.calendar(kUrban).published(2026));
    EXPECT_FALSE(law.calendar(kUrban).published(2027));
    EXPECT_EQ(TestShelf().file("T/book.toml", kBook).law().calendar(kUrban).version(), "");
}

}  // namespace
}  // namespace anping::rulebook::testing
