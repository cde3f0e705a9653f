// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/licensing/endpoints.hpp>

#include "house.hpp"

namespace anping::desk {
namespace {

class StatisticsTest : public DeskTest {
protected:
    // Projects of many kinds, as chance has it.
    void fill(int how_many) {
        std::mt19937 random(7);
        auto const one_of = [&](auto const& choices) { return choices[random() % choices.size()]; };
        std::vector<std::string> const regions{"652301", "652302", "650102", "659001"};
        std::vector<std::string> const kinds{"chemical_permit", "mine_permit"};
        std::vector<char const*> const signing{"2026-01-15", "2026-02-27", "2026-02-28"};
        for (int i = 0; i < how_many; ++i) {
            auto in = house.contract();
            in.region = {one_of(regions)};
            in.statutory = random() % 4 != 0;
            if (in.statutory) in.statutory_kind = {known_kind(one_of(kinds))};
            in.contract.signed_on = practice::testing::day(one_of(signing));
            in.risk->made_on = practice::testing::day("2026-01-10");
            if (random() % 2 == 0)
                in.files = {house.file(house.leader(), "contract_scan", "合同.pdf", "%PDF c" + std::to_string(i))};
            auto const id = opened(std::move(in));
            if (random() % 2 == 0) notified(id);
            if (random() % 3 == 0) reported(id);
        }
    }
    std::string known_kind(std::string const& code) const {
        auto const* kinds = house.law->catalogue("statutory_kinds", {{"652301"}}, practice::testing::day("2026-03-02"));
        return rulebook::catalogue_item(kinds, code) != nullptr ? code : "chemical_permit";
    }
    void apply_for_permits() {
        for (char const* day : {"2026-01-20", "2026-02-20"}) {
            licensing::ReceiveApplication in;
            in.enterprise = house.enterprise;
            in.kind = {"chemical_production"};
            in.title = {"危险化学品安全生产许可证延期"};
            in.received_on = practice::testing::day(day);
            house.act(clerk(), licensing.receive(in)).value();
        }
    }
    access::Principal clerk() const { return house.of_bureau(access::Role::section_head, "652300", "A-head"); }

    // How many rows the list behind a figure has, asked for as the page asks.
    std::int64_t rows_behind(access::Principal const& who, json::value const& figure) {
        auto& list = figure.at("list") == "projects" ? projects : permits;
        std::string const path = "/api/v1/" + std::string(figure.at("list").as_string()) + "?" +
                                 std::string(figure.at("address").as_string());
        std::int64_t count = 0;
        for (std::string cursor;;) {
            auto const page = api::testing::body_of(list.get(who, path + (cursor.empty() ? "" : "&cursor=" + cursor)));
            count += static_cast<std::int64_t>(page.at("items").as_array().size());
            if (!page.as_object().contains("next") || page.at("next").is_null()) return count;
            cursor = page.at("next").as_string();
        }
    }
    json::value statistics(access::Principal const& who, std::string const& question) {
        return api::testing::body_of(caller.get(who, "/api/v1/statistics?" + question));
    }
    static std::map<std::string, std::int64_t> counts(json::value const& answer, std::string const& group) {
        std::map<std::string, std::int64_t> out;
        for (auto const& one : answer.at("groups").as_array())
            if (one.at("key").as_string() == group)
                for (auto const& figure : one.at("figures").as_array())
                    out[std::string(figure.at("key").as_string())] = figure.at("count").as_int64();
        return out;
    }

    api::testing::Caller projects{practice::endpoints(house.rooms), house.policy, house.clock};
    api::testing::Caller permits{licensing::endpoints(licensing, house.writer, house.pool), house.policy, house.clock};
};
INSTANTIATE_TEST_SUITE_P(Db, StatisticsTest, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(StatisticsTest, EachFigureIsTheNumberOfRowsOfTheListBehindIt) {
    fill(40);
    apply_for_permits();
    house.clock.set(practice::testing::at("2026-03-20T09:00:00+08:00"));
    auto const province = house.of_bureau(access::Role::section_head, "650000", "A-p");
    int compared = 0;
    std::set<std::string> some;
    for (auto const& who : {province, clerk(), house.county()})
        for (char const* question : {"", "from=2026-02-01&until=2026-02-27", "basis=noticed&from=2026-03-01"}) {
            auto const answer = statistics(who, question);
            for (auto const& group : answer.at("groups").as_array())
                for (auto const& figure : group.at("figures").as_array()) {
                    EXPECT_EQ(figure.at("count").as_int64(), rows_behind(who, figure))
                        << question << " " << json::serialize(figure);
                    ++compared;
                    if (figure.at("count").as_int64() > 0) some.insert(std::string(group.at("key").as_string()));
                }
        }
    EXPECT_GT(compared, 100);
    EXPECT_THAT(some,
                ::testing::UnorderedElementsAre("acts", "region", "stage", "kind", "institution", "clause", "permits"));
}

TEST_P(StatisticsTest, PartsByRegionAreTheDivisionsRightBelow) {
    fill(40);
    auto const all = counts(statistics(house.of_bureau(access::Role::section_head, "650000", "A-p"), ""), "region");
    std::vector<std::string> keys;
    std::int64_t sum = 0;
    for (auto const& [key, count] : all) {
        keys.push_back(key);
        sum += count;
    }
    EXPECT_THAT(keys, ::testing::ElementsAre("650100", "652300", "659001"));
    EXPECT_EQ(sum, 40);
    auto const below = counts(statistics(clerk(), ""), "region");
    EXPECT_THAT(below, ::testing::ElementsAre(::testing::Key("652301"), ::testing::Key("652302")));
    EXPECT_EQ(below.at("652301") + below.at("652302"), all.at("652300"));
}

TEST_P(StatisticsTest, CountNothingTheAskerMayNotSee) {
    fill(12);
    auto const elsewhere = house.of_bureau(access::Role::section_head, "110000", "A-bj");
    EXPECT_EQ(counts(statistics(elsewhere, "region=650000"), "acts").at("all"), 0);
    EXPECT_EQ(counts(statistics(house.of_bureau(access::Role::section_head, "650000", "A-p"), ""), "acts").at("all"),
              12);
}

TEST_P(StatisticsTest, ANoticeIsMissingOnceItsDayHasPassed) {
    complete();
    EXPECT_EQ(counts(statistics(house.county(), ""), "acts").at("missing"), 0);
    house.clock.set(practice::testing::at("2026-03-20T09:00:00+08:00"));
    EXPECT_EQ(counts(statistics(house.county(), ""), "acts").at("missing"), 1);
    EXPECT_EQ(counts(statistics(house.county(), ""), "acts").at("late"), 0);
}

TEST_P(StatisticsTest, APeriodThatIsNoneIsRefusedWithTheFieldsRule) {
    auto const rule_at = [&](std::string const& question) {
        auto const response = caller.get(house.county(), "/api/v1/statistics?" + question);
        EXPECT_EQ(response.status, 400) << question << response.body;
        return std::string(api::testing::body_of(response).at("errors").at(0).at("pointer").as_string());
    };
    EXPECT_EQ(rule_at("from=2026-02-30"), "/from");
    EXPECT_EQ(rule_at("from=2026-03-01&until=2026-02-01"), "/until");
    EXPECT_EQ(rule_at("region=65"), "/region");
    EXPECT_EQ(rule_at("basis=ever"), "/basis");
    EXPECT_EQ(projects.get(house.county(), "/api/v1/projects?stage=begun").status, 400);
    EXPECT_EQ(permits.get(clerk(), "/api/v1/applications?state=lost").status, 400);
}

TEST_P(StatisticsTest, AreASheetWithTheSameFigures) {
    complete();
    auto const response = caller.get(house.county(), "/api/v1/statistics-list?from=2026-01-01");
    EXPECT_EQ(response.status, 200);
    EXPECT_TRUE(response.body.starts_with("PK"));
    EXPECT_EQ(caller.get({}, "/api/v1/statistics-list").status, 401);
    EXPECT_EQ(caller.get({}, "/api/v1/statistics").status, 401);
}

TEST_P(StatisticsTest, SearchLeadsFromANumberOrANameToItsPageForThoseWhoSeeThat) {
    auto const id = complete();
    notified(id);
    apply_for_permits();
    auto const foreign = house.of_bureau(access::Role::section_head, "110000", "A-bj");
    auto const kinds = [&](access::Principal const& who, std::string const& text) {
        auto lease = house.pool.lease();
        std::set<std::string> out;
        for (auto const& one : desk.search(*lease, who, house.policy, text))
            out.insert(std::string(boost::describe::enum_to_string(one.kind, "")) + " " + one.id);
        return out;
    };
    std::string receipt;
    {
        auto lease = house.pool.lease();
        receipt = lease->scalar<std::string>("SELECT receipt_number FROM practice_addressee WHERE region = '652301'");
    }
    EXPECT_THAT(kinds(house.county(), receipt), ::testing::Contains("notice " + id.text));
    EXPECT_THAT(kinds(foreign, receipt), ::testing::IsEmpty());
    EXPECT_THAT(kinds(clerk(), "91652301MA776F4Q8T"), ::testing::Contains("enterprise " + house.enterprise.text));
    EXPECT_THAT(kinds(foreign, "91652301MA776F4Q8T"), ::testing::IsEmpty());
    EXPECT_THAT(kinds(house.leader(), "赵评价"), ::testing::Contains("person " + house.institution.text));
    EXPECT_THAT(kinds(house.county(), "赵评价"), ::testing::Contains("person " + house.institution.text))
        << "it works in the county";
    EXPECT_THAT(kinds(foreign, "赵评价"), ::testing::IsEmpty());
    EXPECT_THAT(kinds(house.leader(), "赵评"), ::testing::IsEmpty()) << "a person is found by the whole name";
    auto const permits_found = kinds(house.of_bureau(access::Role::permit_officer, "652300", "A-permit"), "延期");
    EXPECT_EQ(permits_found.size(), 2U);
    EXPECT_THAT(permits_found, ::testing::Each(::testing::StartsWith("application ")));
    EXPECT_THAT(kinds(foreign, "延期"), ::testing::IsEmpty());
}

}  // namespace
}  // namespace anping::desk
