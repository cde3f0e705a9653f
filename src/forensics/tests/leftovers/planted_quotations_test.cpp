// SPDX-License-Identifier: Apache-2.0
// The program of tests/forensics/quotations on a small scale: docs/evidence/2026-11-29-quotations.md has its figures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../house.hpp"
#include "judge.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kReports = 40;

class PlantedQuotations : public Directory {};

TEST_F(PlantedQuotations, WrongOnesAreFoundAndHonestOnesLeftAlone) {
    planted::Judge judge(planted::invented_laws(7), directory);
    for (auto const& way : planted::ways()) {
        std::string missed;
        auto const count =
            judge.count(way, kReports, [&](auto const&, std::string const& words) { missed += words + '\n'; });
        ASSERT_EQ(count.reports, kReports) << way.name;
        if (way.detector == nullptr) EXPECT_LE(count.found, 1U) << missed;
        else EXPECT_GE(count.found * 10, kReports * 9) << way.name << '\n' << missed;
    }
}

}  // namespace
}  // namespace anping::forensics
