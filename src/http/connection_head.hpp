// SPDX-License-Identifier: Apache-2.0
// Of Connection what reads a request's head and finds its route. Part of server.cpp's translation unit.
#pragma once

#include <cctype>
#include <limits>

#include <anping/http/target.hpp>

#include "connection.hpp"
#include "framing.hpp"
#include "text.hpp"

namespace anping::http {

constexpr int kMore = 100;  // "go on": nothing to refuse yet

inline int Connection::scan_head() {
    while (pending_.starts_with("\r\n")) pending_.erase(0, 2);
    if (pending_.empty() || pending_ == "\r") return kMore;
    // Not a method, hence not HTTP (a TLS greeting, say): no use waiting for the rest.
    if (std::isalpha(static_cast<unsigned char>(pending_.front())) == 0) return 400;
    auto const limit = shared_->options.header_limit;
    auto const end = pending_.find("\r\n\r\n", scanned_ > 3 ? scanned_ - 3 : 0);
    scanned_ = pending_.size();
    if (end == std::string::npos) return pending_.size() > limit ? 431 : kMore;
    return end + 4 > limit ? 431 : parse_head(end + 4);
}

inline int Connection::parse_head(std::size_t length) {
    new_call();
    parser_.emplace();
    parser_->header_limit(std::numeric_limits<std::uint32_t>::max());  // measured already
    parser_->body_limit(boost::none);                                  // the route's to say
    for (std::size_t used = 0; !parser_->is_header_done();) {
        error_code ec;
        used += parser_->put(asio::buffer(pending_.data() + used, length - used), ec);
        if (ec) return 400;
    }
    pending_.erase(0, length);
    scanned_ = 0;
    http11_ = parser_->get().version() >= 11;
    keep_ = parser_->keep_alive();
    fill_request();
    int const status = check_framing(call_->request.headers, http11_);
    if (status != 0) return status;
    auto const raw = parser_->get().target();
    auto target = parse_target(std::string_view(raw.data(), raw.size()));
    if (!target) return 400;
    call_->request.path = std::move(target->path);
    call_->request.query = std::move(target->query);
    return 0;
}

inline void Connection::fill_request() {
    auto const& head = parser_->get();
    auto& request = call_->request;
    request.method = std::string(head.method_string());
    for (auto const& field : head) {
        std::string name(field.name_string());
        std::transform(name.begin(), name.end(), name.begin(), lower);
        request.headers.emplace_back(std::move(name), std::string(field.value()));
    }
}

inline Connection::Step Connection::find_route() {
    auto& request = call_->request;
    auto found = shared_->router.find(request.method, request.path);
    if (found.route == nullptr) {
        refuse(found.allow.empty() ? 404 : 405);
        if (!found.allow.empty()) call_->response.with("Allow", std::move(found.allow));
        return Step::answer;
    }
    call_->route = found.route;
    request.captures = std::move(found.captures);
    call_->head_only = request.method == "HEAD";
    // Whoever guards a handler by its method need not know that HEAD is GET without the body.
    if (call_->head_only) request.method = found.route->method;
    auto const length = parser_->content_length();
    if (length && *length > found.route->body_limit) return refuse(413);
    return Step::ok;
}

}  // namespace anping::http
