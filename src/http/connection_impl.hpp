// SPDX-License-Identifier: Apache-2.0
// Of Connection what does not wait. Part of server.cpp's translation unit.
#pragma once

#include <exception>

#include <anping/base/log.hpp>

#include "call_impl.hpp"
#include "connection.hpp"
#include "head.hpp"
#include "stream_impl.hpp"

namespace anping::http {

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

inline Connection::Connection(std::shared_ptr<Shared> shared, Loop& loop, Stream::Socket socket, std::string peer)
    : shared_(std::move(shared)), stream_(loop, std::move(socket)), peer_(std::move(peer)) {}

inline Connection::~Connection() {
    let_go();
    if (shared_->open.fetch_sub(1) == 1) shared_->open.notify_all();
}

inline void Connection::let_go() noexcept {
    shared_->held.fetch_sub(held_, std::memory_order_relaxed);
    held_ = 0;
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
    auto const grown = piece.size() - before;
    body_size_ += grown;
    held_ += grown;
    auto const all_held = shared_->held.fetch_add(grown, std::memory_order_relaxed) + grown;
    if (direct) {
        pending_.assign(bytes.substr(used));
    } else {
        pending_.erase(0, used);
    }
    if (ec) return 400;
    if (body_size_ > call_->route->body_limit) return 413;
    if (all_held > shared_->options.body_memory) return 503;
    // Only a chunk's head or trailers stay behind unparsed.
    return !parser_->is_done() && pending_.size() > shared_->options.header_limit ? 400 : 0;
}

inline void Connection::run_inline() {
    try {
        call_->response = call_->route->handle(call_->request);
    } catch (std::exception const& error) { call_->fault = std::string("exception: ") + error.what(); } catch (...) {
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
    } catch (std::exception const& error) { log::error("http.observer_failed", {{"what", error.what()}}); }
}

}  // namespace anping::http
