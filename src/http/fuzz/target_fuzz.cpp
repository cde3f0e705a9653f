// SPDX-License-Identifier: Apache-2.0
// Whatever passes the reader of request targets keeps its promise, and routing it finds at most one route.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <anping/http/target.hpp>

#include "ranges.hpp"
#include "router.hpp"

namespace {

using namespace anping::http;

void demand(bool holds) {
    if (!holds) std::abort();
}

bool is_clean(std::string_view path) {
    if (!path.starts_with('/') || !is_utf8(path) || path.find('\0') != path.npos) return false;
    auto const slashed = std::string(path) + "/";
    for (auto const* bad : {"/./", "/../"}) {
        if (slashed.find(bad) != std::string::npos) return false;
    }
    return path.find("//") == path.npos;
}

Router const& router() {
    static Router const one = [] {
        std::vector<Route> routes;
        for (auto const* pattern : {"/", "/a/{x}", "/a/b", "/{y}/b/{rest...}", "/{all...}"}) {
            Route route;
            route.method = "GET";
            route.pattern = pattern;
            route.handle = [](Request const&) { return Response{}; };
            routes.push_back(std::move(route));
        }
        return Router(std::move(routes));
    }();
    return one;
}

void check_cookie(std::string_view header) {
    Request request;
    request.headers.emplace_back("cookie", header);
    demand(request.cookie("a").find(';') == std::string_view::npos);
}

void check_range(std::string_view header) {
    constexpr std::uint64_t kSize = 1000;
    auto const range = parse_range(header, kSize);
    if (range.kind == Range::Kind::part) demand(range.length > 0 && range.first + range.length <= kSize);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const raw(reinterpret_cast<char const*>(data), size);
    check_range(raw);
    check_cookie(raw);
    if (auto const form = parse_form(raw)) {
        for (auto const& [name, value] : *form) demand(is_utf8(name) && is_utf8(value));
    }
    auto const target = parse_target(raw);
    if (!target) return 0;
    demand(is_clean(target->path));
    auto const found = router().find("GET", target->path);
    demand(found.route != nullptr);
    for (auto const& [name, value] : found.captures) demand(target->path.find(value) != std::string::npos);
    return 0;
}
