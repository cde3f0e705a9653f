// SPDX-License-Identifier: Apache-2.0
// Safety hosting: what a year asks for, and whom it is shown to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/api/testing.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/practice/testing.hpp>

#include "../rules_hosting.hpp"

namespace anping::practice {
namespace {

using access::Role;
using testing::at;
using testing::day;
using ::testing::IsEmpty;

rulebook::Clause const& clause() {
    static auto const law = testing::books(ANPING_SOURCE_DIR "/rulebooks");
    return *law->find(rulebook::Kind::procedure, "hosting_visits", {{"320412"}}, day("2026-03-02"));
}

TEST(HostingVisits, AreAskedForByTheKindOfEnterprise) {
    EXPECT_EQ(visits_asked(&clause(), HostedKind::key), 2);
    EXPECT_EQ(visits_asked(&clause(), HostedKind::ordinary), 1);
    EXPECT_EQ(visits_asked(nullptr, HostedKind::key), std::nullopt);
}

TEST(HostingVisits, ThatLackAreRemindedOfBeforeTheYearOrTheContractEnds) {
    HostingSummary row;
    row.from = day("2026-01-15");
    row.until = day("2027-01-14");
    row.required = 2;
    row.visits = 1;
    EXPECT_FALSE(lacking(row, &clause(), day("2026-10-31"))) << "61 days before";
    auto const lacks = lacking(row, &clause(), day("2026-11-01"));
    ASSERT_TRUE(lacks);
    EXPECT_EQ(lacks->missing, 1);
    EXPECT_EQ(lacks->by, day("2026-12-31"));
    row.until = day("2026-06-30");
    EXPECT_EQ(lacking(row, &clause(), day("2026-06-01"))->by, day("2026-06-30"));
    EXPECT_FALSE(lacking(row, &clause(), day("2026-07-01"))) << "over";
    EXPECT_FALSE(lacking(row, nullptr, day("2026-06-01"))) << "no clause of the place asks";
    row.met = true;
    EXPECT_FALSE(lacking(row, &clause(), day("2026-06-01")));
    row.met = false;
    row.ended_on = day("2026-05-01");
    EXPECT_FALSE(lacking(row, &clause(), day("2026-06-01"))) << "ended before";
}

class Hosted : public ::testing::TestWithParam<db::Backend> {
protected:
    http::Response post(access::Principal const& who, std::string const& path, json::object const& body) {
        return caller.post(who, "/api/v1" + path, body);
    }
    json::value get(access::Principal const& who, std::string const& path) {
        auto const response = caller.get(who, "/api/v1" + path);
        EXPECT_EQ(response.status, 200) << response.body;
        return api::testing::body_of(response);
    }
    std::string declared(char const* kind = "key", char const* from = "2026-01-01", char const* until = "2026-12-31") {
        auto const response =
            post(leader, "/hostings", {{"enterprise", wujin.text}, {"kind", kind}, {"from", from}, {"until", until}});
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(api::testing::body_of(response).at("result").at("id").as_string());
    }
    json::object visit(char const* on, char const* delivered) {
        auto const upload = house.upload(leader, "专家检查记录.pdf", std::string("%PDF ") + on);
        return {{"expert", expert}, {"on", on}, {"upload", upload.text}, {"delivered_on", delivered}};
    }

    testing::House house{GetParam(), testing::books(ANPING_SOURCE_DIR "/rulebooks")};
    access::Principal leader = house.leader();
    access::Principal district = house.of_bureau(Role::clerk, "320412", "A-district");
    registry::EnterpriseId wujin = house.add_enterprise("91320412MA776F4Q8L", "武进铸造", "320412");
    api::testing::Caller caller{endpoints(house.rooms), house.policy, house.clock};
    std::string expert = [this] {
        registry::ListExpert in;
        in.name = {"钱专家"};
        in.facts.title = {"教授"};
        in.facts.fields = {{"铸造"}};
        in.facts.employer = {"江苏大学"};
        in.facts.listed_on = day("2026-01-01");
        auto const written = house.act(district, house.registry.list_expert(district, std::move(in)));
        return std::string(written.value().answer.at("id").as_string());
    }();
};
INSTANTIATE_TEST_SUITE_P(Db, Hosted, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Hosted, EnterprisesAreDeclaredOnceForATime) {
    declared();
    json::object in{{"enterprise", wujin.text}, {"kind", "ordinary"}, {"from", "2026-12-31"}, {"until", "2027-06-30"}};
    EXPECT_EQ(post(leader, "/hostings", in).status, 409) << "overlaps";
    in["from"] = "2027-01-01";
    EXPECT_EQ(post(leader, "/hostings", in).status, 201);
    in["until"] = "2026-01-01";
    EXPECT_EQ(post(leader, "/hostings", in).status, 400) << "ends before it begins";
    in["enterprise"] = "Q-404";
    EXPECT_EQ(post(leader, "/hostings", in).status, 400);
    EXPECT_EQ(post(district, "/hostings", in).status, 403) << "the institution declares";
}

TEST_P(Hosted, VisitsAreCountedWithTheirSignedRecord) {
    auto const id = declared();
    auto const path = "/hostings/" + id;
    EXPECT_EQ(post(leader, path + "/visits", visit("2026-03-03", "2026-03-03")).status, 400) << "not yet";
    EXPECT_EQ(post(leader, path + "/visits", visit("2025-12-31", "2026-03-01")).status, 400) << "not hosted then";
    EXPECT_EQ(post(leader, path + "/visits", visit("2026-03-02", "2026-03-01")).status, 400) << "delivered before";
    auto unknown = visit("2026-03-01", "2026-03-02");
    unknown["expert"] = "X-404";
    EXPECT_EQ(post(leader, path + "/visits", unknown).status, 400) << "not of a pool";
    EXPECT_EQ(post(leader, path + "/visits", visit("2026-03-01", "2026-03-02")).status, 201);
    auto view = get(leader, path);
    EXPECT_EQ(view.at("summary").at("required"), 2);
    EXPECT_EQ(view.at("summary").at("visits"), 1);
    EXPECT_EQ(view.at("summary").at("met"), false);
    EXPECT_EQ(view.at("citation").at("clause"), "WJ-6");
    EXPECT_EQ(view.at("visits").at(0).at("expert_name"), json::string("名 " + expert));
    auto const sm3 = std::string(view.at("visits").at(0).at("record").at("blob").at("sm3").as_string());
    EXPECT_EQ(caller.get(leader, "/api/v1" + path + "/files/" + sm3).status, 200);
    EXPECT_EQ(caller.get(district, "/api/v1" + path + "/files/" + sm3).status, 403);
    EXPECT_EQ(post(leader, path + "/visits", visit("2026-02-01", "2026-03-02")).status, 201);
    EXPECT_EQ(get(leader, "/hostings").at("items").at(0).at("met"), true);
    EXPECT_TRUE(ledger::verify_state(house.database.address(), house.projections,
                                     {ledger::Personal::schema(), access::kept_schema()})
                    .findings.empty());
}

TEST_P(Hosted, EnterprisesAreShownToThePartiesAndInNumbersToTheDistrict) {
    auto const id = declared();
    auto who = house.the_enterprise();
    EXPECT_THAT(get(who, "/hostings").at("items").as_array(), IsEmpty());
    EXPECT_EQ(caller.get(who, "/api/v1/hostings/" + id).status, 404) << "another enterprise";
    who.unit = wujin.text;
    EXPECT_EQ(get(who, "/hostings").at("items").as_array().size(), 1U);
    auto const coverage = get(district, "/hosting-coverage");
    EXPECT_EQ(coverage.at("citation").at("clause"), "WJ-6");
    ASSERT_EQ(coverage.at("rows").as_array().size(), 1U);
    EXPECT_EQ(coverage.at("rows").at(0).at("name"), "天山安评");
    EXPECT_EQ(coverage.at("rows").at(0).at("hosted"), 1);
    EXPECT_EQ(coverage.at("rows").at(0).at("key"), 1);
    EXPECT_EQ(coverage.at("rows").at(0).at("met"), 0);
    EXPECT_THAT(get(house.county(), "/hosting-coverage").at("rows").as_array(), IsEmpty()) << "elsewhere";
    EXPECT_EQ(caller.get(leader, "/api/v1/hosting-coverage").status, 403);
}

TEST_P(Hosted, YearsThatLackVisitsAreRemindedOfUntilHostingIsEnded) {
    auto const id = declared("ordinary");
    auto lease = house.pool.lease();
    EXPECT_THAT(house.hostings.reminders(*lease, house.institution), IsEmpty());
    house.clock.set(at("2026-11-20T09:00:00+08:00"));
    auto const reminders = house.hostings.reminders(*lease, house.institution);
    ASSERT_EQ(reminders.size(), 1U);
    EXPECT_EQ(reminders.front().missing, 1);
    EXPECT_EQ(reminders.front().enterprise_name, "武进铸造");
    json::object const end{{"on", "2026-11-19"}, {"reason", "合同提前解除"}};
    EXPECT_EQ(post(leader, "/hostings/" + id + "/ending", end).status, 201);
    EXPECT_EQ(post(leader, "/hostings/" + id + "/ending", end).status, 409);
    EXPECT_THAT(house.hostings.reminders(*lease, house.institution), IsEmpty());
    EXPECT_EQ(get(leader, "/hostings/" + id).at("ended_reason"), "合同提前解除");
}

}  // namespace
}  // namespace anping::practice
