// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include <anping/field/date.hpp>

#include "workforce.hpp"

namespace anping::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

field::Date day(char const* text) { return field::parse_date(text).value(); }

std::vector<std::string> told(Staffing const& staffing) {
    std::vector<std::string> out;
    for (auto const& gap : staffing.gaps) out.push_back(gap.text);
    return out;
}

TEST(Staffing, FillsEveryPlaceEvenWhenTheFirstComerHasToMove) {
    // Whoever is first could do both; the other can do only what the first would take.
    auto const staffing = staff({{"电气", 1}, {"安全", 1}}, {{{"R-1"}, {"安全", "电气"}}, {{"R-2"}, {"电气"}}});
    EXPECT_THAT(staffing.gaps, IsEmpty());
    EXPECT_EQ(staffing.posts.size(), 2U);
    EXPECT_EQ(staffing.missing(), 0);
}

TEST(Staffing, CountsAPersonOnceAndSaysWhichSpecialtiesCompete) {
    auto const staffing =
        staff({{"电气", 1}, {"安全", 1}, {"机械", 1}}, {{{"R-1"}, {"安全", "电气"}}, {{"R-2"}, {"机械"}}});
    EXPECT_EQ(staffing.missing(), 1);
    ASSERT_EQ(staffing.gaps.size(), 1U);
    EXPECT_THAT(staffing.gaps[0].together, ElementsAre("安全", "电气"));
    EXPECT_THAT(told(staffing), ElementsAre("安全差1人：安全、电气合计需2人，能担任的共1人，一人只计一次"));
}

TEST(Staffing, SaysPlainlyWhatNobodyCanDo) {
    EXPECT_THAT(told(staff({{"化工机械", 2}}, {{{"R-1"}, {"化工机械"}}})), ElementsAre("化工机械需2人，有1人"));
    EXPECT_THAT(told(staff({{"自动化", 1}}, {})), ElementsAre("自动化需1人，有0人"));
    EXPECT_THAT(told(staff({}, {})), IsEmpty());
}

// The most that any assignment fills, found by trying all of them.
std::int64_t most(std::vector<std::string> const& seats, std::size_t at, std::vector<Able> const& people,
                  std::vector<bool>& used) {
    if (at == seats.size()) return 0;
    auto best = most(seats, at + 1, people, used);
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (used[i] || std::ranges::find(people[i].specialties, seats[at]) == people[i].specialties.end()) continue;
        used[i] = true;
        best = std::max(best, 1 + most(seats, at + 1, people, used));
        used[i] = false;
    }
    return best;
}

TEST(Staffing, IsTheBestThereIsAndTheSameInWhateverOrderPeopleCome) {
    std::mt19937 random(20261128);  // NOLINT(cert-msc51-cpp): the same cases every time
    std::vector<std::string> const specialties{"安全", "电气", "机械", "工艺"};
    for (int round = 0; round < 300; ++round) {
        std::vector<Need> needs;
        std::vector<std::string> seats;
        for (auto const& specialty : specialties) {
            auto const number = static_cast<std::int64_t>(random() % 3);
            needs.push_back({specialty, number});
            for (std::int64_t i = 0; i < number; ++i) seats.push_back(specialty);
        }
        std::vector<Able> people(random() % 6);
        for (std::size_t i = 0; i < people.size(); ++i) {
            people[i].person = {"R-" + std::to_string(i)};
            for (auto const& specialty : specialties)
                if (random() % 3 == 0) people[i].specialties.push_back(specialty);
        }
        std::vector<bool> used(people.size());
        auto const best = most(seats, 0, people, used);
        auto const here = staff(needs, people);
        EXPECT_EQ(static_cast<std::int64_t>(here.posts.size()), best) << round;
        EXPECT_EQ(here.missing(), static_cast<std::int64_t>(seats.size()) - best) << round;
        for (auto const& gap : here.gaps) EXPECT_GT(gap.asked, gap.able) << round << gap.text;
        std::ranges::reverse(people);
        EXPECT_EQ(to_json(staff(needs, people)), to_json(here)) << round;
    }
}

Worker worker(char const* id, std::vector<HeldCredential> credentials, std::vector<Employed> employments) {
    return {{id}, std::move(credentials), std::move(employments)};
}
HeldCredential assessor(char const* specialty, Span valid = {}) {
    return {CredentialKind::assessor, Grade::level2, specialty, valid};
}

TEST(Workforce, CountsWhoIsEmployedAndInForceThatDay) {
    auto const until = [](char const* last) { return Span{std::nullopt, day(last)}; };
    Workforce const people{
        worker("R-1", {assessor("安全", until("2026-06-30"))}, {{{}, true, {}}}),
        worker("R-2", {assessor("电气")}, {{{}, true, until("2026-03-31")}}),
        worker("R-3", {{CredentialKind::title, Grade::senior, "机械", {}}}, {{{}, true, {}}}),  // no assessor
        worker("R-4", {assessor("机械"), {CredentialKind::degree, Grade::master, "化工工艺", {}}},
               {{{{"F-1"}}, true, {}}}),
        worker("R-5", {assessor("机械")}, {{{}, false, {}}}),  // not full-time
    };
    auto const ids = [&](char const* date, std::optional<BranchId> branch = {}) {
        std::vector<std::string> out;
        for (auto const& one : able_on(people, day(date), branch)) out.push_back(one.person.text);
        return out;
    };
    EXPECT_THAT(ids("2026-03-31"), ElementsAre("R-1", "R-2", "R-4"));
    EXPECT_THAT(ids("2026-04-01"), ElementsAre("R-1", "R-4"));
    EXPECT_THAT(ids("2026-07-01"), ElementsAre("R-4"));
    EXPECT_THAT(ids("2026-03-31", BranchId{"F-1"}), ElementsAre("R-4"));
    EXPECT_THAT(able_on(people, day("2026-07-01"), {})[0].specialties, ElementsAre("化工工艺", "机械"));
}

}  // namespace
}  // namespace anping::registry
