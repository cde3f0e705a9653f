// SPDX-License-Identifier: Apache-2.0
#include <anping/api/testing.hpp>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cctype>

#include <anping/api/problem.hpp>

namespace anping::api::testing {
namespace {

std::vector<std::string> segments(std::string const& path) {
    std::vector<std::string> out;
    std::size_t from = 1;
    while (from <= path.size()) {
        auto const slash = std::min(path.find('/', from), path.size());
        out.push_back(path.substr(from, slash - from));
        from = slash + 1;
    }
    return out;
}

std::string unescape(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') out += ' ';
        else if (text[i] == '%' && i + 2 < text.size()) {
            out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else out += text[i];
    }
    return out;
}

}  // namespace

bool matches(std::string const& pattern, http::Request& request) {
    auto const wanted = segments(pattern);
    auto const given = segments(request.path);
    std::map<std::string, std::string, std::less<>> captures;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        auto const& part = wanted[i];
        if (part.ends_with("...}")) {
            std::string rest;
            for (auto j = i; j < given.size(); ++j) rest += (j == i ? "" : "/") + given[j];
            captures[part.substr(1, part.size() - 5)] = rest;
            request.captures = std::move(captures);
            return true;
        }
        if (i >= given.size()) return false;
        if (part.starts_with('{') && !given[i].empty()) captures[part.substr(1, part.size() - 2)] = given[i];
        else if (part != given[i]) return false;
    }
    if (wanted.size() != given.size()) return false;
    request.captures = std::move(captures);
    return true;
}

http::Request request(std::string const& method, std::string const& target, std::string body, http::Headers headers) {
    http::Request out;
    out.method = method;
    out.headers = std::move(headers);
    out.body = std::move(body);
    out.peer = "127.0.0.1";
    out.id = "test";
    auto const mark = target.find('?');
    out.path = unescape(target.substr(0, mark));
    std::string_view query = mark == std::string::npos ? std::string_view() : std::string_view(target).substr(mark + 1);
    while (!query.empty()) {
        auto const end = std::min(query.find('&'), query.size());
        auto const pair = query.substr(0, end);
        auto const equals = std::min(pair.find('='), pair.size());
        out.query.emplace_back(unescape(pair.substr(0, equals)),
                               equals < pair.size() ? unescape(pair.substr(equals + 1)) : std::string());
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    if (!out.body.empty() && out.header("content-type").empty())
        out.headers.emplace_back("content-type", "application/json");
    return out;
}

Caller::Caller(std::vector<Endpoint> endpoints, access::Policy const& policy, Clock const& clock)
    : dispatcher_(std::move(endpoints), policy, clock, [](std::string_view) { return std::nullopt; }) {}

http::Response Caller::call(access::Principal const& who, std::string const& method, std::string const& target,
                            std::string body, http::Headers headers) const {
    auto asked = request(method, target, std::move(body), std::move(headers));
    for (auto const& endpoint : dispatcher_.endpoints()) {
        if (endpoint.method != method || !matches(endpoint.path, asked)) continue;
        if (!endpoint.open_sink) return dispatcher_.answer_as(who, endpoint, asked);
        auto const bytes = std::exchange(asked.body, {});
        auto [sink, refusal] = dispatcher_.open_as(who, endpoint, asked);
        if (!sink) return refusal;
        sink->write(bytes);
        return sink->finish();
    }
    return server_problem(404, asked);
}

http::Response Caller::post(access::Principal const& who, std::string const& target, json::value const& body,
                            http::Headers headers) const {
    return call(who, "POST", target, json::serialize(body), std::move(headers));
}

json::value body_of(http::Response const& response) { return json::parse(response.body); }

std::string header_of(http::Response const& response, std::string const& name) {
    for (auto const& [key, value] : response.headers) {
        std::string lower;
        for (char const c : key) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (lower == name) return value;
    }
    return {};
}

}  // namespace anping::api::testing
