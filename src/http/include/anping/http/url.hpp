// SPDX-License-Identifier: Apache-2.0
// Addresses of other people's sites, as `fetch` takes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anping::http {

struct Url {
    bool secure = false;
    std::string host;  // lower case; an IPv6 address without its brackets
    std::uint16_t port = 80;
    std::string target = "/";  // path and query, percent-encoded
    std::string authority() const;
    std::string text() const;
    bool operator==(Url const&) const = default;
};

// Nothing unless it is an absolute http or https address without credentials, its host in ASCII; a fragment is dropped,
// and what stands in the path unencoded is encoded.
std::optional<Url> parse_url(std::string_view text);

// Where a redirect from `from` leads.
std::optional<Url> redirected(Url const& from, std::string_view location);

}  // namespace anping::http
