// SPDX-License-Identifier: Apache-2.0
// Grades asked through their endpoints, on both databases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/credit/endpoints.hpp>
#include <anping/credit/projection.hpp>
#include <anping/credit/standing.hpp>
#include <anping/registry/testing.hpp>

namespace anping::credit {
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

class Grades : public ::testing::TestWithParam<db::Backend> {
protected:
    EnterGrade rated(char const* grade, std::int64_t year = 2025) const {
        return {{institution},      year,       Standing::graded,
                Text<1, 40>{grade}, {"信评所"}, field::parse_date("2026-02-01").value(),
                {"按指标评分"},     {"无"}};
    }
    std::string entered(EnterGrade const& in, access::Principal const& who) {
        auto const response = caller.post(who, "/api/v1/credit-grades", to_json(in));
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(body_of(response).at("result").at("id").as_string());
    }
    int confirm(std::string const& id, access::Principal const& who) {
        return caller.post(who, "/api/v1/credit-grades/" + id + "/confirmation", json::object()).status;
    }
    std::size_t seen(access::Principal const& who) {
        return body_of(caller.get(who, "/api/v1/credit-grades?institution=" + institution))
            .at("items")
            .as_array()
            .size();
    }
    std::optional<Rated> standing(char const* region) {
        return standing_of(*ground.pool->lease(), {institution}, {region}, field::Authority::government);
    }

    registry::testing::Ground ground{GetParam(), rows(), {}, "2026-03-02T09:00:00+08:00"};
    std::string const institution = ground.institution("91510100MA61T42C93", "天山安评");
    Service service{[] { return registry::testing::books(); }, *ground.registry};
    api::testing::Caller caller{endpoints(service, *ground.writer, *ground.pool), ground.policy, ground.clock};
    access::Principal const rater{{"A-r"}, Role::rater, "R-1", access::UnitKind::rater, {"650000"}, {}, "", true};
    access::Principal const head = of_bureau("A-h", Role::section_head, "650000");
};

INSTANTIATE_TEST_SUITE_P(Db, Grades, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Grades, HaveEffectAndArePublicOnceTheyAreConfirmed) {
    auto const id = entered(rated("unqualified"), rater);
    EXPECT_EQ(seen(rater), 1U);
    EXPECT_EQ(seen(of_institution(institution)), 1U) << "what is said of it is shown to it at once";
    EXPECT_EQ(seen(of_institution("J-9")), 0U);
    EXPECT_EQ(standing("652301"), std::nullopt);
    EXPECT_EQ(confirm(id, rater), 403);
    EXPECT_EQ(confirm(id, of_bureau("A-2", Role::section_head)), 404) << "another region's";
    EXPECT_EQ(confirm(id, head), 201);
    EXPECT_EQ(confirm(id, head), 409);
    EXPECT_EQ(seen(of_institution("J-9")), 1U);
    auto const found = standing("652301");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->grade_name, "不合格");
    EXPECT_EQ(standing("320400"), std::nullopt) << "a grade holds in the region it was given for";
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(Grades, OfSeveralInstitutionsAreReadAtOnce) {
    confirm(entered(rated("good"), rater), head);
    auto const of = [&](std::string const& list) {
        return body_of(caller.get(of_institution("J-9"), "/api/v1/credit-grades?institution=" + list))
            .at("items")
            .as_array()
            .size();
    };
    EXPECT_EQ(of("J-9," + institution + ",J-8"), 1U);
    EXPECT_EQ(of("J-9,J-8"), 0U);
    EXPECT_EQ(of(""), 1U) << "nobody is named";
}

TEST_P(Grades, EnteredByAClerkAreSeenByTheBureauTheLevelsBelowAndNobodyElseBefore) {
    entered(rated("good"), of_bureau("A-c", Role::clerk, "650000"));
    EXPECT_EQ(seen(head), 1U);
    EXPECT_EQ(seen(of_bureau("A-2")), 1U);
    EXPECT_EQ(seen(rater), 0U);
    EXPECT_EQ(seen(of_bureau("A-3", Role::clerk, "110000")), 0U);
}

TEST_P(Grades, OfALaterYearTakeThePlaceOfEarlierOnesAndWithdrawnOnesCountNoMore) {
    confirm(entered(rated("good", 2024), rater), head);
    auto const later = entered(rated("qualified", 2025), rater);
    confirm(later, head);
    EXPECT_EQ(standing("650000")->grade, "qualified");
    auto const path = "/api/v1/credit-grades/" + later + "/withdrawal";
    EXPECT_EQ(caller.post(head, path, to_json(WithdrawGrade{{"评定有误"}})).status, 201);
    EXPECT_EQ(standing("650000")->grade, "good");
}

TEST_P(Grades, AreThoseOfTheRegionsRulebook) {
    auto const refused = [&](EnterGrade const& in, access::Principal const& who) {
        return caller.post(who, "/api/v1/credit-grades", to_json(in)).status;
    };
    EXPECT_EQ(refused(rated("blue"), rater), 400);
    EXPECT_EQ(refused(rated("good", 2027), rater), 400) << "a year to come";
    auto none = rated("good");
    none.standing = Standing::refused;
    EXPECT_EQ(refused(none, rater), 400) << "who refuses has no grade";
    none.grade.reset();
    EXPECT_EQ(refused(none, rater), 201);
    EXPECT_EQ(refused(rated("good"), of_bureau("A-9", Role::clerk, "110000")), 422) << "no rating there";
    auto const choices = body_of(caller.get(rater, "/api/v1/credit-grade-choices")).at("items").as_array();
    EXPECT_EQ(choices.size(), 4U);
}

}  // namespace
}  // namespace anping::credit
