// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>

#include <anping/http/message.hpp>

namespace anping::http {
namespace {

TEST(Request, FindsHeadersCookiesAndQueryValues) {
    Request request;
    request.headers = {{"accept", "a"}, {"cookie", "x=1; __Host-s=a=b ;y="}, {"cookie", "z=3"}, {"accept", "b"}};
    request.query = {{"q", "1"}, {"q", "2"}, {"empty", ""}};
    EXPECT_EQ(request.header("accept"), "a");
    EXPECT_EQ(request.header("host"), "");
    EXPECT_EQ(request.cookie("x"), "1");
    EXPECT_EQ(request.cookie("__Host-s"), "a=b");
    EXPECT_EQ(request.cookie("y"), "");
    EXPECT_EQ(request.cookie("z"), "3");
    EXPECT_EQ(request.cookie("none"), "");
    EXPECT_EQ(request.query_value("q"), "1");
    EXPECT_EQ(request.query_value("empty"), "");
    EXPECT_EQ(request.query_value("none"), std::nullopt);
}

TEST(Request, KnowsOnlyTheCapturesOfItsRoute) {
    Request request;
    request.captures = {{"id", "7"}};
    EXPECT_EQ(request.capture("id"), "7");
    EXPECT_THROW(request.capture("name"), std::out_of_range);
}

TEST(Response, TakesHeadersInAChain) {
    auto const response = text(201, "x").with("Location", "/a").with("ETag", "\"1\"");
    EXPECT_EQ(response.headers.size(), 3u);
    EXPECT_EQ(response.headers.front().second, "text/plain; charset=utf-8");
}

}  // namespace
}  // namespace anping::http
