// SPDX-License-Identifier: Apache-2.0
#include "framing.hpp"

#include <gtest/gtest.h>

namespace anping::http {
namespace {

int check(Headers headers, bool http11 = true) {
    headers.emplace_back("host", "x");
    return check_framing(headers, http11);
}

TEST(Framing, AcceptsALengthOrChunks) {
    EXPECT_EQ(check({}), 0);
    EXPECT_EQ(check({{"content-length", "5"}}), 0);
    EXPECT_EQ(check({{"transfer-encoding", "Chunked"}}), 0);
    EXPECT_EQ(check({{"content-length", "5"}}, false), 0);
}

TEST(Framing, RefusesTwoWaysToTellTheEnd) {
    EXPECT_EQ(check({{"content-length", "5"}, {"transfer-encoding", "chunked"}}), 400);
    EXPECT_EQ(check({{"content-length", "5"}, {"content-length", "6"}}), 400);
    EXPECT_EQ(check({{"content-length", "5"}, {"content-length", "5"}}), 400);
    EXPECT_EQ(check({{"transfer-encoding", "chunked"}, {"transfer-encoding", "chunked"}}), 400);
    EXPECT_EQ(check({{"transfer-encoding", "chunked"}}, false), 400);
    for (auto const* value : {"5, 5", "+5", "-5", "5a", "0x5", "", "5 "}) {
        EXPECT_EQ(check({{"content-length", value}}), 400) << value;
    }
}

TEST(Framing, RefusesCodingsAndExpectationsItDoesNotKnow) {
    EXPECT_EQ(check({{"transfer-encoding", "gzip, chunked"}}), 501);
    EXPECT_EQ(check({{"transfer-encoding", "identity"}}), 501);
    EXPECT_EQ(check({{"expect", "the-impossible"}}), 417);
    EXPECT_EQ(check({{"expect", "100-Continue"}}), 0);
}

TEST(Framing, WantsOneHost) {
    EXPECT_EQ(check_framing({}, true), 400);
    EXPECT_EQ(check_framing({}, false), 0);
    EXPECT_EQ(check({{"host", "y"}}), 400);
}

TEST(Framing, LimitsTheNumberOfHeaderLines) {
    EXPECT_EQ(check(Headers(127, {"a", "b"})), 0);
    EXPECT_EQ(check(Headers(128, {"a", "b"})), 431);
}

}  // namespace
}  // namespace anping::http
