// SPDX-License-Identifier: Apache-2.0
#include "house.hpp"

namespace anping::registry {
namespace {

AddOfficer an_officer(std::string name = "周执法", std::string certificate = "XJ-652301-001") {
    return {{std::move(name)}, {{std::move(certificate)}, day("2027-06-30"), {}, {}}};
}

class Officers : public Registry {
protected:
    std::string add(AddOfficer const& in = an_officer()) {
        return id_of(post(county, "/api/v1/officers", to_json(in)));
    }
    auto on(char const* date) {
        auto lease = pool.lease();
        return service.officers_of(*lease, BureauId{county.unit}, day(date)).front();
    }
    http::Response change(access::Principal const& who, std::string const& id, ChangeOfficer const& in) {
        return post(who, "/api/v1/officers/" + id + "/changes", to_json(in));
    }
};
INSTANTIATE_TEST_SUITE_P(Db, Officers, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Officers, AreListedByTheirBureauAlone) {
    auto const id = add();
    EXPECT_THAT(names(county, "/api/v1/officers"), ElementsAre("周执法"));
    EXPECT_THAT(names(province, "/api/v1/officers"), ::testing::IsEmpty()) << "each bureau's own";
    EXPECT_EQ(caller.get(province, "/api/v1/officers/" + id).status, 404);
    EXPECT_EQ(caller.get(county, "/api/v1/officers/" + id).status, 200);
    EXPECT_EQ(caller.get(admin_of("J-1"), "/api/v1/officers").status, 403);
    EXPECT_EQ(change(province, id, {an_officer().facts, {"换证"}}).status, 404);
}

TEST_P(Officers, MayEnforceUntilTheLastDayOfTheirCertificateAndWhileTheyAreThere) {
    auto const id = add();
    EXPECT_TRUE(on("2027-06-30").valid);
    EXPECT_FALSE(on("2027-07-01").valid);
    auto left = an_officer().facts;
    left.left_on = day("2026-12-01");
    EXPECT_EQ(change(county, id, {left, {"调离"}}).status, 201);
    EXPECT_TRUE(on("2026-11-30").valid);
    EXPECT_FALSE(on("2026-12-01").current);
    EXPECT_EQ(
        api::testing::body_of(caller.get(county, "/api/v1/officers/" + id + "/history")).at("items").as_array().size(),
        2U);
}

TEST_P(Officers, HoldACertificateOnceAndAnAccountOfTheirOwnBureau) {
    add();
    EXPECT_EQ(post(county, "/api/v1/officers", to_json(an_officer("郑执法"))).status, 400);
    auto foreign = an_officer("郑执法", "XJ-652301-002");
    foreign.facts.account = access::AccountId{"A-nobody"};
    EXPECT_EQ(post(county, "/api/v1/officers", to_json(foreign)).status, 400);
    auto bound = an_officer("郑执法", "XJ-652301-003");
    bound.facts.interests.emplace(21, Text<1, 100>{"机构"});
    EXPECT_EQ(post(county, "/api/v1/officers", to_json(bound)).status, 400);
    bound.facts.interests = {{{"天山安评"}}};
    EXPECT_EQ(post(county, "/api/v1/officers", to_json(bound)).status, 201);
}

}  // namespace
}  // namespace anping::registry
