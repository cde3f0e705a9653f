// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/registry/testing.hpp>

#include "rules_draw_strata.hpp"
#include "rules_draws.hpp"

namespace anping::planning {
namespace {

field::Date const kToday = field::parse_date("2026-11-29").value();
access::Principal const kPlanner = registry::testing::of_bureau("A-1");

Grounds grounds() {
    Grounds out{{"SJ-1"}, kPlanner, kToday, {}, draw::announcement(std::string(64, '9'))};
    char const* const of[] = {"优", "优", "优", "良", "良", "未评级"};
    for (int i = 0; i < 6; ++i) {
        auto const number = std::to_string(i + 1);
        out.listed.push_back({{"J-" + number}, number + " 号安评"});
        out.listed.back().stratum = of[i];
    }
    return out;
}

// Of three strata with three, two and one.
PlanDraw split(std::vector<StratumWanted> strata, std::int64_t take, std::int64_t reserve = 0) {
    PlanDraw out{{"四季度抽查"}, {"年度检查计划"}, {}, {}, {}, {}, {}, take, reserve, {}, 2, {}, 0, {}, {}};
    out.split = Split{SplitBy::grade, std::move(strata), {}, {}, {}};
    return out;
}
std::string refused(PlanDraw const& in) {
    auto const result = plan(in, grounds());
    if (result) return {};
    auto const& fields = result.error().fields;
    return fields.empty() ? result.error().key : fields.front().pointer + " " + fields.front().rule;
}
DrawPlanned planned(PlanDraw const& in) {
    return from_trusted_json<DrawPlanned>(plan(in, grounds()).value().front().data);
}

TEST(SplitList, IsFrozenWithEachCandidateInTheStratumOfItsFact) {
    auto const event = planned(split({{{"未评级"}, 1, 0}, {{"优"}, 2, 1}, {{"良"}, 0, 1}}, 3, 2));
    ASSERT_EQ(event.plan.strata.size(), 3U);
    EXPECT_EQ(event.plan.strata[0].id.value, "优") << "in the order of their names";
    EXPECT_EQ(event.plan.strata[0].take, 2);
    EXPECT_EQ(event.plan.candidates[3].stratum.value, "良");
    EXPECT_EQ(event.split->by, SplitBy::grade);
    EXPECT_EQ(event.plan_digest, crypto::to_hex(draw::digest(event.plan)));
}

TEST(SplitList, ThatIsNotAskedForIsOneStratum) {
    auto in = split({}, 2);
    in.split.reset();
    auto const event = planned(in);
    ASSERT_EQ(event.plan.strata.size(), 1U);
    EXPECT_EQ(event.plan.candidates.front().stratum.value, event.plan.strata.front().id.value);
    EXPECT_FALSE(event.split);
}

TEST(SplitList, IsRefusedAtTheStratumThatIsEmptyTooSmallTwiceOrForgotten) {
    StratumWanted const good{{"优"}, 1, 0}, fair{{"良"}, 1, 0}, none{{"未评级"}, 1, 0};
    EXPECT_EQ(refused(split({good, fair, none}, 3)), "");
    EXPECT_EQ(refused(split({good, fair}, 2)), "/split/strata missing");
    EXPECT_EQ(refused(split({good, fair, none, {{"差"}, 0, 0}}, 3)), "/split/strata/3/stratum empty");
    EXPECT_EQ(refused(split({good, {{"良"}, 3, 0}, none}, 5)), "/split/strata/1/take few");
    EXPECT_EQ(refused(split({good, {{"良"}, 1, 2}, none}, 3, 2)), "/split/strata/1/reserve few");
    EXPECT_EQ(refused(split({good, fair, none, good}, 4)), "/split/strata/3/stratum twice");
    EXPECT_EQ(refused(split({{{"优"}, -1, 0}, fair, none}, 1)), "/split/strata/0/take range");
    EXPECT_EQ(refused(split({{{"优"}, 1, -1}, fair, none}, 3)), "/split/strata/0/reserve range");
    EXPECT_EQ(refused(split({{{"优"}, INT64_MAX, 0}, fair, none}, 3)), "/split/strata/0/take range");
    EXPECT_EQ(refused(split({good, fair, none}, 4)), "/take sum");
    EXPECT_EQ(refused(split({good, fair, none}, 3, 1)), "/reserve sum");
    EXPECT_EQ(refused(split({{{"优"}, 0, 0}, {{"良"}, 0, 0}, {{"未评级"}, 0, 0}}, 0)), "/take range");
}

TEST(SplitList, HasNoStratumOfThoseWhoAreLeftOut) {
    auto in = split({{{"优"}, 1, 0}, {{"良"}, 1, 0}, {{"未评级"}, 1, 0}}, 3);
    in.left_out = {{{"J-6"}, {"资质已注销"}}};
    EXPECT_EQ(refused(in), "/split/strata/2/stratum empty");
    in.split->strata.pop_back();
    in.take = 2;
    EXPECT_EQ(refused(in), "");
}

TEST(SplitList, ByAColumnNeedsTheColumnAndNamesOnlyWhoIsListed) {
    auto in = split({{{"优"}, 1, 0}, {{"良"}, 1, 0}, {{"未评级"}, 1, 0}}, 3);
    in.split->by = SplitBy::sheet;
    EXPECT_EQ(refused(in), "/split/placed required");
    in.split->placed = {{{"J-1"}, {"优"}}};
    EXPECT_EQ(refused(in), "/split/placed required") << "of which column";
    in.split->column = Text<1, 100>{"类别"};
    EXPECT_EQ(refused(in), "");
    EXPECT_EQ(planned(in).split->column->value, "类别");
    in.split->placed.push_back({{"J-9"}, {"优"}});
    EXPECT_EQ(refused(in), "/split/placed/1/institution listed");
    in.split->placed[1] = in.split->placed[0];
    EXPECT_EQ(refused(in), "/split/placed/1/institution twice");
    in.split->by = SplitBy::grade;
    in.split->placed.pop_back();
    EXPECT_EQ(refused(in), "/split/placed sheet");
}

TEST(Proposed, AreAtLeastOneOfEachAndTheRestInProportionWithTheExactShareBeside) {
    auto const found = proposed({{"优", 50}, {"良", 33}, {"差", 2}}, 10, 3);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].stratum, "优");
    EXPECT_EQ(found[0].share, "5.88");
    EXPECT_EQ(found[0].take, 5) << "5.42 of what is left";
    EXPECT_EQ(found[1].share, "0.23");
    EXPECT_EQ(found[1].take, 1);
    EXPECT_EQ(found[2].take, 4);
    EXPECT_EQ(found[0].reserve + found[1].reserve + found[2].reserve, 3);
    EXPECT_TRUE(proposed({}, 3, 1).empty());
}

TEST(Strata, AreOfGradesAsTheRaterGaveThem) {
    EXPECT_EQ(by_grade(std::nullopt), "未评级");
    EXPECT_EQ(by_grade(RatingKnown{"PJ-1", 2025, true, "", "", "信评所", kToday}), "不参加评级");
    EXPECT_EQ(by_grade(RatingKnown{"PJ-1", 2025, false, "good", "良好", "信评所", kToday}), "良好");
}

TEST(Strata, OfHomesAreCountiesOfOnesOwnPlaceAndPrefecturesElsewhere) {
    auto const law = registry::testing::books();
    auto const& regions = law->regions();
    EXPECT_EQ(by_home(regions, {"650000"}, {"652301"}), "昌吉回族自治州");
    EXPECT_EQ(by_home(regions, {"650000"}, {"659001"}), "石河子市") << "directly under the region";
    EXPECT_EQ(by_home(regions, {"652300"}, {"652302"}), "阜康市");
    EXPECT_EQ(by_home(regions, {"652300"}, {"650106"}), "乌鲁木齐市");
    EXPECT_EQ(by_home(regions, {"652300"}, {"320412"}), "江苏省常州市");
    EXPECT_EQ(by_home(regions, {"652301"}, {"110101"}), "北京市东城区");
    EXPECT_EQ(by_home(regions, {"652301"}, {"999999"}), "地区不详");
}

vault::Table table_of(std::vector<std::vector<std::string>> const& rows) {
    vault::Table out;
    for (auto const& texts : rows) {
        auto& row = out.rows.emplace_back();
        row.number = static_cast<std::int64_t>(out.rows.size());
        for (auto const& text : texts) row.cells.push_back({text, false});
    }
    return out;
}

TEST(Strata, OfAWorkbookAreReadByCodeAndElseByNameAndWhoIsNotListedIsTold) {
    auto const table = table_of({{"机构名称", "统一社会信用代码", "类别"},
                                 {"改过名的", "91510100MA61T42C93", "矿山"},
                                 {"天池安评", "", "化工"},
                                 {"天池安评", "", "矿山"},
                                 {"北疆安评", "", ""},
                                 {"别处安评", "", "化工"}});
    auto const taken = documents::take_in(placing_fields(Text<1, 100>{"类别"}), table);
    ASSERT_TRUE(taken);
    auto const read = read_placed(
        *taken, {{{"J-1"}, "天山安评", "91510100MA61T42C93"}, {{"J-2"}, "天池安评", ""}, {{"J-3"}, "北疆安评", ""}});
    ASSERT_EQ(read.placed.size(), 2U);
    EXPECT_EQ(read.placed[0].institution.text, "J-1");
    EXPECT_EQ(read.placed[1].stratum.value, "化工");
    EXPECT_EQ(read.problems, (std::vector<std::string>{"天池安评 写了两次，照第一次", "1 行不在名单上，没有读入"}));
    EXPECT_FALSE(documents::take_in(placing_fields(Text<1, 100>{"没有的列"}), table));
}

}  // namespace
}  // namespace anping::planning
