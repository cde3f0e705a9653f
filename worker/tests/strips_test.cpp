// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "ocr.hpp"
#include "strips.hpp"

namespace anping::worker {
namespace {

picture::Grey striped() {
    picture::Grey out{640, 480, std::vector<std::uint8_t>(640 * 480, 90)};
    for (std::size_t y = 430; y < 450; ++y)
        for (std::size_t x = 20; x < 300; x += 9) out.row(y)[x] = out.row(y)[x + 1] = 240;
    return out;
}

TEST(WritingOnStrips, IsNothingForAPhotoWithoutStrips) {
    auto const writing = writing_on(striped(), {}, seconds_used() + 10);
    ASSERT_TRUE(writing);
    EXPECT_TRUE(writing->empty());
}

TEST(WritingOnStrips, IsLeftOutWhenTheTimeForItIsUsedUp) {
    auto const writing = writing_on(striped(), {{0, 420, 320, 40}}, seconds_used() - 1);
    ASSERT_TRUE(writing);
    EXPECT_TRUE(writing->empty());
}

TEST(WritingOnStrips, LiesWithinTheLimitsOfWhatMayBeSaid) {
    std::vector<picture::Rectangle> const strips{{0, 420, 320, 40}, {300, 0, 340, 60}, {639, 479, 1, 1}};
    auto const writing = writing_on(striped(), strips, seconds_used() + 10);
    ASSERT_TRUE(writing);
    EXPECT_TRUE(picture::is_writing(*writing, strips.size()));
}

TEST(WritingOnStrips, LeavesTimeToAnswer) { EXPECT_GT(time_to_answer(), 0); }

}  // namespace
}  // namespace anping::worker
