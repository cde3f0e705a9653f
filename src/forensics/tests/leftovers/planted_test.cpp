// SPDX-License-Identifier: Apache-2.0
// The program of tests/forensics/leftovers on a small scale: each error is found, honest reports are left alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invented.hpp"
#include "reading.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kReports = 5;

planted::World const& world() {
    static auto const out = planted::world_of(planted::few_counties(), 2000);
    return out;
}

std::vector<Finding> found_in(planted::Invented const& invented) {
    auto const report = read(invented.text);
    return find_leftovers(report, with_facts(invented.known, facts_of(report)));
}

TEST(Planted, EachErrorIsFoundInNearlyEveryReport) {
    for (auto const& one : planted::plantings()) {
        std::size_t found = 0;
        for (std::size_t i = 0; i < kReports; ++i) {
            auto const findings = found_in(invent(world(), 1000 + i, one.plant));
            found +=
                std::ranges::any_of(findings, [&](Finding const& it) { return it.detector == one.detector; }) ? 1 : 0;
        }
        EXPECT_GE(found, kReports - 1) << one.name;
    }
}

TEST(Planted, HonestReportsAreLeftAlone) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < 4 * kReports; ++i)
        for (auto const& one : found_in(invent(world(), 5000 + i, planted::Plant::none)))
            words.push_back(one.detector + one.words);
    EXPECT_THAT(words, ::testing::SizeIs(::testing::Le(1))) << ::testing::PrintToString(words);
}

}  // namespace
}  // namespace anping::forensics
