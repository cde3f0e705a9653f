// SPDX-License-Identifier: Apache-2.0
#include <anping/api/testing.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/practice/prices.hpp>

#include "story.hpp"

namespace anping::practice {
namespace {

using ::testing::Contains;
using ::testing::Not;

class Teams : public Story {
protected:
    Answer formed(ProjectId const& id, FormTeam in) {
        return house.done(house.leader(), house.service.form_team(id, std::move(in)));
    }
    api::testing::Caller caller{endpoints(house.rooms), house.policy, house.clock};
};
INSTANTIATE_TEST_SUITE_P(Db, Teams, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Teams, AreShownWithNamesExpertsAndWhatTheirSpecialtiesLack) {
    auto const id = opened();
    auto in = house.team();
    in.experts.resize(1);
    in.supports = {{{"新疆测绘院"}, {"总平面测绘"}}};
    formed(id, in);
    EXPECT_THAT(standing(id), Contains("team_staffing_short"));
    auto const shown = view(id).team.value();
    EXPECT_EQ(shown.leader_name, "王组长");
    EXPECT_EQ(shown.members.at(1).name, "孙评价");
    EXPECT_EQ(shown.experts.at(0).name.value, "钱专家");
    EXPECT_EQ(shown.supports.at(0).name.value, "新疆测绘院");
    EXPECT_EQ(shown.staffing->posts.size(), 4U);
    auto const at_signing = house.service.staffing(*house.pool.lease(), id);
    ASSERT_EQ(at_signing.size(), 1U);
    EXPECT_EQ(at_signing.front().posts.size(), 9U);
    EXPECT_EQ(at_signing.front().posts.at(1).name, "王组长");
    in.experts = house.team().experts;
    in.reason = Text<1, 500>{"聘请专家"};
    formed(id, in);
    EXPECT_THAT(standing(id), Not(Contains("team_staffing_short")));
    auto lease = house.pool.lease();
    EXPECT_EQ(ledger::find_entry(*lease, shown.entry)->body.find("钱专家"), std::string::npos);
}

TEST_P(Teams, ChangeWithAReasonAndTheProjectsLeaderWithThem) {
    auto const id = opened();
    formed(id, house.team());
    auto in = house.team();
    in.leader = house.people[1];
    in.members = {{house.people[2], {"survey"}}};
    EXPECT_EQ(key(house.act(house.leader(), house.service.form_team(id, in))), "input.invalid");
    in.reason = Text<1, 500>{"原组长离职"};
    formed(id, in);
    EXPECT_EQ(view(id).leader_name, "赵评价");
    EXPECT_EQ(view(id).team->edition, 2);
    EXPECT_EQ(view(id).team->reason, "原组长离职");
    EXPECT_TRUE(ledger::verify_state(house.database.address(), house.projections, {ledger::Personal::schema()})
                    .findings.empty());
}

TEST_P(Teams, AreOfTheInstitutionAndPricesForTheOfficersWhoWeighThem) {
    auto const id = opened();
    auto const path = "/api/v1/projects/" + id.text;
    EXPECT_EQ(caller.post(house.county(), path + "/team", to_json(house.team())).status, 403);
    EXPECT_EQ(caller.post(house.leader(), path + "/team", to_json(house.team())).status, 201);
    auto const head = house.of_bureau(access::Role::section_head, "652301", "A-head");
    EXPECT_EQ(caller.get(house.county(), path + "/price").status, 403);
    EXPECT_EQ(caller.get(house.leader(), path + "/price").status, 403);
    EXPECT_EQ(caller.get(head, path + "/price").status, 200);
    EXPECT_EQ(caller.get(house.of_bureau(access::Role::section_head, "652302", "A-other"), path + "/price").status,
              404);
}

TEST_P(Teams, LowPricesAreListedWithTheirPlaceAndLikeOnesHaveNoNames) {
    auto const priced = [&](std::int64_t price, char const* region) {
        auto in = house.contract();
        in.contract.price = {price};
        in.region = {region};
        return opened(std::move(in));
    };
    auto const today = field::beijing_date(house.clock.now());
    auto const low = [&](char const* region, std::string const& after = {}) {
        auto const who = house.of_bureau(access::Role::section_head, region, "A-head");
        return low_prices(*house.pool.lease(), *house.law, today, {who.region, who.authority},
                          house.policy.visibility(who, access::Action::price_view), after, 10);
    };
    auto const cheap = priced(100, "652301");
    for (int i = 0; i < 9; ++i) priced(1000 + i, i % 2 == 0 ? "652301" : "652302");
    EXPECT_TRUE(low("652301").empty()) << "one too few";
    priced(1009, "652302");
    auto const found = low("652301");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().project, cheap);
    EXPECT_EQ(found.front().samples, 10);
    EXPECT_EQ(found.front().percentile, 0);
    EXPECT_EQ(found.front().area, "新疆维吾尔自治区昌吉回族自治州");
    EXPECT_TRUE(low("652302").empty()) << "another county's";
    EXPECT_EQ(low("650000").size(), 1U);
    EXPECT_TRUE(low("650000", found.front().project.text).empty());
    auto const like = like_prices(*house.pool.lease(), *house.law, today, cheap).value();
    EXPECT_EQ(like.own.fen, 100);
    EXPECT_EQ(like.others.size(), 10U);
    EXPECT_EQ(like.bound, 1000);
}

TEST_P(Teams, APriceIsComparedOnceThereAreEnoughLikeProjects) {
    auto const priced = [&](std::int64_t price, char const* region) {
        auto in = house.contract();
        in.contract.price = {price};
        in.region = {region};
        return opened(std::move(in));
    };
    auto const cheap = priced(100, "652301");
    auto const comparison = [&](ProjectId const& id) {
        auto lease = house.pool.lease();
        return house.service.price(*lease, id).value();
    };
    for (int i = 1; i < 10; ++i) priced(1000 + i, i % 2 == 0 ? "652301" : "652302");
    EXPECT_EQ(comparison(cheap).samples, 9);
    EXPECT_FALSE(comparison(cheap).percentile);
    auto const dear = priced(5000, "652301");
    EXPECT_EQ(comparison(cheap).percentile, 0);
    EXPECT_TRUE(comparison(cheap).low);
    EXPECT_EQ(comparison(cheap).area, "新疆维吾尔自治区昌吉回族自治州");
    EXPECT_EQ(comparison(cheap).citation->clause, "XJ-8.price");
    EXPECT_EQ(comparison(dear).percentile, 100);
    EXPECT_FALSE(comparison(dear).low);
}

}  // namespace
}  // namespace anping::practice
