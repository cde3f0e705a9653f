// SPDX-License-Identifier: Apache-2.0
// Shared and Call, and of Connection what does not wait. Part of server.cpp's translation unit.
#pragma once

#include <cctype>
#include <exception>

#include <anping/base/log.hpp>
#include <anping/http/target.hpp>

#include "connection.hpp"
#include "framing.hpp"
#include "head.hpp"
#include "stream_impl.hpp"
#include "text.hpp"

namespace anping::http {

constexpr int kMore = 100;  // "go on": nothing to refuse yet
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

inline Response Shared::error(int status, Request const& request) const noexcept {
    Response out;
    try {
        out = options.on_error ? options.on_error(status, request) : text(status, std::string(reason_phrase(status)));
    } catch (std::exception const& fault) {
        log::error("http.error_page_failed", {{"id", request.id}, {"what", fault.what()}});
        out = text(status, std::string(reason_phrase(status)));
    }
    out.status = status;
    out.file.reset();
    if (status == 503 && !has_header(out.headers, "retry-after")) out.with("Retry-After", "1");
    return out;
}

// A bijection of a counter that starts anywhere: never twice in one run, and no pattern for the eye.
inline std::string Shared::new_id() {
    std::uint64_t x = next_id.fetch_add(0x9e3779b97f4a7c15u, std::memory_order_relaxed);
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    x ^= x >> 31;
    std::string out(16, '0');
    for (auto& digit : out) {
        digit = "0123456789abcdef"[x >> 60];
        x <<= 4;
    }
    return out;
}

inline void Call::perform() noexcept {
    if (!claimed.exchange(true)) {
        try {
            (this->*step)();
        } catch (std::exception const& error) {
            fault = std::string("exception: ") + error.what();
        } catch (...) {
            fault = "exception of an unknown type";
        }
    }
    asio::post(waker.get_executor(), [self = shared_from_this()] { self->returned(); });
}

inline void Call::returned() {
    done = true;
    waker.cancel();
    if (abandoned) release();
}

inline void Call::release() {
    if (!sink) return;
    if (!queue.push_always([self = shared_from_this()] { self->drop_sink(); })) drop_sink();
}

inline Connection::Connection(std::shared_ptr<Shared> shared, Loop& loop, Stream::Socket socket, std::string peer)
    : shared_(std::move(shared)), stream_(loop, std::move(socket)), peer_(std::move(peer)) {}

inline Connection::~Connection() {
    if (shared_->open.fetch_sub(1) == 1) shared_->open.notify_all();
}

inline void Connection::new_call() {
    call_ = std::make_shared<Call>(stream_.loop().io, shared_->queue);
    call_->started = Clock::now();
    call_->request.id = shared_->new_id();
    call_->request.peer = peer_;
    shared_->requests.fetch_add(1, std::memory_order_relaxed);
}

inline Connection::Step Connection::refuse(int status) {
    if (!call_) new_call();
    call_->response = shared_->error(status, call_->request);
    return Step::answer;
}

// What follows a head we did not understand is not to be taken for a request.
inline Connection::Step Connection::refuse_head(int status) {
    keep_ = false;
    return refuse(status);
}

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
    parser_->body_limit(boost::none);                                 // the route's to say
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

// 0, or the status that refuses. What the parser leaves stays pending.
inline int Connection::parse_body(std::string_view fresh) {
    bool const direct = pending_.empty();
    if (!direct) pending_.append(fresh);
    std::string_view const bytes = direct ? fresh : std::string_view(pending_);
    auto const& piece = parser_->get().body();
    auto const before = piece.size();
    error_code ec;
    std::size_t used = 0;
    while (!ec && used < bytes.size() && !parser_->is_done()) {
        used += parser_->put(asio::buffer(bytes.data() + used, bytes.size() - used), ec);
    }
    if (ec == boost::beast::http::error::need_more) ec = {};
    body_size_ += piece.size() - before;
    if (direct) {
        pending_.assign(bytes.substr(used));
    } else {
        pending_.erase(0, used);
    }
    if (ec) return 400;
    if (body_size_ > call_->route->body_limit) return 413;
    // Only a chunk's head or trailers stay behind unparsed.
    return !parser_->is_done() && pending_.size() > shared_->options.header_limit ? 400 : 0;
}

inline void Connection::run_inline() {
    try {
        call_->response = call_->route->handle(call_->request);
    } catch (std::exception const& error) {
        call_->fault = std::string("exception: ") + error.what();
    } catch (...) {
        call_->fault = "exception of an unknown type";
    }
}

inline Connection::Step Connection::settle() {
    if (call_->fault.empty()) return Step::ok;
    auto const& pattern = call_->route->pattern;
    log::error("http.handler_failed", {{"id", call_->request.id}, {"route", pattern}, {"what", call_->fault}});
    call_->release();
    return refuse(500);
}

// The handler took too long. If it runs it goes on, and nobody hears of it; if it still waits it never starts. The
// refusal needs an exchange of its own.
inline void Connection::give_up() {
    auto const late = call_;
    late->abandoned = true;
    late->claimed = true;
    call_ = std::make_shared<Call>(stream_.loop().io, shared_->queue);
    call_->started = late->started;
    call_->route = late->route;
    call_->head_only = late->head_only;
    call_->request.id = late->request.id;
    call_->request.peer = late->request.peer;
    call_->request.method = late->request.method;
    call_->request.path = late->request.path;
    keep_ = false;
    log::warn("http.handler_late", {{"id", late->request.id}, {"route", late->route->pattern}});
}

inline std::string Connection::answer_head(bool keep) {
    auto const& response = call_->response;
    HeadFacts facts;
    facts.content_length = response.file ? response.file->size : response.body.size();
    facts.http11 = http11_;
    facts.keep_alive = keep;
    facts.request_id = call_->request.id;
    facts.defaults = &shared_->options.default_headers;
    return make_head(response, facts);
}

inline void Connection::observe() {
    auto const& observer = shared_->options.observe;
    if (!observer) return;
    static std::string const none;
    auto const spent = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - call_->started);
    try {
        observer(call_->request, call_->response.status, spent.count(), call_->route ? call_->route->pattern : none);
    } catch (std::exception const& error) {
        log::error("http.observer_failed", {{"what", error.what()}});
    }
}

}  // namespace anping::http
