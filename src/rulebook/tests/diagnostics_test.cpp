// SPDX-License-Identifier: Apache-2.0
// One broken shelf for every diagnostic, and where and how each is shown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "diagnostics.hpp"
#include "shelf.hpp"

namespace anping::rulebook::testing {
namespace {

struct Broken {
    std::string name;
    Code code;
    std::string file;  // where it is shown; empty: nowhere
    std::int64_t line;
    std::string message;  // part of it
    std::string affects;  // part of it
    std::function<void(TestShelf&)> make;
    std::vector<std::string> confirmed = {};
};

void PrintTo(Broken const& broken, std::ostream* out) { *out << broken.name; }

std::function<void(TestShelf&)> clauses(std::string text) {
    return [text = std::move(text)](TestShelf& shelf) { shelf.nation(text); };
}

std::string duty(std::string const& what, std::string const& with) { return replaced(kDuty, what, with); }
std::string watch(std::string const& what, std::string const& with) { return replaced(kWatch, what, with); }

std::string const kWhen = "{ all = [{ fact = \"site.started\", is = true }, { fact = \"notice.filed\", is = false }] }";
std::string when(std::string const& condition) { return watch(kWhen, condition); }

std::function<void(TestShelf&)> calendar(std::string const& what, std::string const& with) {
    return [=](TestShelf& shelf) { shelf.nation(kDuty).file("T/calendar.toml", replaced(kCalendar, what, with)); };
}
std::function<void(TestShelf&)> regions(std::string const& what, std::string const& with) {
    return [=](TestShelf& shelf) { shelf.nation(kDuty).file("T/regions.toml", replaced(kRegions, what, with)); };
}
std::function<void(TestShelf&)> inner(std::string text, std::string more = {}) {
    return [=](TestShelf& shelf) { shelf.nation(kDuty).region("X", "650000", text, more); };
}

std::string version(std::string const& id, std::string const& dates) {
    return replaced(replaced(kDuty, "T-1", id), "mark = \"seen\"\n", "mark = \"seen\"\n" + dates);
}

std::vector<Broken> structure() {
    std::string const in = "T/clauses.toml";
    return {
        {"NoDirectory", Code::cannot_read, "/nonexistent", 0, "无法读取规则目录", "全部规则", {}},
        {"FileTooLarge", Code::cannot_read, in, 0, "超过 4 MiB", "全部条款", clauses(std::string(5U << 20U, '#'))},
        {"NoToml", Code::syntax, in, 2, "不是合法的 TOML", "本文件中的全部条款", clauses("# 一\nid = = 3\n")},
        {"NotUtf8", Code::syntax, in, 1, "不是合法的 TOML", "全部条款", clauses("id = \"\xff\"\n")},
        {"NoBookFile", Code::missing_book, "X/clauses.toml", 0, "没有写有 [book]", "X 中的全部条款",
         [](TestShelf& s) { s.nation(kDuty).file("X/clauses.toml", ""); }},
        {"EmptyBook", Code::missing_book, "", 0, "没有写有 [book]", "X 中的全部条款",
         [](TestShelf& s) { s.nation(kDuty).file("X/note.txt", ""); }},
        {"UnknownKey", Code::unknown_key, in, 8, "是否想写 mark", "义务 T-1 info_update（更新）",
         clauses(duty("mark", "marc"))},
        {"UnknownBodyKey", Code::unknown_key, in, 12, "duty 中没有 amounts", "info_update",
         clauses(duty("amount", "amounts"))},
        {"UnknownFileKey", Code::unknown_key, in, 1, "claus", "clauses.toml", clauses("claus = 1\n")},
        {"BodyOfAnotherKind", Code::unknown_key, in, 14, "没有 gate", "T-1", clauses(kDuty + "[clause.gate]\n")},
        {"MissingKey", Code::missing_key, in, 1, "缺少 title", "T-1", clauses(duty("title = \"更新\"\n", ""))},
        {"MissingId", Code::missing_key, in, 1, "缺少 id", "试验", clauses(duty("id = \"T-1\"\n", ""))},
        {"MissingBody", Code::missing_key, in, 1, "缺少 [clause.duty] 表", "T-1",
         clauses(kDuty.substr(0, kDuty.find("[clause.duty]")))},
        {"MissingUnit", Code::missing_key, in, 9, "amount 与 unit", "T-1",
         clauses(duty("unit = \"working_day\"\n", ""))},
        {"MissingCalendarId", Code::missing_key, "T/calendar.toml", 1, "缺少 id", "calendar.toml",
         calendar("id = \"T-calendar\"\n", "")},
        {"WrongType", Code::wrong_type, in, 12, "amount 应为整数", "T-1",
         clauses(duty("amount = 3", "amount = \"3\""))},
        {"Fraction", Code::wrong_type, in, 12, "amount 应为整数", "T-1", clauses(duty("amount = 3", "amount = 3.5"))},
        {"BodyNoTable", Code::wrong_type, in, 9, "应为表", "T-1",
         clauses(kDuty.substr(0, kDuty.find("[clause.duty]")) + "duty = 3\n")},
        {"ItemNoText", Code::wrong_type, in, 14, "addressees 的每一项应为文字", "T-1",
         clauses(kDuty + "addressees = [3]\n")},
        {"ClauseNoList", Code::wrong_type, in, 1, "clause 应为列表", "clauses.toml", clauses("clause = 3\n")},
        {"BadValue", Code::bad_value, in, 8, "mark 不能是 sean，是否想写 seen", "T-1",
         clauses(duty("\"seen\"", "\"sean\""))},
        {"EmptyText", Code::bad_value, in, 5, "title 不能为空", "T-1", clauses(duty("\"更新\"", "\"\""))},
        {"AmountTooGreat", Code::bad_value, in, 12, "1 与 3650 之间", "T-1", clauses(duty("= 3", "= 3651"))},
        {"RuleOfAnAfter", Code::bad_value, in, 14, "rule 只用于", "T-1", clauses(kDuty + "rule = \"within\"\n")},
        {"BadRegionCode", Code::bad_value, "X/book.toml", 4, "六位行政区划代码", "X/book.toml",
         [](TestShelf& s) { s.nation(kDuty).region("X", "65", kWatch); }},
        {"BadDate", Code::bad_date, in, 9, "2026-02-30", "T-1", clauses(version("T-1", "from = \"2026-02-30\"\n"))},
        {"UnknownKind", Code::unknown_kind, in, 3, "kind 不能是 dutty，是否想写 duty", "T-1",
         clauses(duty("kind = \"duty\"", "kind = \"dutty\""))},
        {"UnknownName", Code::unknown_name, in, 4, "info_updat，是否想写 info_update", "T-1",
         clauses(duty("\"info_update\"", "\"info_updat\""))},
        {"DuplicateBook", Code::duplicate_book, "X/book.toml", 1, "规则书代码 T 已被 试验 使用", "引用 T",
         [](TestShelf& s) { s.nation(kDuty).file("X/book.toml", replaced(kBook, "000000", "650000")); }},
        {"DuplicateId", Code::duplicate_id, in, 15, "编号 T-1 已用于", "提示 T-1",
         clauses(kDuty + watch("T-2", "T-1"))},
        {"DuplicateItem", Code::duplicate_id, in, 8, "已有代码 a", "T-3",
         clauses("[[clause]]\nid = \"T-3\"\nkind = \"catalogue\"\ntitle = \"录\"\ntext = \"录\"\nsource = \"录\"\n"
                 "[clause.catalogue]\nitems = [{ code = \"a\", name = \"甲\" }, { code = \"a\", name = \"乙\" }]\n")},
        {"DuplicateName", Code::duplicate_name, in, 17, "info_update 已是", "T-9", clauses(kDuty + duty("T-1", "T-9"))},
    };
}

std::vector<Broken> meaning() {
    std::string const in = "T/clauses.toml";
    return {
        {"UnknownStart", Code::unknown_fact, in, 10, "是否想写 institution.changed_on", "T-1",
         clauses(duty("changed_on", "change_on"))},
        {"StartNoDate", Code::type_mismatch, in, 10, "site.started 不是日期", "T-1",
         clauses(duty("institution.changed_on", "site.started"))},
        {"UnknownFact", Code::unknown_fact, in, 12, "没有 notice.file 这个事实", "提示 T-2",
         clauses(watch("notice.filed\"", "notice.file\""))},
        {"UnknownFactInText", Code::unknown_fact, in, 13, "site.first_dya", "T-2",
         clauses(watch("{site.first_day}", "{site.first_dya}"))},
        {"UnknownSetting", Code::unknown_setting, in, 12, "没有条款写出参数 duty.info_update.rule", "T-2",
         clauses(when("{ setting = \"duty.info_update.rule\", is = \"within\" }") + kDuty)},
        {"SettingMalformed", Code::unknown_setting, in, 12, "种类.名称.项", "T-2",
         clauses(when("{ setting = \"rule\", is = 3 }"))},
        {"SettingOfNoKind", Code::unknown_setting, in, 12, "种类.名称.项", "T-2",
         clauses(when("{ setting = \"law.a.b\", is = 3 }"))},
        {"EmptyAll", Code::bad_condition, in, 12, "列表是空的", "T-2", clauses(when("{ all = [] }"))},
        {"AllNoList", Code::bad_condition, in, 12, "条件的列表", "T-2",
         clauses(when("{ all = { fact = \"statutory\", is = true } }"))},
        {"NotNoTable", Code::bad_condition, in, 12, "一个条件", "T-2", clauses(when("{ not = [] }"))},
        {"AllOfNumbers", Code::bad_condition, in, 12, "形式的表", "T-2", clauses(when("{ all = [3] }"))},
        {"NoComparison", Code::bad_condition, in, 12, "一个 fact", "T-2", clauses(when("{ fact = \"statutory\" }"))},
        {"TwoComparisons", Code::bad_condition, in, 12, "不能有 is_not", "T-2",
         clauses(when("{ fact = \"statutory\", is = true, is_not = false }"))},
        {"UnknownComparison", Code::bad_condition, in, 12, "不能有 equals", "T-2",
         clauses(when("{ fact = \"statutory\", equals = true }"))},
        {"PresentFalse", Code::bad_condition, in, 12, "present 只能为 true", "T-2",
         clauses(when("{ fact = \"statutory\", present = false }"))},
        {"OperandOfTwo", Code::bad_condition, in, 12, "比较的另一方", "T-2",
         clauses(when("{ fact = \"notice.filed_on\", before = { fact = \"today\", is = 3 } }"))},
        {"DateAgainstNumber", Code::type_mismatch, in, 12, "before 两边的类型不合", "T-2",
         clauses(when("{ fact = \"notice.filed_on\", before = 3 }"))},
        {"FlagAgainstText", Code::type_mismatch, in, 12, "is 两边的类型不合", "T-2",
         clauses(when("{ fact = \"statutory\", is = \"yes\" }"))},
        {"NumberAgainstDateFact", Code::type_mismatch, in, 12, "less_than", "T-2",
         clauses(when("{ fact = \"survey.photos\", less_than = { fact = \"today\" } }"))},
        {"ListAsValue", Code::type_mismatch, in, 12, "is 两边", "T-2",
         clauses(when("{ fact = \"scope.code\", is = [] }"))},
        {"BraceNotClosed", Code::bad_message, in, 13, "花括号不成对", "T-2",
         clauses(watch("{site.first_day}", "{site.first_day"))},
        {"BraceNotOpened", Code::bad_message, in, 13, "花括号不成对", "T-2",
         clauses(watch("{site.first_day}", "site.first_day}"))},
    };
}

std::vector<Broken> together() {
    std::string const in = "T/clauses.toml";
    return {
        {"Overlap", Code::overlapping_periods, in, 23, "施行期重叠", "T-1",
         clauses(version("T-1", "until = \"2026-03-01\"\n") + version("T-1", "from = \"2026-02-01\"\n"))},
        {"OpenEndOverlap", Code::overlapping_periods, in, 22, "施行期重叠", "T-1",
         clauses(version("T-1", "") + version("T-1", "from = \"2026-02-01\"\n"))},
        {"UntilBeforeFrom", Code::until_before_from, in, 10, "不晚于施行日", "T-1",
         clauses(version("T-1", "from = \"2026-02-01\"\nuntil = \"2026-02-01\"\n"))},
        {"UnknownPart", Code::unknown_part, in, 9, "没有条款 T-7", "T-2",
         clauses(watch("mark = \"seen\"\n", "mark = \"seen\"\npart_of = \"T-7\"\n"))},
        {"MissingFallback", Code::missing_fallback, in, 8, "fallback", "T-1", clauses(duty("\"seen\"", "\"missing\""))},
        {"UnknownRegion", Code::unknown_region, "X/clauses.toml", 0, "区划代码 990000", "规则书 X",
         [](TestShelf& s) { s.nation(kDuty).region("X", "990000", kWatch); }},
        {"NewWatch", Code::new_watch, in, 4, "notice_mising 是新的提示，不覆盖任何已有提示，是否想写 notice_missing",
         "T-2", clauses(watch("\"notice_missing\"", "\"notice_mising\""))},
        {"WeakerOverride", Code::weaker_override, "X/clauses.toml", 8, "覆盖了有约束力的 T/T-1", "X 的义务 X-1",
         inner(replaced(duty("T-1", "X-1"), "seen", "recalled"))},
        {"Gap", Code::gap_in_force, in, 23, "2026-02-01 至 2026-03-01 之间没有版本", "T-1",
         clauses(version("T-1", "until = \"2026-02-01\"\n") + version("T-1", "from = \"2026-03-01\"\n"))},
        {"UnknownConfirmation",
         Code::unknown_confirmation,
         "",
         0,
         "T-99 不在任何规则书中",
         "不起作用",
         clauses(kDuty),
         {"T-99"}},
        {"ConfirmationOfNothing",
         Code::unknown_confirmation,
         "",
         0,
         "缺原文",
         "不起作用",
         clauses(duty("\"seen\"", "\"missing\"\nfallback = \"无\"\nedit = \"此处\"")),
         {"T-1"}},
        {"NoRegions", Code::no_regions, "", 0, "regions.toml", "区划",
         [](TestShelf& s) { s.file("T/book.toml", kBook).file("T/calendar.toml", kCalendar); }},
        {"NoCalendar", Code::no_calendar, "", 0, "calendar.toml", "按工作日",
         [](TestShelf& s) { s.file("T/book.toml", kBook).file("T/regions.toml", kRegions); }},
    };
}

std::vector<Broken> geography() {
    std::string const days = "T/calendar.toml";
    std::string const map = "T/regions.toml";
    std::string const regional =
        "[calendar]\nid = \"X-calendar\"\ntitle = \"历\"\ntext = \"历\"\nsource = \"历\"\nlayer = \"regional\"\n";
    return {
        {"TwoTables", Code::bad_calendar, days, 1, "只有一个 [calendar] 表", days,
         calendar("[calendar]", "[other]\n[calendar]")},
        {"NoLayer", Code::bad_calendar, days, 1, "layer 应为 national", "工作日",
         calendar("\"national\"", "\"local\"")},
        {"DayOutsideYear", Code::bad_calendar, days, 12, "2026 年的安排中不能有日期 2027-10-07", "工作日",
         calendar("2026-10-07", "2027-10-07")},
        {"NoSuchDay", Code::bad_calendar, days, 12, "2026-10-32", "工作日", calendar("2026-10-07", "2026-10-32")},
        {"OffAndWork", Code::bad_calendar, days, 13, "2026-10-07 不能既放假又上班", "工作日",
         calendar("2026-10-10", "2026-10-07")},
        {"NoDates", Code::bad_calendar, days, 13, "work 的每一项", "工作日", calendar(", \"2026-10-10\"", "")},
        {"NoYear", Code::bad_calendar, days, 9, "四位年份", "工作日", calendar("year = 2026", "year = 26")},
        {"YearTwice", Code::bad_calendar, days, 15, "2026 年出现两次", "工作日",
         calendar("work = [[\"国庆节\", \"2026-10-10\"]]", "work = []\n[[calendar.year]]\nyear = 2026")},
        {"TwoNationalCalendars", Code::bad_calendar, "X/calendar.toml", 1, "已有另一份全国日历", "工作日",
         [](TestShelf& s) {
             s.nation(kDuty)
                 .region("X", "650000", kWatch)
                 .file("X/calendar.toml", replaced(kCalendar, "T-calendar", "X-calendar"));
         }},
        {"RegionalDayTwice", Code::bad_calendar, "X/calendar.toml", 9, "2026-05-27 出现两次", "工作日",
         [=](TestShelf& s) {
             s.nation(kDuty)
                 .region("X", "650000", kWatch)
                 .file("X/calendar.toml", regional +
                                              "region = \"650000\"\n[[calendar.year]]\noff = [[\"古尔邦节\", "
                                              "\"2026-05-27\", \"2026-05-27\"]]\nyear = 2026\n");
         }},
        {"RegionalWithoutRegion", Code::bad_calendar, "X/calendar.toml", 1, "写明 region", "工作日",
         [=](TestShelf& s) { s.nation(kDuty).region("X", "650000", kWatch).file("X/calendar.toml", regional); }},
        {"TwoRegionTables", Code::bad_region, map, 1, "只有一个 [regions] 表", map,
         regions("[regions]\n", "[other]\n[regions]\n")},
        {"RowWithoutName", Code::bad_region, map, 4, "六位代码 名称", "区划", regions("320000 江苏省", "320000")},
        {"RowTwice", Code::bad_region, map, 4, "区划代码 650000 出现两次", "区划",
         regions("320000 江苏省", "650000 江苏省")},
        {"UnknownParent", Code::bad_region, map, 8, "上级 652400", "区划", regions("6523 =", "6524 =")},
        {"AuthorityOfNoRegion", Code::bad_region, map, 10, "并行机关", "区划",
         regions("region = \"650000\"", "region = \"660000\"")},
    };
}

class Diagnostics : public ::testing::TestWithParam<Broken> {};

TEST_P(Diagnostics, AreLocatedAndSayWhatTheyAffect) {
    auto const& broken = GetParam();
    TestShelf shelf;
    if (broken.make) broken.make(shelf);
    auto const result = broken.make ? shelf.load(broken.confirmed) : load("/nonexistent");
    auto const* name = boost::describe::enum_to_string(broken.code, "");
    std::string all;
    for (auto const& diagnostic : result.diagnostics) all += to_text(diagnostic);
    Diagnostic const* found = nullptr;
    for (auto const& diagnostic : result.diagnostics)
        if (diagnostic.code == name && diagnostic.message.find(broken.message) != std::string::npos)
            found = &diagnostic;
    ASSERT_NE(found, nullptr) << "got:\n" << all;
    EXPECT_EQ(found->file, broken.file);
    EXPECT_EQ(found->line, broken.line) << all;
    EXPECT_THAT(found->affects, ::testing::HasSubstr(broken.affects));
    EXPECT_EQ(found->severity, is_warning(broken.code) ? "warning" : "error");
    EXPECT_EQ(result.law.has_value(), is_warning(broken.code)) << all;
    if (broken.line > 0) {
        EXPECT_GT(found->column, 0);
        EXPECT_FALSE(found->snippet.empty());
    }
}

std::string name_of(::testing::TestParamInfo<Broken> const& info) { return info.param.name; }
INSTANTIATE_TEST_SUITE_P(Structure, Diagnostics, ::testing::ValuesIn(structure()), name_of);
INSTANTIATE_TEST_SUITE_P(Meaning, Diagnostics, ::testing::ValuesIn(meaning()), name_of);
INSTANTIATE_TEST_SUITE_P(Together, Diagnostics, ::testing::ValuesIn(together()), name_of);
INSTANTIATE_TEST_SUITE_P(Geography, Diagnostics, ::testing::ValuesIn(geography()), name_of);

TEST(Diagnostics, EveryCodeHasABrokenShelf) {
    std::set<Code> shown;
    for (auto const& table : {structure(), meaning(), together(), geography()})
        for (auto const& broken : table) shown.insert(broken.code);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Code>>(
        [&](auto code) { EXPECT_TRUE(shown.contains(code.value)) << code.name; });
}

TEST(Diagnostics, ComeInTheOrderOfFileAndLine) {
    TestShelf shelf;
    shelf.nation(replaced(kDuty, "institution.changed_on", "a") + replaced(kWatch, "\"seen\"", "\"b\""));
    shelf.region("A", "650000", "x = 1\n");
    auto const result = shelf.load();
    ASSERT_EQ(result.diagnostics.size(), 3U);
    EXPECT_EQ(result.diagnostics[0].file, "A/clauses.toml");
    EXPECT_EQ(result.diagnostics[1].line, 10);
    EXPECT_EQ(result.diagnostics[2].line, 21);
}

TEST(Diagnostics, ShowTheLineWithoutItsLineEnd) {
    SourceFile const file{"p", "n", "one\r\ntwo\nthree"};
    EXPECT_EQ(file.line(1), "one");
    EXPECT_EQ(file.line(3), "three");
    EXPECT_EQ(file.line(4), "");
}

TEST(Diagnostics, AreWordedForPeople) {
    TestShelf shelf;
    shelf.nation(replaced(kDuty, "amount", "amounts"));
    auto const text = to_text(shelf.load().diagnostics.front());
    EXPECT_EQ(text,
              "T/clauses.toml:12:1: 错误[unknown_key] duty 中没有 amounts 这一项，是否想写 amount？\n"
              "    amounts = 3\n"
              "    影响：试验 的义务 T-1 info_update（更新）\n");
    EXPECT_EQ(to_text(TestShelf().file("T/book.toml", kBook).load().diagnostics.front()),
              "警告[no_regions] 没有任何区划表（regions.toml）\n    影响：区划名称与所属关系\n");
}

}  // namespace
}  // namespace anping::rulebook::testing
