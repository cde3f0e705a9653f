// SPDX-License-Identifier: Apache-2.0
#include "holding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace anping::registry {
namespace {

field::Date day(char const* text) { return field::parse_date(text).value(); }

rulebook::Law const& books() {
    static auto const law = *rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law;
    return law;
}

InstitutionView institution(std::vector<field::Scope> scopes = {{"assess.5"}}) {
    InstitutionView out;
    out.id = {"J-1"};
    out.region = {"650000"};
    out.registered_at = parse_timestamp("2026-01-05T09:00:00+08:00").value();
    out.qualification = {{"APJ-1"}, std::move(scopes), day("2024-01-01"), day("2028-12-31")};
    return out;
}

// As many assessors as asked for, nine of them the specialties of chemicals, a third engineers.
Workforce enough(std::size_t number = 25) {
    std::vector<std::string> const specialties{"化工工艺", "化工工艺", "化工机械", "化工机械", "电气",
                                               "电气",     "安全",     "安全",     "自动化"};
    Workforce out;
    for (std::size_t i = 0; i < number; ++i) {
        Worker one;
        one.person = {"R-" + std::to_string(100 + i)};
        auto const grade = i % 4 == 0 ? Grade::level1 : i % 2 == 0 ? Grade::level2 : Grade::level3;
        one.credentials.push_back({CredentialKind::assessor, grade, i < 9 ? specialties[i] : "安全", {}});
        if (i % 3 == 0) one.credentials.push_back({CredentialKind::engineer, Grade::middle, "化工安全", {}});
        one.employments.push_back({});
        out.push_back(std::move(one));
    }
    return out;
}

HeldCondition condition(Holding const& holding, std::string const& code) {
    for (auto const& one : holding.conditions)
        if (one.code == code) return one;
    throw std::runtime_error("no condition " + code);
}

TEST(Holding, IsWholeWhenTheRegisterHasWhatTheLawAsksFor) {
    auto const holding = holding_of(institution(), enough(), books(), day("2026-03-02"));
    for (auto const& one : holding.conditions) EXPECT_TRUE(one.holds) << one.code << one.text;
    EXPECT_EQ(holding.gaps, 0);
    EXPECT_EQ(condition(holding, "assess.assessors_min_single_scope").have, 25);
    EXPECT_EQ(condition(holding, "staffing.assess.5").asked, 9);
    EXPECT_EQ(condition(holding, "assess.level1_ratio_min").have, 28);
    ASSERT_TRUE(holding.conditions_clause && holding.staffing_clause);
    EXPECT_EQ(holding.conditions_clause->clause, "CN-O1-6");
    EXPECT_EQ(holding.staffing_clause->clause, "CN-O1-A1");
}

TEST(Holding, DoesNotPretendToKnowWhatIsNotRegistered) {
    auto const assets =
        condition(holding_of(institution(), enough(), books(), day("2026-03-02")), "assess.fixed_assets_min");
    EXPECT_EQ(assets.asked, 800);
    EXPECT_FALSE(assets.have);
    EXPECT_TRUE(assets.holds);
}

TEST(Holding, AsksForMorePeopleWithEachFurtherScope) {
    auto const holding =
        holding_of(institution({{"assess.5"}, {"assess.6"}, {"assess.7"}}), enough(), books(), day("2026-03-02"));
    auto const heads = condition(holding, "assess.assessors_min_single_scope");
    EXPECT_EQ(heads.asked, 35);
    EXPECT_FALSE(heads.holds);
    EXPECT_EQ(heads.text, "要求不少于35人，登记25人");
    EXPECT_FALSE(condition(holding, "staffing.assess.7").holds);
    EXPECT_THAT(condition(holding, "staffing.assess.7").text, ::testing::HasSubstr("有色金属需1人，有0人"));
}

TEST(Holding, TellsTheDayAGapBegan) {
    auto people = enough();
    people[8].credentials[0].valid.until = day("2026-05-31");  // the only one for automation
    people[9].employments[0].days.until = day("2026-02-10");
    auto const before = holding_of(institution(), people, books(), day("2026-02-10"));
    EXPECT_EQ(before.gaps, 0);
    auto const after = holding_of(institution(), people, books(), day("2026-06-15"));
    EXPECT_EQ(condition(after, "staffing.assess.5").since, day("2026-06-01"));
    EXPECT_EQ(condition(after, "assess.assessors_min_single_scope").since, day("2026-02-11"));
}

TEST(Holding, BeginsAgainAfterAGapWasClosed) {
    auto people = enough();
    people[9].employments[0].days.until = day("2026-02-10");
    Worker late;
    late.person = {"R-900"};
    late.credentials.push_back({CredentialKind::assessor, Grade::level1, "安全", {}});
    late.employments.push_back({{}, true, {day("2026-03-01"), day("2026-04-30")}});
    people.push_back(late);
    auto const since = [&](char const* today) {
        return condition(holding_of(institution(), people, books(), day(today)), "assess.assessors_min_single_scope")
            .since;
    };
    EXPECT_EQ(since("2026-02-20"), day("2026-02-11"));
    EXPECT_EQ(since("2026-03-20"), std::nullopt);
    EXPECT_EQ(since("2026-05-20"), day("2026-05-01"));
}

TEST(Holding, KnowsNothingOfTheTimeBeforeTheInstitutionWasRegistered) {
    auto const heads = condition(holding_of(institution(), enough(3), books(), day("2026-03-02")),
                                 "assess.assessors_min_single_scope");
    EXPECT_EQ(heads.since, day("2026-01-05"));
}

TEST(Holding, SaysWhenTheCertificateRanOut) {
    auto const holding = holding_of(institution(), enough(), books(), day("2029-01-10"));
    auto const certificate = condition(holding, "certificate");
    EXPECT_FALSE(certificate.holds);
    EXPECT_EQ(certificate.since, day("2029-01-01"));
}

}  // namespace
}  // namespace anping::registry
