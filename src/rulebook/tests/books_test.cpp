// SPDX-License-Identifier: Apache-2.0
// The books as shipped: no problem in them, and every case of their own tests.
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <set>

#include <anping/rulebook/tools.hpp>

namespace anping::rulebook {
namespace {

std::string const kBooks = ANPING_SOURCE_DIR "/rulebooks";

[[maybe_unused]] Law shipped(std::vector<std::string> const& confirmed = {}) {
    auto result = load(kBooks, confirmed);
    if (!result.law) throw std::runtime_error(to_text(result.diagnostics.front()));
    return *result.law;
}

TEST(Books, LoadWithoutErrorsOrWarningsAndPassTheirOwnTests) {
    auto const result = check(kBooks);
    EXPECT_TRUE(result.ok) << to_text(result);
    EXPECT_TRUE(result.diagnostics.empty()) << to_text(result);
    EXPECT_TRUE(result.untested.empty()) << to_text(result);
    EXPECT_GE(result.cases, 30);
    EXPECT_EQ(result.books, 3);
}

}  // namespace
}  // namespace anping::rulebook
