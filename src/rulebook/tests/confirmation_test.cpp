// SPDX-License-Identifier: Apache-2.0
// What a legal officer's word changes, and books looked at before they are put in place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "shelf.hpp"

namespace anping::rulebook::testing {
namespace {

Place const kUrban{{"652301"}, field::Authority::government};
Place const kElsewhere{{"320000"}, field::Authority::government};
auto const kAct = field::Date::of(2026, 9, 28).value();

TEST(Confirmations, HoldInTheirRegionAndBelowOnly) {
    TestShelf shelf;
    shelf.nation(replaced(kWatch, "\"seen\"", "\"recalled\""));
    auto const law = *load(shelf.path(), {{"T-2", {"652300"}}}).law;
    json::object const facts{{"site.started", true}, {"notice.filed", false}, {"site.first_day", "2026-09-27"}};
    EXPECT_EQ(law.watch("project", kUrban, kAct, facts)[0].severity, "finding");
    EXPECT_EQ(law.watch("project", kElsewhere, kAct, facts)[0].severity, "remind");
    EXPECT_EQ(law.watch("project", {{"659001"}}, kAct, facts)[0].severity, "remind") << "beside it";
    EXPECT_TRUE(law.at(kUrban).by_id("T-2")->citation.binding);
    EXPECT_FALSE(law.at(kElsewhere).by_id("T-2")->citation.binding);
    EXPECT_NE(law.digest(), shelf.law().digest());
    EXPECT_EQ(law.digest(), law.at(kUrban).digest()) << "one name for all of it";
}

TEST(Confirmations, AreOfATextAndEndWithIt) {
    TestShelf shelf;
    auto const recalled = replaced(kDuty, "\"seen\"", "\"recalled\"");
    shelf.nation(recalled);
    auto const content = shelf.law().by_id("T-1")->content;
    std::vector<Confirmation> const confirmed{{"T-1", {"000000"}, content}};
    EXPECT_TRUE(load(shelf.path(), confirmed).law->by_id("T-1")->citation.binding);
    shelf.nation(recalled + "# a comment is no part of the text\n");
    EXPECT_TRUE(load(shelf.path(), confirmed).law->by_id("T-1")->citation.binding);
    shelf.nation(replaced(recalled, "amount = 3", "amount = 4"));
    auto const changed = load(shelf.path(), confirmed);
    EXPECT_FALSE(changed.law->by_id("T-1")->citation.binding);
    ASSERT_EQ(changed.diagnostics.size(), 1U);
    EXPECT_THAT(changed.diagnostics[0].message, ::testing::HasSubstr("已改动"));
}

TEST(Confirmations, OfAWholeEndWhenAPartSaysSomethingElse) {
    TestShelf shelf;
    auto const whole = replaced(replaced(kDuty, "\"seen\"", "\"recalled\""), "name = \"info_update\"\n", "");
    auto const part = R"([[clause]]
id = "T-1.a"
part_of = "T-1"
kind = "duty"
name = "info_update"
[clause.duty]
from = "institution.changed_on"
direction = "after"
amount = 5
unit = "day"
)";
    shelf.nation(whole + part);
    std::vector<Confirmation> const confirmed{{"T-1", {"000000"}, shelf.law().by_id("T-1")->content}};
    EXPECT_TRUE(load(shelf.path(), confirmed).law->by_id("T-1.a")->citation.binding);
    shelf.nation(whole + replaced(part, "amount = 5", "amount = 6"));
    EXPECT_FALSE(load(shelf.path(), confirmed).law->by_id("T-1.a")->citation.binding);
}

TEST(Drafts, AreReadInsteadOfFilesAndBesideThem) {
    TestShelf shelf;
    shelf.nation(kDuty);
    auto const changed = load(shelf.path(), {}, {{"T/clauses.toml", replaced(kDuty, "amount = 3", "amount = 9")}});
    json::object const facts{{"institution.changed_on", "2026-09-21"}};
    auto const due = [&](Law const& law) { return law.deadline("info_update", kUrban, kAct, facts).value()->due; };
    EXPECT_NE(due(*changed.law), due(shelf.law()));
    EXPECT_NE(load(shelf.path(), {}, {{"T/more.toml", kWatch}}).law->by_id("T-2"), nullptr);
    auto const broken = load(shelf.path(), {}, {{"T/clauses.toml", "= 1"}});
    EXPECT_FALSE(broken.law);
    EXPECT_EQ(broken.diagnostics[0].file, "T/clauses.toml");
    for (auto const* stray : {"Z/clauses.toml", "../T/clauses.toml", "T/clauses.txt", "clauses.toml"})
        EXPECT_FALSE(load(shelf.path(), {}, {{stray, kDuty}}).law) << stray;
}

}  // namespace
}  // namespace anping::rulebook::testing
