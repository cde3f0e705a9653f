// SPDX-License-Identifier: Apache-2.0
#include <anping/api/problem.hpp>

#include "support.hpp"

namespace anping::api {
namespace {

TEST(Problem, HasOneStatusForEachKindOfError) {
    std::vector<std::pair<ErrorCode, int>> const expected{{ErrorCode::invalid_input, 400},
                                                          {ErrorCode::unauthenticated, 401},
                                                          {ErrorCode::reauthenticate, 403},
                                                          {ErrorCode::forbidden, 403},
                                                          {ErrorCode::not_found, 404},
                                                          {ErrorCode::conflict, 409},
                                                          {ErrorCode::precondition_failed, 412},
                                                          {ErrorCode::too_large, 413},
                                                          {ErrorCode::refused, 422},
                                                          {ErrorCode::too_many, 429},
                                                          {ErrorCode::internal, 500},
                                                          {ErrorCode::unavailable, 503}};
    for (auto const& [code, status] : expected) {
        EXPECT_EQ(status_of(code), status) << to_string(code);
        auto const response = problem({code, "test.key", "文字"}, testing::request("GET", "/"));
        EXPECT_EQ(response.status, status);
        auto const body = body_of(response);
        EXPECT_EQ(body.at("status").as_int64(), status);
        EXPECT_FALSE(body.at("title").as_string().empty());
    }
}

TEST(Problem, SaysHowLongALockLasts) {
    Error error{ErrorCode::too_many, "access.locked", "尝试次数过多"};
    EXPECT_EQ(header_of(problem(error, testing::request("POST", "/")), "retry-after"), "60");
    error.retry_after = 900;
    EXPECT_EQ(header_of(problem(error, testing::request("POST", "/")), "retry-after"), "900");
}

TEST(Problem, IsADocumentOfRfc9457WithFieldsAndClauses) {
    Error error{ErrorCode::refused, "practice.review_missing", "内部审核尚未完成。"};
    error.fields = {{"/people/0/name", "required", "请填写姓名"}};
    error.clauses = {"XJ/XJ-4b"};
    error.internal = "state=3 secret-detail";
    auto const response = problem(error, testing::request("POST", "/"));
    EXPECT_EQ(header_of(response, "content-type"), "application/problem+json; charset=utf-8");
    EXPECT_EQ(header_of(response, "cache-control"), "no-store");
    auto const body = body_of(response);
    EXPECT_EQ(body.at("type").as_string(), "urn:anping:problem:practice.review_missing");
    EXPECT_EQ(body.at("detail").as_string(), "内部审核尚未完成。");
    EXPECT_EQ(body.at("instance").as_string(), "urn:anping:request:test");
    EXPECT_EQ(body.at("code").as_string(), "refused");
    EXPECT_EQ(body.at("errors").at(0).at("pointer").as_string(), "/people/0/name");
    EXPECT_EQ(body.at("errors").at(0).at("rule").as_string(), "required");
    EXPECT_EQ(body.at("clauses").at(0).as_string(), "XJ/XJ-4b");
    EXPECT_EQ(response.body.find("secret-detail"), std::string::npos);
}

TEST(Problem, SaysWhenToComeBack) {
    EXPECT_EQ(header_of(problem({ErrorCode::unavailable, "k", "t"}, testing::request("GET", "/")), "retry-after"), "2");
    EXPECT_EQ(header_of(server_problem(503, testing::request("GET", "/")), "retry-after"), "2");
}

TEST(Problem, WordsWhatTheServerItselfRefuses) {
    for (int const status : {400, 404, 405, 408, 413, 431, 500, 503}) {
        auto const response = server_problem(status, testing::request("GET", "/nowhere"));
        EXPECT_EQ(response.status, status);
        EXPECT_EQ(body_of(response).at("status").as_int64(), status);
    }
    EXPECT_EQ(body_of(server_problem(418, testing::request("GET", "/"))).at("type").as_string(),
              "urn:anping:problem:http.fault");
}

}  // namespace
}  // namespace anping::api
