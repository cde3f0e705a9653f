// SPDX-License-Identifier: Apache-2.0
#include "ranges.hpp"

#include <gtest/gtest.h>

namespace anping::http {
namespace {

Range part(std::uint64_t first, std::uint64_t length) { return {Range::Kind::part, first, length}; }

TEST(Ranges, ReadsOneRange) {
    EXPECT_EQ(parse_range("bytes=0-9", 100), part(0, 10));
    EXPECT_EQ(parse_range("bytes=90-", 100), part(90, 10));
    EXPECT_EQ(parse_range("bytes=90-200", 100), part(90, 10));
    EXPECT_EQ(parse_range("bytes=-7", 100), part(93, 7));
    EXPECT_EQ(parse_range("bytes=-700", 100), part(0, 100));
    EXPECT_EQ(parse_range("Bytes= 5-5 ", 100), part(5, 1));
    EXPECT_EQ(parse_range("bytes=5-99999999999999999999999", 100), part(5, 95));
}

TEST(Ranges, TellsWhatCannotBeSatisfied) {
    for (auto const* header : {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-"}) {
        EXPECT_EQ(parse_range(header, 100).kind, Range::Kind::unsatisfiable) << header;
    }
    EXPECT_EQ(parse_range("bytes=-5", 0).kind, Range::Kind::unsatisfiable);
    EXPECT_EQ(content_range(parse_range("bytes=100-", 100), 100), "bytes */100");
    EXPECT_EQ(content_range(parse_range("bytes=0-9", 100), 100), "bytes 0-9/100");
}

TEST(Ranges, AnswersWithTheWholeWhatItDoesNotRead) {
    for (auto const* header : {"", "items=0-1", "bytes=", "bytes=-", "bytes=5", "bytes=a-b", "bytes=1-b", "bytes=9-5",
                               "bytes=0-1,5-6", "bytes=--1", "bytes=+1-2", "bytes"}) {
        EXPECT_EQ(parse_range(header, 100), (Range{Range::Kind::whole, 0, 100})) << header;
    }
}

}  // namespace
}  // namespace anping::http
