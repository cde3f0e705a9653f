// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/base/time.hpp>

namespace anping {
namespace {

std::string rewritten(std::string_view text) {
    auto const at = parse_timestamp(text);
    return at ? to_string(*at) : "refused";
}

TEST(Timestamp, IsWrittenInBeijingTimeWithMicroseconds) {
    EXPECT_EQ(to_string(Timestamp{0}), "1970-01-01T08:00:00.000000+08:00");
    EXPECT_EQ(to_string(Timestamp{-1}), "1970-01-01T07:59:59.999999+08:00");
    EXPECT_EQ(to_string(Timestamp{1'795'138'200'123'456}), "2026-11-20T09:30:00.123456+08:00");
}

TEST(Timestamp, SurvivesWritingAndReading) {
    std::int64_t micros = -62'135'596'800'000'000;
    for (; micros < 253'402'271'000'000'000; micros += 86'399'999'999 * 37) {
        Timestamp const at{micros};
        ASSERT_EQ(parse_timestamp(to_string(at)), at) << to_string(at);
    }
}

TEST(Timestamp, ReadsAnyOffsetAndZeroToSixDigitsOfFraction) {
    auto const expected = "2026-11-20T09:30:00.000000+08:00";
    EXPECT_EQ(rewritten("2026-11-20T09:30:00+08:00"), expected);
    EXPECT_EQ(rewritten("2026-11-20T01:30:00Z"), expected);
    EXPECT_EQ(rewritten("2026-11-19T19:30:00-06:00"), expected);
    EXPECT_EQ(rewritten("2026-11-20T07:00:00+05:30"), expected);
    EXPECT_EQ(rewritten("2026-11-20T01:30:00.0-00:00"), expected);
    EXPECT_EQ(rewritten("2026-11-20T09:30:00.5+08:00"), "2026-11-20T09:30:00.500000+08:00");
    EXPECT_EQ(rewritten("2026-11-20T09:30:00.000001+08:00"), "2026-11-20T09:30:00.000001+08:00");
    EXPECT_EQ(rewritten("2024-02-29T23:59:59.999999Z"), "2024-03-01T07:59:59.999999+08:00");
}

TEST(Timestamp, RefusesEverythingElse) {
    for (auto const* bad : {"",
                            "2026-11-20",
                            "2026-11-20T09:30:00",
                            "2026-11-20T09:30+08:00",
                            "2026-11-20 09:30:00+08:00",
                            "2026-11-20t09:30:00z",
                            "2026-11-20T09:30:00.+08:00",
                            "2026-11-20T09:30:00.0000001Z",
                            "2026-11-20T24:00:00Z",
                            "2026-11-20T09:60:00Z",
                            "2026-11-20T09:30:60Z",
                            "2026-02-29T00:00:00Z",
                            "2026-13-01T00:00:00Z",
                            "2026-00-01T00:00:00Z",
                            "2026-01-00T00:00:00Z",
                            "0000-01-01T00:00:00Z",
                            "2026-11-20T09:30:00+15:00",
                            "2026-11-20T09:30:00+08:60",
                            "2026-11-20T09:30:00+0800",
                            "2026-11-20T09:30:00+08",
                            "2026-11-20T09:30:00Z ",
                            " 2026-11-20T09:30:00Z",
                            "2026-11-20T09:30:00ZZ",
                            "2026-1-20T09:30:00Z",
                            "+2026-11-20T09:30:00Z",
                            "2026-11-20T-9:30:00Z",
                            "２０２６-11-20T09:30:00Z"})
        EXPECT_FALSE(parse_timestamp(bad)) << bad;
}

TEST(Timestamp, RefusesInstantsThatBeijingTimeCannotWrite) {
    EXPECT_FALSE(parse_timestamp("0001-01-01T00:00:00+14:00"));
    EXPECT_EQ(rewritten("0001-01-01T00:00:00+08:00"), "0001-01-01T00:00:00.000000+08:00");
    EXPECT_FALSE(parse_timestamp("9999-12-31T23:59:59Z"));
    EXPECT_EQ(rewritten("9999-12-31T15:59:59.999999Z"), "9999-12-31T23:59:59.999999+08:00");
}

TEST(ManualClock, StandsStillUntilMoved) {
    ManualClock clock(Timestamp{100});
    EXPECT_EQ(clock.now(), clock.now());
    clock.advance_seconds(2);
    EXPECT_EQ(clock.now(), Timestamp{2'000'100});
    clock.set(Timestamp{5});
    EXPECT_EQ(clock.now(), Timestamp{5});
}

TEST(SystemClock, DoesNotGoBackAndLiesInThisCentury) {
    SystemClock const clock;
    auto const first = clock.now();
    EXPECT_GE(clock.now(), first);
    EXPECT_GT(first, parse_timestamp("2020-01-01T00:00:00Z").value());
    EXPECT_LT(first, parse_timestamp("2100-01-01T00:00:00Z").value());
}

}  // namespace
}  // namespace anping
