// SPDX-License-Identifier: Apache-2.0
#include "head.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace anping::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Head, CarriesStatusHeadersDefaultsAndLength) {
    Headers const defaults{{"X-A", "default"}, {"X-B", "default"}};
    HeadFacts facts;
    facts.content_length = 5;
    facts.request_id = "id1";
    facts.defaults = &defaults;
    auto const head = make_head(text(200, "hello").with("x-b", "own"), facts);
    EXPECT_THAT(head, HasSubstr("HTTP/1.1 200 OK\r\nDate: "));
    EXPECT_THAT(head, HasSubstr("\r\nContent-Length: 5\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nX-A: default\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nx-b: own\r\n"));
    EXPECT_THAT(head, Not(HasSubstr("X-B")));
    EXPECT_THAT(head, HasSubstr("\r\nX-Request-Id: id1\r\n"));
    EXPECT_THAT(head, Not(HasSubstr("Server")));
    EXPECT_TRUE(head.ends_with("\r\n\r\n"));
}

TEST(Head, LeavesFramingToTheServer) {
    Response response = text(200, "x");
    response.with("content-length", "99").with("Transfer-Encoding", "chunked").with("DATE", "never");
    auto const head = make_head(response, {});
    EXPECT_THAT(head, Not(HasSubstr("99")));
    EXPECT_THAT(head, Not(HasSubstr("chunked")));
    EXPECT_THAT(head, Not(HasSubstr("never")));
}

TEST(Head, GivesNoLengthToAnAnswerWithoutBody) {
    EXPECT_THAT(make_head(Response{204, {}, {}, {}}, {}), Not(HasSubstr("Content-Length")));
    EXPECT_THAT(make_head(Response{304, {}, {}, {}}, {}), Not(HasSubstr("Content-Length")));
}

TEST(Head, SpeaksToOldClients) {
    HeadFacts facts;
    facts.http11 = false;
    EXPECT_THAT(make_head(text(200, ""), facts), HasSubstr("Connection: keep-alive"));
    facts.keep_alive = false;
    EXPECT_THAT(make_head(text(200, ""), facts), HasSubstr("Connection: close"));
}

TEST(Head, RefusesWhatWouldSplitTheAnswer) {
    EXPECT_TRUE(can_send(text(200, "").with("X-A", "b c 安")));
    EXPECT_FALSE(can_send(text(200, "").with("X-A", "b\r\nSet-Cookie: c")));
    EXPECT_FALSE(can_send(text(200, "").with("X-A", std::string("b\0c", 3))));
    EXPECT_FALSE(can_send(text(200, "").with("X A", "b")));
    EXPECT_FALSE(can_send(text(200, "").with("", "b")));
    EXPECT_FALSE(can_send(text(100, "")));
    EXPECT_FALSE(can_send(text(0, "")));
}

TEST(Head, WritesDatesAsHttpWantsThem) {
    EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(reason_phrase(431), "Request Header Fields Too Large");
    EXPECT_EQ(reason_phrase(299), "Status");
}

}  // namespace
}  // namespace anping::http
