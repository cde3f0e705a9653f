// SPDX-License-Identifier: Apache-2.0
#include "../rounds.hpp"

#include <gtest/gtest.h>

namespace anping::app {
namespace {

using namespace std::chrono_literals;

TEST(Rounds, AfterARoundThatCouldNotBeDoneTheNextWaitsTwiceAsLong) {
    EXPECT_EQ(next_wait(false, 500ms, 500ms), 1000ms);
    EXPECT_EQ(next_wait(false, 1000ms, 500ms), 2000ms);
}

TEST(Rounds, TheWaitGrowsToSixtyFourTimesAtMost) {
    EXPECT_EQ(next_wait(false, 31s, 500ms), 32s);
    EXPECT_EQ(next_wait(false, 32s, 500ms), 32s);
}

TEST(Rounds, ARoundThatWasDoneEndsTheWaiting) { EXPECT_EQ(next_wait(true, 32s, 500ms), 500ms); }

}  // namespace
}  // namespace anping::app
