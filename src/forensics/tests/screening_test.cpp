// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/screening.hpp>

#include "house.hpp"

namespace anping::forensics {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Screenings : public Directory {
protected:
    // A report of 1,000 own characters, then two stretches of 200 that stand in others.
    text::Folded report() {
        auto out = text(1400);
        out.text.replace(1000, 200, theirs_.text);
        out.text.replace(1200, 200, before_.text);
        return out;
    }
    Screening screened(text::Folded const& report, std::function<Bond(DocId)> bond) {
        auto const segment = std::make_shared<Segment const>(written({theirs_, before_}, 1, "a"));
        Search search;
        return screen(search, {.report = report, .bond = std::move(bond)}, {}, {segment});
    }
    text::Folded const theirs_ = text(200);
    text::Folded const before_ = text(200);
};

TEST_F(Screenings, WithoutBondsAllThatStandsElsewhereIsShared) {
    auto const found = screened(report(), {});
    EXPECT_THAT(found.sources, SizeIs(2));
    EXPECT_EQ(found.shared, 400U);
    EXPECT_EQ(found.carried, 0U);
    EXPECT_EQ(found.own(), 1000U);
}

TEST_F(Screenings, WhatAnInstitutionWroteOfTheSamePlantBeforeIsCarriedOverAndNotShared) {
    auto const found = screened(report(), [](DocId doc) { return doc == 2 ? Bond::carried_over : Bond::other; });
    ASSERT_THAT(found.sources, SizeIs(2));
    EXPECT_EQ(found.shared, 200U);
    EXPECT_EQ(found.carried, 200U);
    EXPECT_EQ(found.own(), 1000U);
}

TEST_F(Screenings, WhatIsCarriedOverAndStandsInAnothersReportTooIsShared) {
    auto copied = text(400);
    copied.text.replace(0, 200, theirs_.text);
    auto const segment = std::make_shared<Segment const>(written({theirs_, theirs_}, 1, "a"));
    Search search;
    auto const found = screen(
        search, {.report = copied, .bond = [](DocId doc) { return doc == 2 ? Bond::carried_over : Bond::other; }}, {},
        {segment});
    EXPECT_EQ(found.shared, 200U);
    EXPECT_EQ(found.carried, 0U);
}

TEST_F(Screenings, OwnWordsBetweenTwoCopiedStretchesAreNotShared) {
    auto copied = text(1000);
    copied.text.replace(300, 100, theirs_.text.substr(0, 100));
    copied.text.replace(440, 100, theirs_.text.substr(100, 100));
    auto const found = screened(copied, {});
    ASSERT_THAT(found.sources, SizeIs(1));
    auto const& source = found.sources[0];
    ASSERT_THAT(source.passages, SizeIs(1));
    EXPECT_NEAR(source.passages[0].a_to - source.passages[0].a_from, 240, 4);
    EXPECT_NEAR(source.shared, 200, 8);
    auto const pieces = pieces_of(source, source.passages[0]);
    EXPECT_THAT(pieces, SizeIs(2));
    EXPECT_NEAR(characters_of(pieces), 200, 8);
    EXPECT_GT(identity_of(pieces), 0.97);
}

TEST_F(Screenings, AnotherEditionOfTheReportIsNoSource) {
    auto const found = screened(report(), [](DocId) { return Bond::itself; });
    EXPECT_THAT(found.sources, IsEmpty());
    EXPECT_EQ(found.own(), 1400U);
}

}  // namespace
}  // namespace anping::forensics
