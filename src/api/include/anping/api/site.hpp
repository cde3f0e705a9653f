// SPDX-License-Identifier: Apache-2.0
// What is served besides endpoints: the built pages, the headers every answer carries, health and figures.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/http/server.hpp>

namespace anping::api {

// For http::Options::default_headers: what every answer carries that does not say otherwise.
http::Headers security_headers();
// The desk's component library writes style attributes; nothing else may.
std::string desk_content_security_policy();

struct StaticSite {
    std::string prefix;     // "/desk"
    std::string directory;  // as built: index.html, assets/name-hash.js, with .br and .gz beside them
    std::string fallback =
        {};  // file served for addresses below the prefix that are no file ("index.html"); "" for none
    std::string content_security_policy = {};  // for HTML pages; "" for the default
};
// Routes for a directory read once at start: "/prefix" and "/prefix/{rest...}". A later file is not served. Files with
// a hash in their name may be kept for ever, others are asked about each time (ETag). Throws std::runtime_error when
// the directory cannot be read.
std::vector<http::Route> static_routes(StaticSite const& site);

// GET /healthz: the process answers. GET /readyz: `ready` says whether it can do its work; 503 with the reason if not.
std::vector<http::Route> health_routes(std::function<Result<void>()> ready);

// One figure for GET /metrics (Prometheus text format 0.0.4).
struct Metric {
    std::string name;  // "anping_http_requests_total"
    std::string help;
    bool counter = true;  // else a gauge
    std::vector<std::pair<std::string, std::string>> labels = {};
    std::int64_t value = 0;
};
// Metrics of one name must stand together.
std::string render_metrics(std::vector<Metric> const& metrics);
http::Route metrics_route(std::function<std::vector<Metric>()> collect);

}  // namespace anping::api
