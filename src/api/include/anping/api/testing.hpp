// SPDX-License-Identifier: Apache-2.0
// Endpoints without sockets, for the tests of whoever declares some: a principal and a request in, the response out.
#pragma once

#include <string>
#include <vector>

#include <anping/api/dispatcher.hpp>

namespace anping::api::testing {

// A Dispatcher that believes what it is told about the sender. The policy, the targets, If-Match, Idempotency-Key,
// re-authentication and problems are the real ones; cookies and CSRF are left out.
class Caller {
public:
    Caller(std::vector<Endpoint> endpoints, access::Policy const& policy, Clock const& clock);

    // `target` may have a query ("/api/v1/projects?limit=2"). A body is sent as JSON unless a content-type is given.
    // Header names in lower case. An address that no endpoint has answers 404.
    http::Response call(access::Principal const& who, std::string const& method, std::string const& target,
                        std::string body = {}, http::Headers headers = {}) const;
    http::Response get(access::Principal const& who, std::string const& target, http::Headers headers = {}) const {
        return call(who, "GET", target, {}, std::move(headers));
    }
    http::Response post(access::Principal const& who, std::string const& target, json::value const& body,
                        http::Headers headers = {}) const;
    Dispatcher const& dispatcher() const noexcept { return dispatcher_; }

private:
    Dispatcher dispatcher_;
};

json::value body_of(http::Response const& response);  // throws when it is not JSON
std::string header_of(http::Response const& response, std::string const& lower_case_name);
// Splits a target into path and query; the rest of a request as given.
http::Request request(std::string const& method, std::string const& target, std::string body = {},
                      http::Headers headers = {});
// Fills the captures; false when the path is not of the pattern.
bool matches(std::string const& pattern, http::Request& request);

}  // namespace anping::api::testing
