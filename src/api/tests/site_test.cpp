// SPDX-License-Identifier: Apache-2.0
#include <anping/api/site.hpp>

#include <fstream>

#include "support.hpp"

namespace anping::api {
namespace {

class Pages : public ::testing::Test {
protected:
    Pages() {
        std::filesystem::create_directories(directory_.path + "/assets");
        put("index.html", "<!doctype html>");
        put("assets/desk-B3x9_kQa.js", "plain script");
        put("assets/desk-B3x9_kQa.js.br", "br");
        put("assets/desk-B3x9_kQa.js.gz", "gzip");
        put("robots.txt", "User-agent: *");
        routes_ = static_routes({"/desk", directory_.path, "index.html", desk_content_security_policy()});
    }
    void put(std::string const& name, std::string const& bytes) {
        std::ofstream(directory_.path + "/" + name, std::ios::binary) << bytes;
    }
    http::Response get(std::string const& path, http::Headers headers = {}) {
        auto request = testing::request("GET", path, {}, std::move(headers));
        for (auto const& route : routes_)
            if (testing::matches(route.pattern, request)) return route.handle(request);
        throw std::runtime_error("no route for " + path);
    }
    std::string file_of(http::Response const& response) {
        return response.file ? std::filesystem::path(response.file->path).filename().string() : "";
    }

    TemporaryDirectory directory_;
    std::vector<http::Route> routes_;
};

TEST_F(Pages, AreServedWithTheirTypeAndThePolicyOfTheDesk) {
    auto const page = get("/desk");
    EXPECT_EQ(file_of(page), "index.html");
    EXPECT_EQ(page.file->size, 15U);
    EXPECT_EQ(header_of(page, "content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(header_of(page, "content-security-policy"), desk_content_security_policy());
    EXPECT_EQ(header_of(page, "cache-control"), "no-cache");
    EXPECT_EQ(header_of(get("/desk/robots.txt"), "content-type"), "text/plain; charset=utf-8");
}

TEST_F(Pages, WithAHashInTheirNameAreKeptForEver) {
    auto const script = get("/desk/assets/desk-B3x9_kQa.js");
    EXPECT_EQ(header_of(script, "cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(header_of(script, "content-type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(header_of(script, "content-security-policy"), "");
    EXPECT_EQ(header_of(get("/desk/robots.txt"), "cache-control"), "no-cache");
}

TEST_F(Pages, AreSentCompressedToWhoTakesIt) {
    auto const as = [&](std::string accepted, http::Headers more = {}) {
        more.emplace_back("accept-encoding", std::move(accepted));
        return get("/desk/assets/desk-B3x9_kQa.js", std::move(more));
    };
    EXPECT_EQ(header_of(as("gzip, deflate, br"), "content-encoding"), "br");
    EXPECT_EQ(file_of(as("gzip, deflate, br")), "desk-B3x9_kQa.js.br");
    EXPECT_EQ(header_of(as("gzip"), "content-encoding"), "gzip");
    EXPECT_EQ(header_of(as("br;q=0, gzip;q=0.5"), "content-encoding"), "gzip");
    EXPECT_EQ(header_of(as("identity"), "content-encoding"), "");
    EXPECT_EQ(header_of(as("br", {{"range", "bytes=0-3"}}), "content-encoding"), "");
    EXPECT_EQ(header_of(as("br"), "vary"), "Accept-Encoding");
    EXPECT_NE(header_of(as("br"), "etag"), header_of(as("gzip"), "etag"));
}

TEST_F(Pages, AreNotSentAgainUnchanged) {
    auto const tag = header_of(get("/desk"), "etag");
    auto const again = get("/desk", {{"if-none-match", tag}});
    EXPECT_EQ(again.status, 304);
    EXPECT_FALSE(again.file);
    EXPECT_EQ(header_of(again, "content-security-policy"), header_of(get("/desk"), "content-security-policy"))
        << "the browser applies those of the 304 to the page it has";
    EXPECT_EQ(get("/desk", {{"if-none-match", "\"other\""}}).status, 200);
}

TEST_F(Pages, AddressesOfTheProgramAreItsFirstPageAndMissingFilesAreMissing) {
    EXPECT_EQ(file_of(get("/desk/projects/p-1")), "index.html");
    EXPECT_EQ(get("/desk/assets/gone-B3x9_kQa.js").status, 404);
    // Compressed copies are not files of their own, and nothing outside the directory is known.
    EXPECT_EQ(get("/desk/assets/desk-B3x9_kQa.js.br").status, 404);
    EXPECT_EQ(get("/desk/../../etc/passwd.txt").status, 404);
    routes_ = static_routes({"", directory_.path});
    EXPECT_EQ(get("/projects").status, 404);
    EXPECT_EQ(file_of(get("/")), "index.html");
}

TEST_F(Pages, ThatAreNotBuiltAreSaidAtStart) {
    EXPECT_THROW(static_routes({"/x", directory_.path + "/none"}), std::runtime_error);
}

TEST(SecurityHeaders, AllowNothingInlineAndNobodyElse) {
    std::map<std::string, std::string> headers;
    for (auto const& [name, value] : security_headers()) headers[name] = value;
    auto const& policy = headers.at("content-security-policy");
    for (auto const* part : {"default-src 'none'", "script-src 'self';", "style-src 'self';",
                             "img-src 'self' blob: data:", "connect-src 'self'", "frame-ancestors 'none'",
                             "form-action 'self'", "base-uri 'none'"})
        EXPECT_NE(policy.find(part), std::string::npos) << part;
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(headers.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(headers.at("referrer-policy"), "no-referrer");
    auto const desk = desk_content_security_policy();
    EXPECT_NE(desk.find("style-src 'self' 'unsafe-inline'"), std::string::npos);
    EXPECT_NE(desk.find("script-src 'self';"), std::string::npos);
}

TEST(Health, SaysWhyItIsNotReady) {
    bool up = false;
    auto const routes = health_routes([&]() -> Result<void> {
        if (!up) return fail(ErrorCode::unavailable, "ledger.unavailable", "账本暂时不能写入。");
        return {};
    });
    EXPECT_EQ(routes[0].pattern, "/healthz");
    EXPECT_EQ(routes[0].handle(testing::request("GET", "/healthz")).status, 200);
    auto const sick = routes[1].handle(testing::request("GET", "/readyz"));
    EXPECT_EQ(sick.status, 503);
    EXPECT_EQ(body_of(sick).at("detail").as_string(), "账本暂时不能写入。");
    up = true;
    EXPECT_EQ(routes[1].handle(testing::request("GET", "/readyz")).status, 200);
}

TEST(Metrics, AreWrittenAsPrometheusReadsThem) {
    EXPECT_EQ(
        render_metrics({{"anping_requests_total", "Requests.", true, {{"status", "200"}, {"route", "/a\"b\\"}}, 3},
                        {"anping_requests_total", "Requests.", true, {{"status", "404"}}, 1},
                        {"anping_queue", "Waiting\nnow.", false, {}, -2}}),
        "# HELP anping_requests_total Requests.\n"
        "# TYPE anping_requests_total counter\n"
        "anping_requests_total{status=\"200\",route=\"/a\\\"b\\\\\"} 3\n"
        "anping_requests_total{status=\"404\"} 1\n"
        "# HELP anping_queue Waiting\\nnow.\n"
        "# TYPE anping_queue gauge\n"
        "anping_queue -2\n");
    auto const route = metrics_route([] { return std::vector<Metric>{{"up", "Up.", false, {}, 1}}; });
    auto const answer = route.handle(testing::request("GET", "/metrics"));
    EXPECT_EQ(header_of(answer, "content-type"), "text/plain; version=0.0.4; charset=utf-8");
}

}  // namespace
}  // namespace anping::api
