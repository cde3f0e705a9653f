// SPDX-License-Identifier: Apache-2.0
#include "router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "wire.hpp"

namespace anping::http {
namespace {

Route at(std::string method, std::string pattern) {
    return testing::route(std::move(method), std::move(pattern), Lane::inline_, testing::hello);
}

std::string matched(Router const& router, std::string_view method, std::string_view path) {
    auto const found = router.find(method, path);
    return found.route == nullptr ? "none, allow " + found.allow : found.route->method + " " + found.route->pattern;
}

TEST(Router, PrefersFixedSegmentsThenCapturesThenTheRest) {
    Router const router({at("GET", "/a/{id}"), at("GET", "/a/new"), at("GET", "/{rest...}"), at("GET", "/")});
    EXPECT_EQ(matched(router, "GET", "/a/new"), "GET /a/new");
    EXPECT_EQ(matched(router, "GET", "/a/7"), "GET /a/{id}");
    EXPECT_EQ(matched(router, "GET", "/a/7/x"), "GET /{rest...}");
    EXPECT_EQ(matched(router, "GET", "/"), "GET /");
}

TEST(Router, CapturesSegmentsAndTheRest) {
    Router const router({at("GET", "/p/{project}/f/{name...}")});
    auto const found = router.find("GET", "/p/P-1/f/a/b.pdf");
    ASSERT_NE(found.route, nullptr);
    EXPECT_EQ(found.captures.at("project"), "P-1");
    EXPECT_EQ(found.captures.at("name"), "a/b.pdf");
    EXPECT_EQ(router.find("GET", "/p/P-1/f/").captures.at("name"), "");
    EXPECT_EQ(router.find("GET", "/p//f/x").route, nullptr);
}

TEST(Router, GivesWayToAWiderPatternThatHasTheMethod) {
    Router const router({at("POST", "/reports/search"), at("GET", "/reports/{id}"), at("DELETE", "/{all...}")});
    EXPECT_EQ(matched(router, "GET", "/reports/search"), "GET /reports/{id}");
    EXPECT_EQ(matched(router, "DELETE", "/reports/search"), "DELETE /{all...}");
    EXPECT_EQ(router.find("GET", "/reports/search").captures.size(), 1u);
}

TEST(Router, NamesTheMethodsOfAPathItHas) {
    Router const router({at("GET", "/a"), at("PUT", "/a"), at("POST", "/b")});
    EXPECT_EQ(matched(router, "DELETE", "/a"), "none, allow GET, HEAD, PUT");
    EXPECT_EQ(matched(router, "GET", "/b"), "none, allow POST");
    EXPECT_EQ(matched(router, "GET", "/c"), "none, allow ");
    EXPECT_EQ(matched(router, "GET", "/a/"), "none, allow ");
}

TEST(Router, AnswersHeadWithGetUnlessThereIsAHead) {
    EXPECT_EQ(matched(Router({at("GET", "/a")}), "HEAD", "/a"), "GET /a");
    EXPECT_EQ(matched(Router({at("GET", "/a"), at("HEAD", "/a")}), "HEAD", "/a"), "HEAD /a");
}

TEST(Router, RefusesPatternsThatContradict) {
    EXPECT_THROW(Router({at("GET", "/a/{x}"), at("GET", "/a/{y}")}), std::invalid_argument);
    EXPECT_THROW(Router({at("GET", "/{x...}"), at("GET", "/{y...}")}), std::invalid_argument);
    for (auto const* pattern : {"", "a", "/a//b", "/{}", "/{...}", "/{a...}/b", "/{a}/{a}"}) {
        EXPECT_THROW(Router({at("GET", pattern)}), std::invalid_argument) << pattern;
    }
    Route empty;
    empty.method = "GET";
    empty.pattern = "/";
    EXPECT_THROW(Router({empty}), std::invalid_argument);
}

}  // namespace
}  // namespace anping::http
