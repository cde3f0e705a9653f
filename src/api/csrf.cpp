// SPDX-License-Identifier: Apache-2.0
#include "csrf.hpp"

#include <algorithm>

#include <anping/crypto/digest.hpp>

#include "errors.hpp"

namespace anping::api {

bool changes_something(std::string_view method) noexcept {
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

Result<void> check_origin(http::Request const& request, std::vector<std::string> const& origins) {
    // Old browsers do not send Sec-Fetch-Site; those that do must say the sender is this very origin.
    auto const site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin") return errors::cross_site();
    auto const origin = request.header("origin");
    if (origin.empty()) return {};
    if (!origins.empty()) {
        if (std::find(origins.begin(), origins.end(), origin) == origins.end()) return errors::cross_site();
        return {};
    }
    auto const host = request.header("host");
    bool const ours =
        !host.empty() && (origin == "http://" + std::string(host) || origin == "https://" + std::string(host));
    if (!ours) return errors::cross_site();
    return {};
}

Result<void> check_token(http::Request const& request, std::string_view expected) {
    if (expected.empty() || !crypto::equal_in_constant_time(request.header("x-csrf-token"), expected))
        return errors::bad_token();
    return {};
}

}  // namespace anping::api
