// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/schedules.hpp>

#include <gmock/gmock.h>

#include "schedule_scene.hpp"

namespace anping::forensics {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Site const kUrumqi{"甲厂", {43.82, 87.62, 50}, "650104"};
Site const kChangji{"乙厂", {44.01, 87.30, 50}, "652301"};   // 33 km
Site const kKashgar{"丙厂", {39.47, 75.99, 50}, "653101"};   // 1,075 km
Site const kBeside{"丁厂", {43.825, 87.625, 50}, "650105"};  // 700 m
field::Date const kDay = *field::Date::of(2026, 3, 5);
std::string const kPerson = "S011035000110191000001";

std::vector<Conflict> of(Act const& first, Act const& second, Travel const& travel = {}) {
    return conflicts_of(std::vector{first, second}, travel);
}

TEST(Subjects, AreTheSameWhicheverWayTheyAreWritten) {
    EXPECT_EQ(subject_of("zc-29b / O4l5"), "ZC29B0415");
    EXPECT_EQ(subject_of("ＺＣ２９Ｂ０４１５"), "ZC29B0415");
    EXPECT_EQ(subject_of("工1234567"), "工1234567");
    for (auto const* const nobody :
         {"", "无", "-", "—", "1号", "3号机", "/", "N/A", "0000", "A", "见附件12345", "详见12"})
        EXPECT_EQ(subject_of(nobody), "") << nobody;
}

TEST(Schedules, AtOnceInTwoPlacesIsToldWithBothActs) {
    auto const found =
        of(act_at(kUrumqi, kPerson, kDay, 9, 11), act_at(kChangji, "s0110350001l0191000001", kDay, 10, 12));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].kind, ConflictKind::two_places);
    EXPECT_EQ(found[0].finding.strength, Strength::suspected);
    EXPECT_NEAR(*found[0].km, 33, 2);
    EXPECT_NEAR(found[0].hours_between, -1, 1e-9);
    EXPECT_EQ(found[0].first.site, "甲厂");
    EXPECT_THAT(found[0].finding.words, HasSubstr("2026-03-05 09:00—11:00 在甲厂现场勘验"));
}

TEST(Schedules, FasterThanTheRoadAllowsIsToldWithTheSpeedNeeded) {
    auto const found = of(act_at(kUrumqi, kPerson, kDay, 9, 10), act_at(kChangji, kPerson, kDay, 10.1, 12));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].kind, ConflictKind::too_fast);
    EXPECT_NEAR(*found[0].kmh, *found[0].km * 1.3 / 0.1, 1);
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 9, 10), act_at(kChangji, kPerson, kDay, 10.5, 12)), IsEmpty());
}

TEST(Schedules, ALongWayMayBeFlown) {
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 8, 10), act_at(kKashgar, kPerson, kDay, 15, 16)), IsEmpty());
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 8, 10), act_at(kKashgar, kPerson, kDay, 13, 16)), SizeIs(1));
    Travel road;
    road.air_kmh = 0;
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 8, 10), act_at(kKashgar, kPerson, kDay, 15, 16), road), SizeIs(1));
}

TEST(Schedules, TheSameSiteAndAdjoiningPlantsAreOnePlace) {
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 9, 11), act_at(kUrumqi, kPerson, kDay, 10, 12)), IsEmpty());
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 9, 11), act_at(kBeside, kPerson, kDay, 10, 12)), IsEmpty());
    auto vague = kChangji;
    vague.position.within = 40'000;
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 9, 11), act_at(vague, kPerson, kDay, 10, 12)), IsEmpty());
}

TEST(Schedules, ASignatureHasNoPlaceUnlessItIsStated) {
    auto signature = act_at(kKashgar, kPerson, kDay, 9, 9);
    signature.kind = ActKind::signature;
    signature.position.reset();
    signature.county.clear();
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 8, 11), signature), IsEmpty());
}

TEST(Schedules, CountiesWithoutPositionsAreALeadOfOtherPrefecturesAlone) {
    auto first = act_at(kUrumqi, kPerson, kDay, 9, 11), second = act_at(kChangji, kPerson, kDay, 10, 12);
    first.position.reset();
    auto const found = of(first, second);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].finding.strength, Strength::lead);
    EXPECT_FALSE(found[0].km);
    second.county = "650105";
    EXPECT_THAT(of(first, second), IsEmpty());
}

TEST(Schedules, AClockOfAnotherZoneMakesALeadOfIt) {
    auto first = act_at(kUrumqi, kPerson, kDay, 10, 11);
    auto const second = act_at(kChangji, kPerson, kDay, 10, 11);
    first.zone_stated = false;
    auto const found = of(first, second);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].finding.strength, Strength::lead);
}

TEST(Schedules, OverMidnightIsStillBetween) {
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 23, 23.9), act_at(kChangji, kPerson, kDay, 24.5, 25)), IsEmpty());
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 23, 23.9), act_at(kChangji, kPerson, kDay, 24, 25)), SizeIs(1));
}

TEST(Schedules, OnOneDayFarApartIsALeadAndNearNothing) {
    auto const urumqi = on_days(act_at(kUrumqi, kPerson, kDay, 0, 0), kDay, kDay);
    EXPECT_THAT(of(urumqi, on_days(act_at(kChangji, kPerson, kDay, 0, 0), kDay, kDay)), IsEmpty());
    Travel road;
    road.air_kmh = 0;
    auto const kashgar = on_days(act_at(kKashgar, kPerson, kDay, 0, 0), kDay, kDay);
    auto const found = of(urumqi, kashgar, road);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].kind, ConflictKind::same_day);
    EXPECT_EQ(found[0].finding.strength, Strength::lead);
    EXPECT_THAT(of(urumqi, kashgar), IsEmpty()) << "flown in under five hours";
}

TEST(Schedules, MorePlacesThanADayReachesAreSuspected) {
    std::vector<Act> acts;
    for (int i = 0; i < 8; ++i) {
        Site const site{"厂" + std::to_string(i), {38.0 + i * 1.3, 76.0 + i % 2 * 8, 50}, "650100"};
        acts.push_back(on_days(act_at(site, kPerson, kDay, 0, 0), kDay, kDay));
    }
    auto const found = conflicts_of(acts);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].kind, ConflictKind::route);
    EXPECT_EQ(found[0].finding.strength, Strength::suspected);
}

TEST(Schedules, NobodysNumberIsNobody) {
    EXPECT_THAT(of(act_at(kUrumqi, "无", kDay, 9, 11), act_at(kKashgar, "无", kDay, 9, 11)), IsEmpty());
    auto instrument = act_at(kKashgar, kPerson, kDay, 9, 11);
    instrument.of = SubjectKind::instrument;
    EXPECT_THAT(of(act_at(kUrumqi, kPerson, kDay, 9, 11), instrument), IsEmpty());
}

TEST(Schedules, HonestPeopleAreNeverTold) {
    std::mt19937_64 random(31);
    auto const all = sites(60, random);
    for (int person = 0; person < 150; ++person) {
        auto acts = honest_month(all, "S0110" + std::to_string(100000 + person), kDay, random);
        std::ranges::shuffle(acts, random);
        for (auto const& found : conflicts_of(acts)) ADD_FAILURE() << found.finding.words;
    }
}

TEST(Schedules, APlantedActAmongHonestOnesIsFound) {
    std::mt19937_64 random(32);
    auto const all = sites(60, random);
    int found = 0;
    constexpr int kPeople = 150;
    for (int person = 0; person < kPeople; ++person) {
        auto acts = honest_month(all, kPerson, kDay, random);
        std::erase_if(acts, [](Act const& act) { return !act.position; });
        auto const copied = acts[acts.size() / 2];
        Site const* far = &all[0];
        for (auto const& site : all)
            if (distance_km(site.position, *copied.position) > distance_km(far->position, *copied.position))
                far = &site;
        auto planted = act_at(*far, kPerson, kDay, 0, 0);
        planted.from = copied.from;
        planted.to = copied.to;
        acts.push_back(planted);
        bool told = false;
        for (auto const& one : conflicts_of(acts))
            told = told || one.first.report == planted.report || one.second.report == planted.report;
        found += told ? 1 : 0;
    }
    EXPECT_EQ(found, kPeople);
}

}  // namespace
}  // namespace anping::forensics
