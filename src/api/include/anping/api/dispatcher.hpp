// SPDX-License-Identifier: Apache-2.0
// From a request to an endpoint's answer: who asks, may they, is it really them, then the endpoint; errors become
// problems in one place.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/base/time.hpp>
#include <anping/http/server.hpp>

namespace anping::api {

// A request's session, as the dispatcher needs it.
struct SignedIn {
    access::Principal who;
    std::string csrf_token;
    bool must_change_password = false;  // nothing but one's own session is served until it is done
};
// By the cookie's value; nothing when it is not (or no longer) one. Thread-safe.
using SessionLookup = std::function<std::optional<SignedIn>(std::string_view token)>;

struct DispatcherOptions {
    std::string cookie = "__Host-anping";
    // Addresses people see in their browsers ("https://anping.example.cn"). Empty: the Host header decides.
    std::vector<std::string> origins = {};
    std::string version = "0.1.0";
};

// Immutable after construction, thread-safe. Throws std::invalid_argument on an endpoint that cannot be served safely.
class Dispatcher {
public:
    Dispatcher(std::vector<Endpoint> endpoints, access::Policy const& policy, Clock const& clock,
               SessionLookup sessions, DispatcherOptions options = {});

    // One per endpoint, and /api/v1/openapi.json. The dispatcher must outlive the server.
    std::vector<http::Route> routes() const;
    json::object const& openapi() const noexcept { return openapi_; }
    std::vector<Endpoint> const& endpoints() const noexcept { return endpoints_; }

    // Everything a request goes through once it is routed.
    http::Response answer(Endpoint const& endpoint, http::Request const& request) const;
    // The same for a sender already known: policy, re-authentication, If-Match, then the endpoint.
    http::Response answer_as(access::Principal const& who, Endpoint const& endpoint,
                             http::Request const& request) const;
    // For streamed bodies: a sink, or the answer that refuses.
    std::pair<std::unique_ptr<http::BodySink>, http::Response> open(Endpoint const& endpoint,
                                                                    http::Request const& request) const;
    std::pair<std::unique_ptr<http::BodySink>, http::Response> open_as(access::Principal const& who,
                                                                       Endpoint const& endpoint,
                                                                       http::Request const& request) const;

private:
    Result<SignedIn> sender(Endpoint const& endpoint, http::Request const& request) const;
    Result<Context> admit(access::Principal const& who, Endpoint const& endpoint, http::Request const& request) const;
    http::Response guarded(http::Request const& request, std::function<Result<http::Response>()> const& run) const;

    std::vector<Endpoint> endpoints_;
    access::Policy const& policy_;
    Clock const& clock_;
    SessionLookup sessions_;
    DispatcherOptions options_;
    json::object openapi_;
};

}  // namespace anping::api
