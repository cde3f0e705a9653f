// SPDX-License-Identifier: Apache-2.0
// The language of conditions and texts.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "condition.hpp"
#include "reader.hpp"

namespace anping::rulebook {
namespace {

std::optional<json::value> setting(SettingRef const& ref) {
    if (ref.name == "info_update" && ref.key == "amount") return json::value(7);
    return std::nullopt;
}

Condition compiled(std::string const& condition) {
    SourceFile const file{"c", "c", "when = " + condition + "\n"};
    Report report;
    auto const root = parse(file, report).value();
    std::vector<SettingUse> uses;
    CompileContext context{report, "", uses};
    auto out = compile_condition(*root.find("when"), context);
    EXPECT_FALSE(report.has_errors()) << condition;
    return out;
}

bool holds(std::string const& condition, json::object const& facts) {
    return rulebook::holds(compiled(condition), facts, setting);
}

std::string rendered(std::string const& text, json::object const& facts) {
    Node node;
    node.text = text;
    Report report;
    std::vector<SettingUse> uses;
    CompileContext context{report, "", uses};
    auto const message = compile_message(node, context);
    EXPECT_FALSE(report.has_errors()) << text;
    return render(message, facts, setting);
}

TEST(Conditions, CompareFlagsTextsAndNumbers) {
    EXPECT_TRUE(holds("{ fact = 'statutory', is = true }", {{"statutory", true}}));
    EXPECT_FALSE(holds("{ fact = 'statutory', is = true }", {{"statutory", false}}));
    EXPECT_TRUE(holds("{ fact = 'statutory', is_not = true }", {{"statutory", false}}));
    EXPECT_TRUE(holds("{ fact = 'scope.code', is = 'assess.5' }", {{"scope.code", "assess.5"}}));
    EXPECT_TRUE(holds("{ fact = 'team.size', is = 3 }", {{"team.size", 3}}));
    EXPECT_TRUE(holds("{ fact = 'team.size', is = 3 }", {{"team.size", std::uint64_t{3}}}));
    EXPECT_TRUE(holds("{ fact = 'team.size', less_than = 3 }", {{"team.size", 2}}));
    EXPECT_FALSE(holds("{ fact = 'team.size', less_than = 3 }", {{"team.size", 3}}));
    EXPECT_TRUE(holds("{ fact = 'team.size', at_most = 3 }", {{"team.size", 3}}));
    EXPECT_FALSE(holds("{ fact = 'team.size', more_than = 3 }", {{"team.size", 3}}));
    EXPECT_TRUE(holds("{ fact = 'team.size', at_least = 3 }", {{"team.size", 3}}));
}

TEST(Conditions, CompareDatesWithDatesAndWithOtherFacts) {
    json::object const facts{{"notice.filed_on", "2026-09-20"}, {"site.first_day", "2026-09-20"}};
    EXPECT_FALSE(holds("{ fact = 'notice.filed_on', before = 2026-09-20 }", facts));
    EXPECT_TRUE(holds("{ fact = 'notice.filed_on', on_or_before = '2026-09-20' }", facts));
    EXPECT_FALSE(holds("{ fact = 'notice.filed_on', after = { fact = 'site.first_day' } }", facts));
    EXPECT_TRUE(holds("{ fact = 'notice.filed_on', on_or_after = { fact = 'site.first_day' } }", facts));
    EXPECT_TRUE(holds("{ fact = 'notice.filed_on', is = { fact = 'site.first_day' } }", facts));
}

TEST(Conditions, ReadSettingsOfOtherClauses) {
    EXPECT_TRUE(holds("{ fact = 'notice.working_days_before', less_than = { setting = 'duty.info_update.amount' } }",
                      {{"notice.working_days_before", 6}}));
    EXPECT_FALSE(holds("{ setting = 'duty.info_update.unit', is = 'day' }", {}));
    EXPECT_TRUE(holds("{ setting = 'duty.info_update.unit', absent = true }", {}));
}

TEST(Conditions, JoinAndNest) {
    std::string const either = "{ any = [{ fact = 'statutory', is = true }, { fact = 'review.signed', is = true }] }";
    EXPECT_TRUE(holds(either, {{"review.signed", true}}));
    EXPECT_FALSE(holds(either, {{"statutory", false}, {"review.signed", false}}));
    EXPECT_TRUE(holds("{ not = " + either + " }", {{"statutory", false}, {"review.signed", false}}));
    std::string const both =
        "{ all = [{ fact = 'statutory', is = true }, { not = { fact = 'review.signed', is = true } }] }";
    EXPECT_TRUE(holds(both, {{"statutory", true}, {"review.signed", false}}));
    EXPECT_FALSE(holds(both, {{"statutory", true}, {"review.signed", true}}));
}

TEST(Conditions, NothingFollowsFromAnAbsentFactExceptThatItIsAbsent) {
    for (auto const* condition :
         {"{ fact = 'statutory', is = true }", "{ fact = 'statutory', is_not = true }",
          "{ not = { fact = 'statutory', is = true } }", "{ fact = 'team.size', less_than = 3 }",
          "{ fact = 'notice.filed_on', before = { fact = 'site.first_day' } }",
          "{ fact = 'statutory', present = true }",
          "{ all = [{ fact = 'statutory', is = true }, { fact = 'site.reason_code', absent = true }] }"}) {
        EXPECT_FALSE(holds(condition, {})) << condition;
        EXPECT_FALSE(holds(condition, {{"statutory", nullptr}, {"team.size", nullptr}})) << condition;
    }
    EXPECT_TRUE(holds("{ fact = 'statutory', absent = true }", {}));
    EXPECT_TRUE(holds("{ fact = 'statutory', absent = true }", {{"statutory", nullptr}}));
    EXPECT_TRUE(holds("{ fact = 'statutory', present = true }", {{"statutory", false}}));
    EXPECT_TRUE(
        holds("{ any = [{ fact = 'statutory', is = true }, { fact = 'site.reason_code', absent = true }] }", {}));
}

TEST(Conditions, AFactOfAnotherTypeIsNotKnownEither) {
    EXPECT_FALSE(holds("{ fact = 'statutory', is = true }", {{"statutory", "true"}}));
    EXPECT_FALSE(holds("{ fact = 'statutory', is_not = true }", {{"statutory", "true"}}));
    EXPECT_FALSE(holds("{ fact = 'team.size', less_than = 3 }", {{"team.size", "2"}}));
    EXPECT_FALSE(holds("{ fact = 'notice.filed_on', before = 2026-09-20 }", {{"notice.filed_on", "2026-13-01"}}));
    EXPECT_FALSE(holds("{ fact = 'notice.filed_on', before = 2026-09-20 }", {{"notice.filed_on", 1}}));
}

TEST(Conditions, AreToldInWords) {
    EXPECT_EQ(describe(compiled(
                  "{ all = [{ fact = 'site.started', is = true }, { any = [{ fact = 'site.reason_code', absent = "
                  "true }, { not = { fact = 'team.size', at_least = 2 } }] }] }")),
              "已开始现场工作 为 是 且 （没有 无定位影像的原因 或 并非（项目组人数 至少 2））");
    EXPECT_EQ(describe(compiled("{ setting = 'duty.info_update.amount', is = { fact = 'team.size' } }")),
              "参数 duty.info_update.amount 为 项目组人数");
}

TEST(Messages, FillInFactsAndSettings) {
    EXPECT_EQ(rendered("{site.first_day} 共 {team.size} 人，{statutory}，{duty.info_update.amount} 日",
                       {{"site.first_day", "2026-09-20"}, {"team.size", 3}, {"statutory", true}}),
              "2026-09-20 共 3 人，是，7 日");
    EXPECT_EQ(rendered("{statutory}{team.size}", {{"statutory", false}}), "否（未填）");
    EXPECT_EQ(rendered("", {}), "");
}

TEST(Settings, AreNamedByKindNameAndKey) {
    auto const setting = parse_setting("duty.prior_notice.rule");
    ASSERT_TRUE(setting.has_value());
    EXPECT_EQ(setting->kind, Kind::duty);
    EXPECT_EQ(setting->name, "prior_notice");
    EXPECT_EQ(setting->key, "rule");
    EXPECT_FALSE(parse_setting("rule"));
    EXPECT_FALSE(parse_setting("duty.rule"));
    EXPECT_FALSE(parse_setting("law.prior_notice.rule"));
}

}  // namespace
}  // namespace anping::rulebook
