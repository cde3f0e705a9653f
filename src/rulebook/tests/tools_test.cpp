// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "shelf.hpp"

namespace anping::rulebook::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Place const kPlace{{"652301"}, field::Authority::government};
auto const kAct = field::Date::of(2026, 9, 28).value();

std::string const kCase = R"([[case]]
says = "三个工作日"
place = "652301"
act = "2026-09-28"
facts = { "institution.changed_on" = "2026-09-30", "site.started" = true, "notice.filed" = false }
deadlines = { info_update = "2026-10-10", dormant = "none" }
clauses = { "duty.info_update" = "T-1", "duty.dormant" = "none" }
settings = { "duty.info_update.amount" = "3", "duty.info_update.rule" = "none" }
flags = { notice_missing = "finding" }
[[case]]
says = "没有事实"
place = "652301"
authority = "corps"
act = "2026-09-28"
flags = {}
)";

std::string explained(Law const& law, std::string_view what, json::object const& facts, Place const& place = kPlace) {
    auto const text = explain(law, what, place, kAct, facts);
    return text ? *text : text.error().key;
}

TEST(Check, RunsTheBooksOwnTests) {
    TestShelf shelf;
    shelf.nation(kDuty + kWatch).file("T/tests/cases.toml", kCase);
    auto const result = check(shelf.path());
    EXPECT_TRUE(result.ok) << to_text(result);
    EXPECT_EQ(result.cases, 2);
    EXPECT_EQ(result.clauses, 3);
    EXPECT_EQ(result.enforced, 2);
    EXPECT_EQ(result.not_binding, 0);
    EXPECT_TRUE(result.untested.empty());
    EXPECT_EQ(result.digest, shelf.law().digest());
    EXPECT_THAT(to_text(result),
                HasSubstr("规则书 1 部，条款 3 条（已实施 2，只作提示与提醒 0），测试 2 例，不符 0 例\n可以使用\n"));
    EXPECT_EQ(to_json(result).at("ok"), true);
}

TEST(Check, NamesTheCaseThatCameOutOtherwise) {
    TestShelf shelf;
    auto wrong = replaced(replaced(kCase, "2026-10-10", "2026-10-09"), "{ notice_missing = \"finding\" }",
                          "{ scope_exceeded = \"info\" }");
    wrong = replaced(replaced(wrong, "\"3\"", "\"4\""), "\"T-1\"", "\"T-2\"");
    shelf.nation(kDuty + kWatch).file("T/tests/cases.toml", wrong);
    auto const result = check(shelf.path());
    EXPECT_FALSE(result.ok);
    ASSERT_EQ(result.failures.size(), 5U);
    EXPECT_EQ(result.failures[0].file, "T/tests/cases.toml");
    EXPECT_EQ(result.failures[0].line, 6);
    EXPECT_EQ(result.failures[0].what, "deadlines.info_update");
    EXPECT_EQ(result.failures[0].expected, "2026-10-09");
    EXPECT_EQ(result.failures[0].got, "2026-10-10");
    EXPECT_EQ(result.failures[1].got, "T-1");
    EXPECT_EQ(result.failures[2].got, "3");
    EXPECT_EQ(result.failures[3].what, "flags.scope_exceeded");
    EXPECT_EQ(result.failures[4].what, "flags.notice_missing");
    EXPECT_THAT(to_text(result), HasSubstr("T/tests/cases.toml:6: 测试不符：三个工作日\n    deadlines.info_update 应为 "
                                           "2026-10-09，实为 2026-10-10\n"));
}

TEST(Check, NamesClausesNoCaseMakesSpeakOrBeSilent) {
    TestShelf shelf;
    shelf.nation(kDuty + kWatch).file("T/tests/cases.toml", kCase.substr(0, kCase.find("[[case]]\nsays = \"没有")));
    EXPECT_EQ(check(shelf.path()).untested, std::vector<std::string>{"T-2"}) << "never silent";
    shelf.nation(replaced(kDuty, "info_update", "contract_upload") + kWatch).file("T/tests/cases.toml", "");
    EXPECT_EQ(check(shelf.path()).untested, (std::vector<std::string>{"T-1", "T-2"}));
    EXPECT_THAT(to_text(check(shelf.path())), HasSubstr("未经测试的条款：T-1\n"));
}

TEST(Check, RefusesMalformedCases) {
    TestShelf shelf;
    shelf.nation(kDuty).file("T/tests/a.toml", "[[case]]\nsays = \"x\"\nplace = \"65\"\nact = \"2026-09-28\"\n");
    shelf.file("T/tests/b.toml", "[[case]]\nsays = \"x\"\nplace = \"652301\"\nact = \"2026-09-28\"\nflags = 3\n");
    shelf.file("T/tests/c.toml", "cases = 3\n");
    auto const result = check(shelf.path());
    EXPECT_FALSE(result.ok);
    EXPECT_EQ(result.cases, 0);
    ASSERT_EQ(result.diagnostics.size(), 3U);
    EXPECT_EQ(result.diagnostics[0].code, "bad_value");
    EXPECT_EQ(result.diagnostics[1].code, "wrong_type");
    EXPECT_EQ(result.diagnostics[2].code, "unknown_key");
}

TEST(Check, DoesNotRunTestsOnABookWithErrors) {
    TestShelf shelf;
    shelf.nation(replaced(kDuty, "amount", "amounts")).file("T/tests/cases.toml", kCase);
    auto const result = check(shelf.path());
    EXPECT_FALSE(result.ok);
    EXPECT_EQ(result.books, 0);
    EXPECT_THAT(to_text(result), HasSubstr("[unknown_key]"));
    EXPECT_THAT(to_text(result), HasSubstr("不可使用：有错误的规则书整体不予采用\n"));
}

TEST(Explain, ShowsTheClauseAndHowTheDeadlineWasCounted) {
    auto const law = TestShelf().nation(kDuty).law();
    auto const text = explained(law, "info_update", {{"institution.changed_on", "2026-09-30"}});
    EXPECT_THAT(
        text,
        HasSubstr("T-1 更新（义务 info_update）\n  内容：变更后更新\n  出处：第一条\n  确定程度：见原文；有约束力\n"));
    EXPECT_THAT(text, HasSubstr("施行：未载明 起\n  实施：尚未由程序实施\n  规则书：T（试验），T/clauses.toml:1\n"));
    EXPECT_THAT(text, HasSubstr("2026-09-28 在 新疆维吾尔自治区昌吉回族自治州昌吉市：适用本条\n"));
    EXPECT_THAT(
        text,
        HasSubstr(
            "期限：2026-10-10（机构信息变更 2026-09-30 起第 3 个工作日）\n  所用事实：机构信息变更 = 2026-09-30\n"));
    EXPECT_EQ(explained(law, "T-1", {{"institution.changed_on", "2026-09-30"}}), text);
    EXPECT_THAT(explained(law, "T-1", {}), HasSubstr("缺少事实 institution.changed_on（机构信息变更）"));
    EXPECT_THAT(explained(law, "T-1", {{"institution.changed_on", "2026-12-30"}}), HasSubstr("期限：无法计算，"));
    EXPECT_EQ(explained(law, "T-99", {}), "rulebook.no_such_clause");
}

TEST(Explain, ShowsTheConditionOfAWatchAndWhetherItHolds) {
    auto const law = TestShelf().nation(kWatch).law();
    auto const raised = explained(law, "notice_missing",
                                  {{"site.started", true}, {"notice.filed", false}, {"site.first_day", "2026-09-27"}});
    EXPECT_THAT(raised, HasSubstr("条件：已开始现场工作 为 是 且 已从业告知 为 否\n"));
    EXPECT_THAT(raised, HasSubstr("结论：[finding] 2026-09-27 开工，没有告知\n  怎样消除：补报\n"));
    EXPECT_THAT(raised, HasSubstr("所用事实：已从业告知 = 否，首次现场 = 2026-09-27，已开始现场工作 = 是\n"));
    auto const silent = explained(law, "T-2", {{"site.started", false}});
    EXPECT_THAT(silent, HasSubstr("结论：条件不成立，不提示\n  所用事实：已开始现场工作 = 否\n"));
    EXPECT_THAT(explained(law, "T-2", {}), HasSubstr("所用事实：（无）\n"));
}

TEST(Explain, ShowsAGateAndAClauseWithoutNumber) {
    std::string const gate =
        replaced(replaced(kWatch, "kind = \"watch\"\nname = \"notice_missing\"",
                          "kind = \"gate\"\nname = \"report_publication\""),
                 "[clause.watch]\nsubject = \"project\"\nseverity = \"finding\"\nwhen", "[clause.gate]\nheld_when");
    auto const law = TestShelf().nation(gate).law();
    EXPECT_THAT(explained(law, "report_publication", {{"site.started", true}, {"notice.filed", false}}),
                HasSubstr("结论：[hold]"));
    EXPECT_THAT(explained(law, "report_publication", {}), HasSubstr("结论：放行\n"));
    EXPECT_THAT(explained(law, "report_publication", {}), HasSubstr("实施：程序按本条计算\n"));
    auto const bare = replaced(kDuty, "amount = 3\nunit = \"working_day\"\n", "");
    EXPECT_THAT(explained(TestShelf().nation(bare).law(), "T-1", {}), HasSubstr("条款没有写明数字，只提醒"));
}

TEST(Explain, NamesTheClauseThatGovernsInstead) {
    TestShelf shelf;
    auto const ended =
        replaced(kDuty, "mark = \"seen\"\n", "mark = \"seen\"\nuntil = \"2026-03-01\"\nlegality = \"有疑义\"\n");
    auto const law = shelf.nation(kDuty).region("P", "650000", replaced(kDuty, "T-1", "P-1")).law();
    EXPECT_THAT(explained(law, "T-1", {}), HasSubstr("适用的是 P-1（更新）"));
    EXPECT_THAT(explained(law, "T-1", {}, {{"999999"}}), HasSubstr("在 999999：适用本条"));
    auto const old = TestShelf().nation(ended).law();
    EXPECT_THAT(explained(old, "info_update", {}), HasSubstr("没有条款适用"));
    EXPECT_THAT(explained(old, "T-1", {}), HasSubstr("未载明 起，2026-03-01 起不再适用"));
    EXPECT_THAT(explained(old, "T-1", {}), HasSubstr("合法性说明：有疑义\n"));
    auto const nameless = TestShelf().nation(replaced(kDuty, "name = \"info_update\"\n", "")).law();
    EXPECT_THAT(explained(nameless, "T-1", {}), HasSubstr("尚未由程序实施"));
    EXPECT_THAT(explained(nameless, "T-1", {}), Not(HasSubstr("适用")));
}

TEST(Diff, ShowsWhichOpenDeadlinesWouldMove) {
    TestShelf shelf;
    auto const before = shelf.nation(kDuty).law();
    auto const after = shelf.nation(replaced(kDuty, "amount = 3", "amount = 4")).law();
    auto const gone = shelf.nation(kWatch).law();
    std::vector<OpenDeadline> const open{
        {"J-1", "甲", "info_update", kPlace, kAct, {{"institution.changed_on", "2026-09-30"}}},
        {"J-2", "乙", "info_update", kPlace, kAct, {}},
        {"J-3", "丙", "dormant", kPlace, kAct, {}},
        {"J-4", "丁", "info_update", kPlace, kAct, {{"institution.changed_on", "2026-12-28"}}},
    };
    EXPECT_TRUE(diff(before, before, open).empty());
    auto const moved = diff(before, after, open);
    ASSERT_EQ(moved.size(), 2U);
    EXPECT_EQ(moved[0].subject, "J-1");
    EXPECT_EQ(moved[0].subject_title, "甲");
    EXPECT_EQ(moved[0].before, day("2026-10-10"));
    EXPECT_EQ(moved[0].after, day("2026-10-12"));
    EXPECT_EQ(moved[0].clause_before, "T-1");
    EXPECT_EQ(moved[0].why, "机构信息变更 2026-09-30 起第 3 个工作日 → 机构信息变更 2026-09-30 起第 4 个工作日");
    EXPECT_EQ(moved[1].subject, "J-4");
    EXPECT_EQ(moved[1].after, std::nullopt) << "the next year's calendar is not published";
    auto const lost = diff(before, gone, open);
    EXPECT_EQ(lost.at(0).clause_after, "");
    EXPECT_THAT(lost.at(0).why, HasSubstr("没有条款适用"));
}

TEST(Diff, NamesClausesAddedRemovedAndChanged) {
    TestShelf shelf;
    auto const before = shelf.nation(kDuty + kWatch).law();
    auto const third = replaced(kWatch, "T-2", "T-3");
    auto const changed = replaced(replaced(kDuty, "amount = 3", "amount = 4"), "\"seen\"", "\"recalled\"");
    auto const after = shelf.nation(changed + replaced(third, "notice_missing", "notice_late")).law();
    auto const list = changes(before, after);
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(list[0].clause, "T-1");
    EXPECT_EQ(list[0].change, "changed");
    EXPECT_EQ(list[0].what, (std::vector<std::string>{"mark", "binding", "body"}));
    EXPECT_EQ(list[1].change, "added");
    EXPECT_EQ(list[2].change, "removed");
    EXPECT_EQ(
        to_text(list, diff(before, after,
                           {{"J-1", "甲", "info_update", kPlace, kAct, {{"institution.changed_on", "2026-09-30"}}}})),
        "T-1 改变：mark、binding、body\nT-3 新增\nT-2 删除\n"
        "J-1 info_update：2026-10-10 → 2026-10-12（机构信息变更 2026-09-30 起第 3 个工作日 → 机构信息变更 "
        "2026-09-30 起第 4 "
        "个工作日）\n条款变化 3 处，未了期限变动 1 个\n");
    EXPECT_TRUE(changes(before, before).empty());
}

TEST(Schema, DescribesClausesConditionsAndTheWordsCodeKnows) {
    auto const schema = book_schema();
    auto const& defs = schema.at("$defs").as_object();
    EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
    auto const& clause = defs.at("clause").as_object();
    EXPECT_EQ(clause.at("additionalProperties"), false);
    EXPECT_TRUE(clause.at("properties").as_object().contains("watch"));
    EXPECT_EQ(clause.at("allOf").as_array().size(), 11U) << "one rule for each kind";
    EXPECT_EQ(defs.at("condition").at("oneOf").as_array().size(), 4U);
    EXPECT_GT(defs.at("fact").at("enum").as_array().size(), defs.at("date_fact").at("enum").as_array().size());
}

}  // namespace
}  // namespace anping::rulebook::testing
