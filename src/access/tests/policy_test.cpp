// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/mp11/algorithm.hpp>
#include <set>
#include <string>

#include <anping/access/policy.hpp>

#include "real_regions.hpp"

namespace anping::access {
namespace {

using testing::real_regions;

Principal official(std::string region, Role role = Role::clerk) {
    Principal who;
    who.account = {"acc-1"};
    who.role = role;
    who.unit = "bureau-" + region;
    who.unit_kind = UnitKind::bureau;
    who.region = {std::move(region)};
    return who;
}

Principal assessor(std::string unit, std::string region = "650100") {
    Principal who;
    who.account = {"acc-2"};
    who.role = Role::assessor;
    who.unit = std::move(unit);
    who.unit_kind = UnitKind::institution;
    who.region = {std::move(region)};
    return who;
}

Target project(std::string region) {
    Target what;
    what.unit = "ins-1";
    what.parties = {"ent-1", "ent-2"};
    what.region = {std::move(region)};
    return what;
}

TEST(Relation, OwnUnitOutranksEverythingElse) {
    auto what = project("650100");
    what.parties.push_back("ins-1");
    EXPECT_EQ(relation(assessor("ins-1"), what, real_regions()), Relation::own_unit);
}

TEST(Relation, PartyIsAnyOfTheOtherUnitsConcerned) {
    auto who = assessor("ent-2", "110101");
    who.role = Role::enterprise;
    EXPECT_EQ(relation(who, project("652301"), real_regions()), Relation::party);
}

TEST(Relation, FollowsTheRealTreeOfRegions) {
    auto const in = [](std::string own, std::string where) {
        return relation(official(std::move(own)), project(std::move(where)), real_regions());
    };
    EXPECT_EQ(in("652301", "652301"), Relation::same_region);   // 昌吉市
    EXPECT_EQ(in("652300", "652301"), Relation::child_region);  // 昌吉州 over 昌吉市
    EXPECT_EQ(in("650000", "652301"), Relation::child_region);  // the region over a county
    EXPECT_EQ(in("000000", "652301"), Relation::child_region);  // the nation
    EXPECT_EQ(in("652301", "652300"), Relation::parent_region);
    EXPECT_EQ(in("652301", "650000"), Relation::parent_region);
    EXPECT_EQ(in("652301", "652302"), Relation::sibling_region);  // 阜康市, the same prefecture
    EXPECT_EQ(in("652300", "650100"), Relation::sibling_region);  // two prefectures of one region
    EXPECT_EQ(in("652301", "650102"), Relation::stranger);        // a county of another prefecture
    EXPECT_EQ(in("650000", "650105"), Relation::child_region);
    EXPECT_EQ(in("650000", "110101"), Relation::stranger);        // another province's district
    EXPECT_EQ(in("110000", "650000"), Relation::sibling_region);  // two provinces
}

TEST(Relation, CityDirectlyUnderTheProvinceHasOnlyTheProvinceAboveIt) {
    auto const shihezi = project("659001");
    EXPECT_EQ(relation(official("650000"), shihezi, real_regions()), Relation::child_region);
    EXPECT_EQ(relation(official("652300"), shihezi, real_regions()), Relation::sibling_region);
    EXPECT_EQ(relation(official("659002"), shihezi, real_regions()), Relation::sibling_region);
}

TEST(Relation, OtherAuthorityHasNoRegionInCommon) {
    auto what = project("652301");
    what.authority = field::Authority::corps;
    EXPECT_EQ(relation(official("650000"), what, real_regions()), Relation::stranger);
    auto corps = official("650000");
    corps.authority = field::Authority::corps;
    EXPECT_EQ(relation(corps, what, real_regions()), Relation::child_region);
}

TEST(Relation, NearestOfSeveralRegionsCounts) {
    auto what = project("110101");
    what.also = {{"650100"}, {"652301"}};
    EXPECT_EQ(relation(official("652301"), what, real_regions()), Relation::same_region);
    EXPECT_EQ(relation(official("650000"), what, real_regions()), Relation::child_region);
    EXPECT_EQ(relation(official("440000"), what, real_regions()), Relation::stranger);
}

TEST(Relation, NobodySignedInIsNeverNearerThanThePublic) {
    Principal nobody;
    auto what = project("652301");
    EXPECT_EQ(relation(nobody, what, real_regions()), Relation::stranger);
    what.unit = "";
    what.region = {""};
    EXPECT_EQ(relation(nobody, what, real_regions()), Relation::stranger);
    what.published = true;
    EXPECT_EQ(relation(nobody, what, real_regions()), Relation::public_);
}

TEST(Relation, PublishedMattersOnlyWhereNothingIsNearer) {
    auto what = project("652301");
    what.published = true;
    EXPECT_EQ(relation(official("652301"), what, real_regions()), Relation::same_region);
    EXPECT_EQ(relation(official("110000"), what, real_regions()), Relation::public_);
}

TEST(Relation, TreeAndCodesAgreeOnWhatLiesInside) {
    // visibility compares codes, relation walks the tree: over the whole country they must not differ.
    auto const& regions = real_regions();
    std::int64_t compared = 0;
    for (auto const& inner : regions.all()) {
        std::set<std::string> above;
        for (auto const& code : regions.ancestry(inner.code)) above.insert(code.digits);
        for (auto const& outer : regions.all()) {
            if (outer.level != field::RegionLevel::province && outer.level != field::RegionLevel::prefecture) continue;
            bool const by_code = inner.code.digits.starts_with(field::subtree_prefix(outer.code));
            if (by_code != above.contains(outer.code.digits))
                ADD_FAILURE() << outer.code.digits << " and " << inner.code.digits;
            ++compared;
        }
    }
    EXPECT_GT(compared, 1'000'000);
}

TEST(Policy, DeniesWhatTheRoleMayNeverDoWithoutAskingWhoseItIs) {
    Policy const policy(real_regions());
    auto const refused = policy.decide(assessor("ins-1"), Action::notice_open, project("650100"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::forbidden);
}

TEST(Policy, HidesWhatIsNotTheAskersToKnowOf) {
    Policy const policy(real_regions());
    EXPECT_TRUE(policy.decide(assessor("ins-1"), Action::project_view, project("650100")));
    auto const hidden = policy.decide(assessor("ins-2"), Action::project_view, project("650100"));
    ASSERT_FALSE(hidden);
    EXPECT_EQ(hidden.error(), not_found());
}

TEST(Policy, AsksNobodyToSignInForWhatIsPublic) {
    Policy const policy(real_regions());
    Principal const nobody;
    for (auto const action : {Action::rulebook_view, Action::receipt_view, Action::head_view, Action::register_view,
                              Action::report_check, Action::session_open}) {
        EXPECT_TRUE(policy.open_to_all(action));
        EXPECT_TRUE(policy.may_ever(nobody, action));
    }
    auto const refused = policy.may_ever(nobody, Action::project_list);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unauthenticated);
}

TEST(Policy, NoRoleBothCreatesAndLocksAccountsOnThePlatform) {
    Policy const policy;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto role) {
        if (role.value == Role::institution_admin) return;  // of its own unit both, and of no other
        EXPECT_FALSE(policy.ever(Action::account_create, role.value) && policy.ever(Action::account_unlock, role.value))
            << role.name;
        EXPECT_FALSE(policy.ever(Action::account_create, role.value) &&
                     policy.ever(Action::account_disable, role.value))
            << role.name;
        EXPECT_FALSE(policy.ever(Action::account_create, role.value) && policy.ever(Action::account_reset, role.value))
            << role.name;
    });
    EXPECT_FALSE(policy.allows(Action::account_disable, Role::institution_admin, Relation::same_region));
}

TEST(Policy, ValuesOutsideTheTableAreRefused) {
    Policy const policy;
    EXPECT_FALSE(policy.allows(static_cast<Action>(9999), Role::clerk, Relation::own_unit));
    EXPECT_FALSE(policy.allows(Action::project_view, static_cast<Role>(99), Relation::own_unit));
    EXPECT_FALSE(policy.allows(Action::rulebook_view, Role::clerk, static_cast<Relation>(64)));
}

}  // namespace
}  // namespace anping::access
