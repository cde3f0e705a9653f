// SPDX-License-Identifier: Apache-2.0
#include <anping/api/dispatcher.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <exception>
#include <stdexcept>

#include <anping/api/openapi.hpp>
#include <anping/api/problem.hpp>
#include <anping/base/log.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/db/session.hpp>

#include "csrf.hpp"
#include "errors.hpp"

namespace anping::api {
namespace {

void check(Endpoint const& endpoint, access::Policy const& policy) {
    auto const name = endpoint.method + " " + endpoint.path;
    if (static_cast<bool>(endpoint.run) == static_cast<bool>(endpoint.open_sink))
        throw std::invalid_argument(name + ": an endpoint either runs or takes a stream");
    if (endpoint.path.find('{') != std::string::npos && !endpoint.target && !endpoint.decides_itself &&
        !policy.open_to_all(endpoint.action))
        throw std::invalid_argument(name + ": the path names a thing, but not whose it is (target)");
    if (endpoint.changes && !changes_something(endpoint.method))
        throw std::invalid_argument(name + ": a change may not be a " + endpoint.method);
    if (endpoint.summary.empty()) throw std::invalid_argument(name + ": has no summary");
}

Result<std::string> idempotency_key(Endpoint const& endpoint, http::Request const& request) {
    if (endpoint.secret || !endpoint.changes) return std::string();
    auto const key = request.header("idempotency-key");
    bool const visible = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (key.size() > 128 || !visible) return errors::bad_idempotency_key();
    return std::string(key);
}

// What makes two requests the same request.
std::string digest_of(http::Request const& request) {
    crypto::Hasher hasher(crypto::HashAlgorithm::sm3);
    auto const add = [&](std::string_view part) {
        hasher.update(std::to_string(part.size()) + ":");
        hasher.update(part);
    };
    add(request.method);
    add(request.path);
    for (auto const& [name, value] : request.query) {
        add(name);
        add(value);
    }
    add(request.body);
    return crypto::to_hex(hasher.finish());
}

Result<std::optional<std::int64_t>> version_seen(Endpoint const& endpoint, http::Request const& request) {
    auto const text = request.header("if-match");
    if (text.empty()) {
        if (endpoint.if_match) return errors::if_match_missing();
        return std::nullopt;
    }
    std::int64_t version = 0;
    bool const quoted = text.size() > 2 && text.front() == '"' && text.back() == '"';
    if (!quoted) return errors::if_match_malformed();
    auto const* end = text.data() + text.size() - 1;
    auto const [stop, problem] = std::from_chars(text.data() + 1, end, version);
    if (problem != std::errc() || stop != end) return errors::if_match_malformed();
    return version;
}

bool says(http::Response const& response, std::string_view lower_case_name) {
    return std::any_of(response.headers.begin(), response.headers.end(), [&](auto const& header) {
        return std::equal(header.first.begin(), header.first.end(), lower_case_name.begin(), lower_case_name.end(),
                          [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
    });
}

}  // namespace

Dispatcher::Dispatcher(std::vector<Endpoint> endpoints, access::Policy const& policy, Clock const& clock,
                       SessionLookup sessions, DispatcherOptions options)
    : endpoints_(std::move(endpoints)),
      policy_(policy),
      clock_(clock),
      sessions_(std::move(sessions)),
      options_(std::move(options)) {
    for (auto const& endpoint : endpoints_) check(endpoint, policy_);
    openapi_ = openapi_document(endpoints_, policy_, options_.version);
}

std::vector<http::Route> Dispatcher::routes() const {
    std::vector<http::Route> routes;
    for (auto const& endpoint : endpoints_) {
        http::Route route;
        route.method = endpoint.method;
        route.pattern = endpoint.path;
        route.body_limit = endpoint.body_limit;
        if (endpoint.changes) route.lane = http::Lane::waiting;
        if (endpoint.open_sink)
            route.open_sink = [this, &endpoint](http::Request const& request) { return open(endpoint, request); };
        else route.handle = [this, &endpoint](http::Request const& request) { return answer(endpoint, request); };
        routes.push_back(std::move(route));
    }
    auto document = json_response(200, openapi_);
    http::Route description;
    description.method = "GET";
    description.pattern = "/api/v1/openapi.json";
    description.lane = http::Lane::inline_;
    description.handle = [document = std::move(document)](http::Request const&) { return http::Response(document); };
    routes.push_back(std::move(description));
    return routes;
}

http::Response Dispatcher::guarded(http::Request const& request,
                                   std::function<Result<http::Response>()> const& run) const {
    try {
        auto response = run();
        if (response) return std::move(*response);
        auto const& error = response.error();
        if (!error.internal.empty())
            log::warn("request.refused", {{"id", request.id}, {"key", error.key}, {"internal", error.internal}});
        return problem(error, request);
    } catch (db::DbError const& fault) {
        log::error("request.database", {{"id", request.id}, {"what", fault.what()}});
        bool const passing = fault.fault() == db::Fault::busy || fault.fault() == db::Fault::disconnected;
        return problem(passing ? errors::busy().value() : errors::fault().value(), request);
    } catch (std::exception const& fault) {
        log::error("request.fault", {{"id", request.id}, {"what", fault.what()}});
        return problem(errors::fault().value(), request);
    }
}

Result<SignedIn> Dispatcher::sender(Endpoint const& endpoint, http::Request const& request) const {
    std::optional<SignedIn> session;
    if (auto const token = request.cookie(options_.cookie); !token.empty()) session = sessions_(token);
    if (changes_something(request.method)) {
        if (auto ours = check_origin(request, options_.origins); !ours) return unexpected<Error>(ours.error());
        // Nobody signed in has nothing a forged request could use.
        if (session)
            if (auto token = check_token(request, session->csrf_token); !token) return unexpected<Error>(token.error());
    }
    if (!session) return SignedIn{};
    if (session->must_change_password && endpoint.action != access::Action::session_own &&
        !policy_.open_to_all(endpoint.action))
        return errors::change_password_first();
    return std::move(*session);
}

Result<Context> Dispatcher::admit(access::Principal const& who, Endpoint const& endpoint,
                                  http::Request const& request) const {
    if (auto may = policy_.may_ever(who, endpoint.action); !may) return unexpected<Error>(may.error());
    auto key = idempotency_key(endpoint, request);
    if (!key) return unexpected<Error>(key.error());
    auto digest = key->empty() ? std::string() : digest_of(request);
    Context context{who, request, clock_.now(), policy_, std::move(*key), std::move(digest)};
    if (endpoint.target) {
        auto target = endpoint.target(context);
        if (!target) return unexpected<Error>(hide(target.error()));
        if (auto may = policy_.decide(who, endpoint.action, *target); !may) return unexpected<Error>(may.error());
    }
    if (endpoint.reauthenticated && !who.recently_authenticated) return errors::reauthenticate();
    auto version = version_seen(endpoint, request);
    if (!version) return unexpected<Error>(version.error());
    context.if_match = *version;
    return context;
}

http::Response Dispatcher::answer_as(access::Principal const& who, Endpoint const& endpoint,
                                     http::Request const& request) const {
    auto response = guarded(request, [&]() -> Result<http::Response> {
        auto context = admit(who, endpoint, request);
        if (!context) return unexpected<Error>(context.error());
        return endpoint.run(*context);
    });
    // What a person sees stays out of every cache; what everybody sees may be kept if it is asked for again.
    if (!says(response, "cache-control"))
        response.headers.emplace_back("cache-control", who.role == access::Role::anonymous ? "no-cache" : "no-store");
    return response;
}

http::Response Dispatcher::answer(Endpoint const& endpoint, http::Request const& request) const {
    return guarded(request, [&]() -> Result<http::Response> {
        auto from = sender(endpoint, request);
        if (!from) return unexpected<Error>(from.error());
        return answer_as(from->who, endpoint, request);
    });
}

std::pair<std::unique_ptr<http::BodySink>, http::Response> Dispatcher::open_as(access::Principal const& who,
                                                                               Endpoint const& endpoint,
                                                                               http::Request const& request) const {
    std::unique_ptr<http::BodySink> sink;
    auto refusal = guarded(request, [&]() -> Result<http::Response> {
        auto context = admit(who, endpoint, request);
        if (!context) return unexpected<Error>(context.error());
        auto opened = endpoint.open_sink(*context);
        if (!opened) return unexpected<Error>(opened.error());
        sink = std::move(*opened);
        return http::Response{};
    });
    return {std::move(sink), std::move(refusal)};
}

std::pair<std::unique_ptr<http::BodySink>, http::Response> Dispatcher::open(Endpoint const& endpoint,
                                                                            http::Request const& request) const {
    std::unique_ptr<http::BodySink> sink;
    auto refusal = guarded(request, [&]() -> Result<http::Response> {
        auto from = sender(endpoint, request);
        if (!from) return unexpected<Error>(from.error());
        auto [opened, response] = open_as(from->who, endpoint, request);
        sink = std::move(opened);
        return std::move(response);
    });
    return {std::move(sink), std::move(refusal)};
}

}  // namespace anping::api
