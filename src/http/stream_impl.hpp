// SPDX-License-Identifier: Apache-2.0
// Loop and Stream. Part of server.cpp's translation unit.
#pragma once

#include <algorithm>
#include <array>

#include "stream.hpp"

namespace anping::http {

constexpr std::size_t kProgress = 16 * 1024;  // to be moved within one body or write deadline

// Thousands that expire together are answered a few at a time: everybody else is served in between.
constexpr std::size_t kExpiredAtOnce = 16;
constexpr std::chrono::milliseconds kBetween{5};

inline void Loop::run() {
    schedule(interval);
    io.run();
}

inline void Loop::schedule(std::chrono::milliseconds until) {
    tick.expires_after(until);
    tick.async_wait([this](error_code ec) {
        // A tick that was due when end() came is no longer cancelled by it.
        if (ec || ended) return;
        schedule(sweep() ? std::min(kBetween, interval) : interval);
    });
}

inline bool Loop::sweep() {
    auto const now = Clock::now();
    std::size_t expired = 0;
    for (auto* stream : streams)
        if (stream->check(now) && ++expired == kExpiredAtOnce) return true;
    return false;
}

inline void Loop::begin_stop(Clock::time_point last_moment) {
    stopping = true;
    latest = last_moment;
    for (auto* stream : streams) stream->stop();
}

inline void Loop::end() {
    ended = true;
    tick.cancel();
    work.reset();
}

inline Stream::Stream(Loop& loop, Socket socket) : loop_(loop), socket_(std::move(socket)) {
    place_ = loop_.streams.insert(loop_.streams.end(), this);
    error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

inline Stream::~Stream() { loop_.streams.erase(place_); }

inline void Stream::enter(Phase phase, std::chrono::milliseconds deadline) noexcept {
    phase_ = phase;
    expired_ = false;
    moved_ = 0;
    deadline_ = std::min(Clock::now() + deadline, phase == Phase::work ? Clock::time_point::max() : loop_.latest);
}

inline void Stream::progress(std::size_t bytes, std::chrono::milliseconds deadline) noexcept {
    moved_ += bytes;
    if (moved_ < kProgress) return;
    moved_ = 0;
    deadline_ = std::min(Clock::now() + deadline, loop_.latest);
}

inline bool Stream::check(Clock::time_point now) noexcept {
    if (now < deadline_) return false;
    expire();
    return true;
}

inline void Stream::expire() noexcept {
    expired_ = true;
    deadline_ = Clock::time_point::max();
    error_code ignored;
    if (phase_ == Phase::work) {
        if (waker_ != nullptr) waker_->cancel();
    } else if (phase_ == Phase::send) {
        // The worker's descriptor must stay its own: it is closed only when the worker has let go of it.
        socket_.shutdown(Socket::shutdown_both, ignored);
    } else {
        socket_.cancel(ignored);
    }
}

inline void Stream::stop() noexcept {
    deadline_ = phase_ == Phase::work ? deadline_ : std::min(deadline_, loop_.latest);
    error_code ignored;
    bool const receiving = phase_ != Phase::work && phase_ != Phase::send && phase_ != Phase::write;
    if (receiving) socket_.cancel(ignored);
}

inline void Stream::abort() noexcept {
    error_code ignored;
    socket_.set_option(asio::socket_base::linger(true, 0), ignored);
    socket_.close(ignored);
}

inline asio::awaitable<bool> Stream::ready(Socket::wait_type what) {
    if (expired_) co_return false;
    error_code ec;
    auto token = asio::redirect_error(asio::use_awaitable, ec);
    co_await socket_.async_wait(what, token);
    co_return !ec && !expired_;
}

inline asio::awaitable<std::string_view> Stream::receive(bool patient) {
    for (;;) {
        bool readable = true;
        if (patient) readable = co_await ready(Socket::wait_read);
        if (!readable || loop_.stopping) co_return std::string_view();
        error_code ec;
        auto const size = socket_.read_some(asio::buffer(loop_.scratch), ec);
        if (!ec) co_return std::string_view(loop_.scratch.data(), size);
        if (ec != asio::error::would_block) co_return std::string_view();
        patient = true;
    }
}

inline asio::awaitable<bool> Stream::write(std::string_view head, std::string_view body,
                                           std::chrono::milliseconds deadline) {
    while (!head.empty() || !body.empty()) {
        error_code ec;
        std::array<asio::const_buffer, 2> const rest = {asio::buffer(head), asio::buffer(body)};
        auto const size = socket_.write_some(rest, ec);
        if (ec == asio::error::would_block) {
            bool const writable = co_await ready(Socket::wait_write);
            if (!writable) co_return false;
            continue;
        }
        if (ec) co_return false;
        auto const of_head = std::min(size, head.size());
        head.remove_prefix(of_head);
        body.remove_prefix(size - of_head);
        progress(size, deadline);
    }
    co_return true;
}

inline asio::awaitable<void> Stream::linger(std::chrono::milliseconds deadline) {
    error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    enter(Phase::linger, deadline);
    // Waits before each read, so that a flood does not hold the thread.
    for (bool more = true; more;) {
        auto const got = co_await receive(true);
        more = !got.empty();
    }
}

}  // namespace anping::http
