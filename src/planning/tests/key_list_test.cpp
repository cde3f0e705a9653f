// SPDX-License-Identifier: Apache-2.0
// The list of those watched more closely, asked through its endpoints, on both databases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/planning/endpoints.hpp>
#include <anping/planning/projection.hpp>
#include <anping/registry/testing.hpp>

namespace anping::planning {
namespace {

using access::Role;
using api::testing::body_of;
using registry::testing::of_bureau;
using registry::testing::of_institution;
using ::testing::IsEmpty;

std::vector<std::unique_ptr<ledger::Projection>> rows() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(make_projection());
    return out;
}
field::Date day(char const* text) { return field::parse_date(text).value(); }

class Listings : public ::testing::TestWithParam<db::Backend> {
protected:
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1/key-list" + path, body);
    }
    std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(body_of(response).at("result").at("id").as_string());
    }
    json::array listed(access::Principal const& who) {
        return body_of(caller.get(who, "/api/v1/key-list")).at("items").as_array();
    }
    json::value view(access::Principal const& who, std::string const& id) {
        return body_of(caller.get(who, "/api/v1/key-list/" + id));
    }
    ProposeListing accident() const {
        return {{institution},
                Trigger::accident,
                day("2026-01-20"),
                {"爆燃事故调查认定评价报告漏评主要危险"},
                {{{"事故调查报告"}, {}, {"昌政函〔2026〕1号"}}}};
    }
    std::string confirmed() {
        auto const id = id_of(post(clerk, "", to_json(accident())));
        id_of(post(head, "/" + id + "/confirmation", to_json(ConfirmListing{{"调查报告属实"}, {}})));
        return id;
    }

    registry::testing::Ground ground{GetParam(), rows(), {kept_schema()}, "2026-02-06T09:00:00+08:00"};
    std::string const institution = ground.institution("91510100MA61T42C93", "天山安评");
    std::optional<RatingKnown> rating;
    std::vector<DecisionKnown> decisions;
    KeyList service{{[] { return registry::testing::books(); }, *ground.registry,
                     [this](auto&, auto const&) { return std::vector<registry::InstitutionId>{{institution}}; },
                     [this](auto&, auto const&, auto const&) { return rating; },
                     [this](auto&, auto const&, auto const&, field::Date from, field::Date to) {
                         std::vector<DecisionKnown> out;
                         for (auto const& one : decisions)
                             if (from <= one.decided_on && one.decided_on <= to) out.push_back(one);
                         return out;
                     },
                     ground.clock}};
    api::testing::Caller caller{key_list_endpoints(service, *ground.writer, *ground.pool), ground.policy, ground.clock};
    access::Principal const clerk = of_bureau("A-1");
    access::Principal const head = of_bureau("A-2", Role::section_head);
};

INSTANTIATE_TEST_SUITE_P(Db, Listings, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Listings, AreProposedOnceByWhatThePlatformSees) {
    EXPECT_EQ(post(clerk, "/looks", json::object()).status, 409) << "nothing to propose";
    rating = RatingKnown{"PJ-1", 2025, false, "unqualified", "不合格", "信评所", day("2026-02-01")};
    decisions = {{"AJ-1", day("2025-03-01"), "罚款五万元"},
                 {"AJ-2", day("2025-09-01"), "警告"},
                 {"AJ-3", day("2026-01-09"), "警告"}};
    EXPECT_EQ(body_of(post(clerk, "/looks", json::object())).at("result").at("proposed"), 2);
    EXPECT_EQ(post(clerk, "/looks", json::object()).status, 409);
    auto const rows = listed(clerk);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].at("trigger"), "rating");
    EXPECT_EQ(rows[1].at("trigger_name"), "信用评级靠后");
    EXPECT_EQ(rows[1].at("confirm_due"), "2026-02-27") << "ten working days, over the Spring Festival";
    auto const violations = view(clerk, std::string(rows[0].at("id").as_string()));
    EXPECT_EQ(violations.at("facts"), "2025 年度有 2 件生效的处理决定");
    EXPECT_EQ(violations.at("references").as_array().size(), 2U) << "of the year before only";
    EXPECT_EQ(violations.at("citation").at("clause"), "XJ-12");
    EXPECT_THAT(listed(of_institution(institution)), IsEmpty()) << "a proposal is not told";
}

TEST_P(Listings, WithAGoodRatingOrOneDecisionAreNotProposed) {
    rating = RatingKnown{"PJ-1", 2025, false, "good", "良好", "信评所", day("2026-02-01")};
    decisions = {{"AJ-1", day("2025-03-01"), "罚款五万元"}};
    EXPECT_EQ(post(clerk, "/looks", json::object()).status, 409);
    rating->refused = true;
    EXPECT_EQ(body_of(post(clerk, "/looks", json::object())).at("result").at("proposed"), 1) << "refusing is told";
}

TEST_P(Listings, AreConfirmedByAPersonToldToTheInstitutionAndEnd) {
    auto const id = id_of(post(clerk, "", to_json(accident())));
    EXPECT_EQ(post(clerk, "/" + id + "/confirmation", to_json(ConfirmListing{{"属实"}, {}})).status, 403);
    id_of(post(head, "/" + id + "/confirmation", to_json(ConfirmListing{{"调查报告属实"}, {}})));
    auto const seen = view(of_institution(institution), id);
    EXPECT_EQ(seen.at("summary").at("until"), "2027-02-06");
    EXPECT_EQ(seen.at("summary").at("in_effect"), true);
    ground.clock.set(parse_timestamp("2027-02-07T09:00:00+08:00").value());
    EXPECT_EQ(view(head, id).at("summary").at("in_effect"), false) << "the last day is over";
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(Listings, AreObjectedToByTheInstitutionAndRemovedWhereItIsRight) {
    auto const id = confirmed();
    auto const whose = of_institution(institution);
    EXPECT_EQ(post(of_institution("J-9"), "/" + id + "/objections", to_json(ObjectToListing{{"不对"}})).status, 404);
    id_of(post(whose, "/" + id + "/objections", to_json(ObjectToListing{{"报告不是本机构所作"}})));
    EXPECT_EQ(post(whose, "/" + id + "/objections", to_json(ObjectToListing{{"再说一次"}})).status, 409);
    EXPECT_EQ(view(head, id).at("objections").at(0).at("answer_due").at("due"), "2026-03-05");
    id_of(post(head, "/" + id + "/answers", to_json(AnswerObjection{true, {"经核对，是另一家机构"}})));
    EXPECT_EQ(view(whose, id).at("summary").at("stage"), "removed");
    EXPECT_EQ(post(head, "/" + id + "/removal", to_json(EndListing{{"再移一次"}})).status, 409);
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(Listings, OfOneBureauAreSeenByThoseBelowAndDecidedByItAlone) {
    auto const id = confirmed();
    EXPECT_EQ(caller.get(of_bureau("A-3", Role::clerk, "650000"), "/api/v1/key-list/" + id).status, 200);
    EXPECT_EQ(caller.get(of_bureau("A-4", Role::clerk, "652302"), "/api/v1/key-list/" + id).status, 404);
    EXPECT_EQ(
        post(of_bureau("A-5", Role::leader, "650000"), "/" + id + "/removal", to_json(EndListing{{"不该列"}})).status,
        404);
    id_of(post(head, "/" + id + "/removal", to_json(EndListing{{"已整改到位"}})));
}

TEST_P(Listings, AreRefusedWhereTheLawKnowsNoSuchListOrTheDayIsToCome) {
    EXPECT_EQ(post(of_bureau("A-6", Role::clerk, "320412"), "", to_json(accident())).status, 422);
    auto later = accident();
    later.happened_on = day("2026-02-07");
    EXPECT_EQ(post(clerk, "", to_json(later)).status, 400);
    auto unknown = accident();
    unknown.institution = {"J-unknown"};
    EXPECT_EQ(post(clerk, "", to_json(unknown)).status, 400);
    auto const id = id_of(post(clerk, "", to_json(accident())));
    EXPECT_EQ(post(head, "/" + id + "/confirmation", to_json(ConfirmListing{{"属实"}, day("2028-01-01")})).status, 400)
        << "longer than the clause says";
    id_of(post(head, "/" + id + "/declining", to_json(EndListing{{"与本机构无关"}})));
    EXPECT_EQ(post(head, "/" + id + "/confirmation", to_json(ConfirmListing{{"属实"}, {}})).status, 409);
}

}  // namespace
}  // namespace anping::planning
