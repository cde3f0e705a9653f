// SPDX-License-Identifier: Apache-2.0
// Prices that are low among like ones, asked through their endpoints, on both databases; and the list they lead to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/planning/endpoints.hpp>
#include <anping/planning/projection.hpp>
#include <anping/registry/testing.hpp>

#include "rules_prices.hpp"

namespace anping::planning {
namespace {

using access::Role;
using api::testing::body_of;
using registry::testing::of_bureau;
using registry::testing::of_institution;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::unique_ptr<ledger::Projection>> rows() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(make_projection());
    return out;
}

class PricesAsked : public ::testing::TestWithParam<db::Backend> {
protected:
    PricesAsked() {
        facts.id = {"P-1"};
        facts.institution = {institution};
        facts.enterprise = {"E-1"};
        facts.region = {"652301"};
        auto const* clause = registry::testing::books()->find(
            rulebook::Kind::procedure, "price_comparison", {{"652301"}, {}}, field::parse_date("2026-02-06").value());
        like.standing = {12, 0, "昌吉市", true, 10, clause->citation};
        like.own = {100'00};
        for (int i = 0; i < 12; ++i) like.others.push_back((200 + i) * 100);
        like.bound = 200'00;
    }
    ConcludePrice concluding(PriceVerdict verdict) const {
        return {verdict, {"报价不足以支付现场工时"}, {"询问机构，未能说明成本构成"}};
    }
    http::Response conclude(access::Principal const& who, PriceVerdict verdict = PriceVerdict::suspected) {
        return caller.post(who, "/api/v1/projects/P-1/price-conclusions", to_json(concluding(verdict)));
    }
    http::Response view(access::Principal const& who) { return caller.get(who, "/api/v1/projects/P-1/like-prices"); }
    http::Response look() { return caller.post(clerk, "/api/v1/key-list/looks", json::object()); }
    std::vector<api::Endpoint> doors() {
        auto out = price_endpoints(prices, *ground.writer, *ground.pool);
        for (auto& one : key_list_endpoints(list, *ground.writer, *ground.pool)) out.push_back(std::move(one));
        return out;
    }

    registry::testing::Ground ground{GetParam(), rows(), {kept_schema()}, "2026-02-06T09:00:00+08:00"};
    std::string const institution = ground.institution("91510100MA61T42C93", "天山安评");
    practice::ProjectFacts facts;
    practice::LikePrices like;
    Prices prices{
        {[this](auto&, practice::ProjectId const& id) { return id == facts.id ? std::optional(like) : std::nullopt; },
         [this](auto&, auto const&, auto const&, auto const& after, auto) {
             std::vector<practice::LowPrice> out;
             if (after.empty())
                 out.push_back(
                     {facts.id, "甲醇项目", facts.institution, {"E-1"}, {"652301"}, like.own, 12, 0, "昌吉市"});
             return out;
         },
         [this](auto&, practice::ProjectId const& id) { return id == facts.id ? std::optional(facts) : std::nullopt; },
         *ground.registry, [] { return registry::testing::books(); },
         [](auto&, std::string const& account) { return "名 " + account; }}};
    KeyList list{{[] { return registry::testing::books(); }, *ground.registry,
                  [this](auto&, auto const&) { return std::vector<registry::InstitutionId>{{institution}}; },
                  [](auto&, auto const&, auto const&) { return std::optional<RatingKnown>(); },
                  [](auto&, auto const&, auto const&, auto, auto) { return std::vector<DecisionKnown>(); },
                  ground.clock}};
    api::testing::Caller caller{doors(), ground.policy, ground.clock};
    access::Principal const clerk = of_bureau("A-1");
    access::Principal const head = of_bureau("A-2", Role::section_head);
    access::Principal const province = of_bureau("A-3", Role::leader, "650000");
};

INSTANTIATE_TEST_SUITE_P(Db, PricesAsked, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(PricesAsked, ThatAreLowAreListedForTheOfficersWhoWeighThem) {
    auto const rows = body_of(caller.get(head, "/api/v1/low-prices")).at("items").as_array();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].at("institution_name"), "天山安评");
    EXPECT_EQ(rows[0].at("price"), 100'00);
    EXPECT_FALSE(rows[0].as_object().contains("verdict"));
    EXPECT_EQ(caller.get(clerk, "/api/v1/low-prices").status, 403);
    EXPECT_EQ(caller.get(of_institution(institution), "/api/v1/low-prices").status, 403);
}

TEST_P(PricesAsked, AreShownAmongOthersOfNobodysName) {
    auto const seen = body_of(view(head));
    EXPECT_EQ(seen.at("others").as_array().size(), 12U);
    EXPECT_EQ(seen.at("bound"), 200'00);
    EXPECT_EQ(seen.at("low"), true);
    EXPECT_EQ(seen.at("yours_to_conclude"), true);
    EXPECT_EQ(seen.at("citation").at("clause"), "XJ-8.price");
    EXPECT_EQ(body_of(view(province)).at("yours_to_conclude"), false) << "the bureau of the place concludes";
    EXPECT_EQ(view(of_institution(institution)).status, 403) << "what others charge is nobody else's";
    EXPECT_EQ(view(of_bureau("A-4", Role::section_head, "652302")).status, 404);
}

TEST_P(PricesAsked, AreConcludedByTheBureauOfThePlaceWithReasonAndWhatWasAsked) {
    EXPECT_EQ(conclude(clerk).status, 403);
    EXPECT_EQ(conclude(province).status, 404);
    EXPECT_EQ(conclude(head, PriceVerdict::undecided).status, 201);
    EXPECT_EQ(conclude(head).status, 201);
    auto const seen = body_of(view(head));
    ASSERT_EQ(seen.at("conclusions").as_array().size(), 2U);
    auto const& last = seen.at("conclusions").at(0);
    EXPECT_EQ(last.at("conclusion").at("verdict"), "suspected");
    EXPECT_EQ(last.at("conclusion").at("asked"), "询问机构，未能说明成本构成");
    EXPECT_EQ(last.at("by"), "名 A-2");
    EXPECT_EQ(last.at("samples"), 12);
    EXPECT_EQ(body_of(caller.get(head, "/api/v1/low-prices")).at("items").at(0).at("verdict"), "suspected");
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(PricesAsked, AreNotConcludedWithTooFewLikeThemOrWhenTheyAreNotLow) {
    like.standing.low = false;
    like.standing.percentile = 40;
    auto const refused = conclude(head);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(body_of(refused).at("clauses").at(0), "XJ/XJ-8.price") << "every refusal names the rule";
    like.standing.low = true;
    EXPECT_EQ(conclude(head).status, 201);
    like.standing.low = false;
    EXPECT_EQ(conclude(head, PriceVerdict::explained).status, 201) << "what was concluded can be put right";
    like.standing.percentile.reset();
    EXPECT_EQ(conclude(head).status, 422) << "too few like it";
    EXPECT_EQ(body_of(view(head)).at("yours_to_conclude"), false);
    like.standing.citation.reset();
    EXPECT_EQ(conclude(head).status, 422);
}

TEST_P(PricesAsked, ThatAreSuspectedAreProposedForTheKeyListOnceAndAPersonConfirms) {
    EXPECT_EQ(look().status, 409) << "nothing was concluded";
    EXPECT_EQ(conclude(head, PriceVerdict::explained).status, 201);
    EXPECT_EQ(look().status, 409) << "there is a reason for it";
    EXPECT_EQ(conclude(head).status, 201);
    EXPECT_EQ(body_of(look()).at("result").at("proposed"), 1);
    EXPECT_EQ(look().status, 409) << "proposed once";
    auto const rows = body_of(caller.get(clerk, "/api/v1/key-list")).at("items").as_array();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].at("trigger"), "price");
    EXPECT_EQ(rows[0].at("stage"), "proposed");
    auto const listing = std::string(rows[0].at("id").as_string());
    auto const seen = body_of(caller.get(head, "/api/v1/key-list/" + listing));
    EXPECT_EQ(seen.at("citation").at("clause"), "XJ-12");
    EXPECT_EQ(seen.at("facts"),
              "项目 P-1 的合同价款在昌吉市 12 个同类项目中只高于 0%，经核查涉嫌低价竞争：报价不足以支付现场工时");
    auto const concluded = body_of(view(head)).at("conclusions").at(0);
    EXPECT_EQ(seen.at("references").at(0).at("id"), concluded.at("id"));
    EXPECT_EQ(concluded.at("listing"), json::string(listing));
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(PricesAsked, ThatWereExplainedAfterwardsAreNotProposed) {
    EXPECT_EQ(conclude(head).status, 201);
    EXPECT_EQ(conclude(head, PriceVerdict::explained).status, 201);
    EXPECT_EQ(look().status, 409);
}

TEST(LikePrices, AreTakenEvenlyWhereThereAreMany) {
    auto const fen = [](std::vector<std::int64_t> const& all, std::size_t most) {
        std::vector<std::int64_t> out;
        for (auto const one : spread(all, most)) out.push_back(one.fen);
        return out;
    };
    EXPECT_THAT(fen({1, 2, 3}, 5), ElementsAre(1, 2, 3));
    EXPECT_THAT(fen({1, 2, 3, 4, 5, 6, 7}, 3), ElementsAre(1, 4, 7));
    EXPECT_THAT(fen({}, 3), IsEmpty());
}

}  // namespace
}  // namespace anping::planning
