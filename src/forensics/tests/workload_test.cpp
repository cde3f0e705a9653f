// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/workload.hpp>

#include <gmock/gmock.h>

#include "schedule_scene.hpp"

namespace anping::forensics {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

field::Date const kDay = *field::Date::of(2026, 3, 2);

std::vector<Act> month(int sites_a_day, std::string const& subject) {
    std::vector<Act> out;
    for (int day = 0; day < 30; ++day)
        for (int i = 0; i < sites_a_day; ++i) {
            Site const site{"厂" + std::to_string(day % 5 * 3 + i), {43.8, 87.6 + i * 0.2, 50}, "650104"};
            out.push_back(on_days(act_at(site, subject, kDay, 0, 0), kDay + day, kDay + day));
        }
    return out;
}

TEST(SiteDays, MoreThanAMonthHoldsAreTold) {
    EXPECT_THAT(site_days(month(1, "S011035")), IsEmpty());
    auto const clues = site_days(month(3, "S011035"));
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_EQ(clues[0].finding.detector, "schedules.site_days");
    EXPECT_EQ(clues[0].finding.strength, Strength::lead);
    EXPECT_THAT(clues[0].plot.labels, SizeIs(30));
}

TEST(SiteDays, ATeamHasTheDaysOfItsMembers) { EXPECT_THAT(site_days(month(3, "TEAM07"), {{"TEAM07", 3}}), IsEmpty()); }

TEST(SiteDays, SignaturesAndHoursAreNoDays) {
    auto acts = month(3, "S011035");
    for (auto& act : acts) act.kind = ActKind::signature;
    EXPECT_THAT(site_days(acts), IsEmpty());
    for (auto& act : acts) {
        act.kind = ActKind::survey;
        act.by_day = false;
        act.to = {act.from.micros + 2 * std::int64_t{3'600'000'000}};
    }
    EXPECT_THAT(site_days(acts), IsEmpty());
}

std::vector<Output> signers(int count, std::mt19937_64& random) {
    // People differ in how much they sign, and months in luck.
    std::gamma_distribution<double> rate(3, 1.5);
    std::vector<Output> out;
    for (int i = 0; i < count; ++i)
        out.push_back({"S" + std::to_string(i), 2026 * 12 + 2, std::poisson_distribution<int>(rate(random))(random)});
    return out;
}

TEST(SignersOutput, FarAboveAllOthersIsALead) {
    std::mt19937_64 random(41);
    auto outputs = signers(200, random);
    outputs.push_back({"S-many", 2026 * 12 + 2, 46});
    auto const clues = unusual_output(outputs);
    ASSERT_THAT(clues, SizeIs(1));
    EXPECT_THAT(clues[0].finding.words, ::testing::HasSubstr("S-many 2026 年 3 月签发报告 46 份"));
    EXPECT_EQ(clues[0].finding.strength, Strength::lead);
}

TEST(SignersOutput, HonestMonthsAreSeldomTold) {
    std::mt19937_64 random(42);
    std::size_t told = 0;
    for (int i = 0; i < 200; ++i) told += unusual_output(signers(200, random)).size();
    EXPECT_LE(told, 20U) << "of 200 months of 200 signers";
}

TEST(SignersOutput, TooFewSignersSayNothing) {
    std::mt19937_64 random(43);
    auto outputs = signers(20, random);
    outputs.push_back({"S-many", 2026 * 12 + 2, 46});
    EXPECT_THAT(unusual_output(outputs), IsEmpty());
}

}  // namespace
}  // namespace anping::forensics
