// SPDX-License-Identifier: Apache-2.0
#include <anping/api/site.hpp>

#include <set>

#include <anping/api/answer.hpp>
#include <anping/api/problem.hpp>

namespace anping::api {
namespace {

std::string content_security_policy(char const* style) {
    return std::string("default-src 'none'; script-src 'self'; style-src ") + style +
           "; img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; "
           "form-action 'self'; base-uri 'none'";
}

std::string escaped(std::string const& text) {
    std::string out;
    for (char const c : text) {
        if (c == '\\' || c == '"') out += '\\';
        if (c == '\n') out += "\\n";
        else out += c;
    }
    return out;
}

}  // namespace

http::Headers security_headers() {
    return {{"content-security-policy", content_security_policy("'self'")},
            {"x-content-type-options", "nosniff"},
            {"x-frame-options", "DENY"},  // for browsers that do not know frame-ancestors
            {"referrer-policy", "no-referrer"},
            {"cross-origin-opener-policy", "same-origin"},
            {"cross-origin-resource-policy", "same-origin"},
            {"permissions-policy", "camera=(self), geolocation=(self), microphone=()"}};
}

std::string desk_content_security_policy() { return content_security_policy("'self' 'unsafe-inline'"); }

std::vector<http::Route> health_routes(std::function<Result<void>()> ready) {
    http::Route alive;
    alive.method = "GET";
    alive.pattern = "/healthz";
    alive.lane = http::Lane::inline_;
    alive.handle = [](http::Request const&) {
        auto response = http::text(200, "ok\n");
        response.headers.emplace_back("cache-control", "no-store");
        return response;
    };
    http::Route able;
    able.method = "GET";
    able.pattern = "/readyz";
    able.handle = [ready = std::move(ready)](http::Request const& request) {
        if (auto const can = ready(); !can) return problem(can.error(), request);
        auto response = http::text(200, "ready\n");
        response.headers.emplace_back("cache-control", "no-store");
        return response;
    };
    return {std::move(alive), std::move(able)};
}

std::string render_metrics(std::vector<Metric> const& metrics) {
    std::string out;
    std::set<std::string> described;
    for (auto const& metric : metrics) {
        if (described.insert(metric.name).second) {
            out += "# HELP " + metric.name + ' ' + escaped(metric.help) + '\n';
            out += "# TYPE " + metric.name + (metric.counter ? " counter\n" : " gauge\n");
        }
        out += metric.name;
        char const* before = "{";
        for (auto const& [name, value] : metric.labels) {
            out += before + name + "=\"" + escaped(value) + '"';
            before = ",";
        }
        if (!metric.labels.empty()) out += '}';
        out += ' ' + std::to_string(metric.value) + '\n';
    }
    return out;
}

http::Route metrics_route(std::function<std::vector<Metric>()> collect) {
    http::Route route;
    route.method = "GET";
    route.pattern = "/metrics";
    route.handle = [collect = std::move(collect)](http::Request const&) {
        return http::text(200, render_metrics(collect()), "text/plain; version=0.0.4; charset=utf-8");
    };
    return route;
}

}  // namespace anping::api
