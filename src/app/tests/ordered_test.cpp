// SPDX-License-Identifier: Apache-2.0
#include "../commands/ordered.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace anping::app {
namespace {

TEST(InOrder, ResultsComeInTheOrderOfTheirNumbersWhoeverIsDoneFirst) {
    std::vector<std::size_t> taken;
    in_order(
        500, 4, [](std::size_t i, std::size_t) { return i * i; },
        [&](std::size_t i, std::size_t result) {
            EXPECT_EQ(result, i * i);
            taken.push_back(i);
        });
    ASSERT_EQ(taken.size(), 500U);
    for (std::size_t i = 0; i < taken.size(); ++i) EXPECT_EQ(taken[i], i);
}

TEST(InOrder, NobodyRunsFarAhead) {
    std::atomic<std::size_t> begun = 0;
    std::size_t taken = 0;
    in_order(
        200, 2, [&](std::size_t, std::size_t) { return ++begun; },
        [&](std::size_t, std::size_t) {
            EXPECT_LE(begun, taken + 8);
            ++taken;
        });
    EXPECT_EQ(taken, 200U);
}

TEST(InOrder, WhatIsThrownIsThrownHereAfterWhatCameBefore) {
    std::size_t taken = 0;
    auto const run = [&] {
        in_order(
            50, 3,
            [](std::size_t i, std::size_t) {
                if (i == 20) throw std::runtime_error("no");
                return i;
            },
            [&](std::size_t, std::size_t) { ++taken; });
    };
    EXPECT_THROW(run(), std::runtime_error);
    EXPECT_EQ(taken, 20U);
}

TEST(InOrder, NothingToDoIsDoneAtOnce) {
    in_order(0, 2, [](std::size_t i, std::size_t) { return i; }, [](std::size_t, std::size_t) { FAIL(); });
    SUCCEED();
}

}  // namespace
}  // namespace anping::app
