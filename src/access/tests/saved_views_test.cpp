// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/access/saved_views.hpp>

#include "house.hpp"

namespace anping::access {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SavedViewTest : public testing::SignedIn {
protected:
    SavedViews views{*house.pool, *house.writer};

    Result<void> save(char const* name, char const* filters, std::optional<Text<1, 30>> was = {}) {
        return views.save(self(), account, {ListName::projects, {name}, {filters}, std::move(was)});
    }
    std::vector<std::string> kept(AccountId const& of) {
        std::vector<std::string> out;
        for (auto const& one : views.of(of))
            out.push_back(std::string(boost::describe::enum_to_string(one.list, "")) + " " + one.name + " " +
                          one.filters);
        return out;
    }
    static std::string pointer(Result<void> const& done) { return done ? "" : done.error().fields.at(0).pointer; }
};

TEST_P(SavedViewTest, IsItsOwnersAloneAndNotInTheLedger) {
    auto const other = house.add("other");
    ASSERT_TRUE(save("昌吉", "region=652301"));
    EXPECT_THAT(kept(account), ElementsAre("projects 昌吉 region=652301"));
    EXPECT_THAT(kept(other), IsEmpty());
    EXPECT_EQ(house.ledger_text().find("652301"), std::string::npos);
}

TEST_P(SavedViewTest, IsReplacedUnderItsNameAndRenamed) {
    ASSERT_TRUE(save("一", "stage=notified"));
    ASSERT_TRUE(save("一", "stage=surveyed"));
    ASSERT_TRUE(save("二", "stage=archived"));
    EXPECT_THAT(kept(account),
                ::testing::UnorderedElementsAre("projects 一 stage=surveyed", "projects 二 stage=archived"));
    EXPECT_EQ(pointer(save("二", "", Text<1, 30>{"一"})), "/name") << "it would take another's place";
    EXPECT_EQ(pointer(save("四", "", Text<1, 30>{"三"})), "/was");
    ASSERT_TRUE(save("三", "stage=surveyed", Text<1, 30>{"一"}));
    EXPECT_THAT(kept(account),
                ::testing::UnorderedElementsAre("projects 三 stage=surveyed", "projects 二 stage=archived"));
}

TEST_P(SavedViewTest, OfTheSameNameMayBelongToAnotherList) {
    ASSERT_TRUE(save("我的", "stage=notified"));
    ASSERT_TRUE(views.save(self(), account, {ListName::notices, {"我的"}, {"unopened=1"}, {}}));
    ASSERT_TRUE(views.drop(self(), account, ListName::projects, "我的"));
    EXPECT_THAT(kept(account), ElementsAre("notices 我的 unopened=1"));
    EXPECT_TRUE(views.drop(self(), account, ListName::projects, "我的"));
}

TEST_P(SavedViewTest, IsRefusedWhenFiftyAreKept) {
    for (int i = 0; i < 50; ++i) ASSERT_TRUE(save(std::to_string(i).c_str(), "q=1"));
    EXPECT_EQ(pointer(save("五十一", "q=1")), "/name");
    EXPECT_TRUE(save("7", "q=2")) << "one that is kept may change";
}

TEST_P(SavedViewTest, IsMissedWhenSomebodyElseChangedIt) {
    ASSERT_TRUE(save("昌吉", "region=652301"));
    auto session = house.writing();
    EXPECT_TRUE(damaged_kept_rows(session).empty());
    session.exec("UPDATE access_saved_view SET filters = 'region=110000'", {});
    EXPECT_EQ(damaged_kept_rows(session), std::vector{"access_saved_view " + account.text});
}

INSTANTIATE_TEST_SUITE_P(Db, SavedViewTest, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

}  // namespace
}  // namespace anping::access
