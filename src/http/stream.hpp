// SPDX-License-Identifier: Apache-2.0
// A socket with one deadline at a time. Part of server.cpp's translation unit; lives on its loop's thread.
#pragma once

#include <string_view>

#include "loop.hpp"

namespace anping::http {

enum class Phase {
    idle,    // between requests
    head,    // receiving
    body,    // receiving
    work,    // a worker has the exchange; the socket rests
    send,    // a worker has the socket
    write,   // sending
    linger,  // refused; lets the peer read why
};

class Stream {
public:
    using Socket = asio::ip::tcp::socket;

    Stream(Loop& loop, Socket socket);
    Stream(Stream const&) = delete;
    Stream& operator=(Stream const&) = delete;
    ~Stream();

    void enter(Phase phase, std::chrono::milliseconds deadline) noexcept;
    void change(Phase phase) noexcept { phase_ = phase; }  // the deadline stays
    Phase phase() const noexcept { return phase_; }
    bool expired() const noexcept { return expired_; }
    // Moves the deadline on when enough has gone over the wire: a trickle does not keep a connection alive.
    void progress(std::size_t bytes, std::chrono::milliseconds deadline) noexcept;

    // What arrived, valid until the next suspension; empty when there is nothing more to come (end, error, deadline,
    // stop). `patient`: nothing is expected to be there yet.
    asio::awaitable<std::string_view> receive(bool patient);
    asio::awaitable<bool> ready(Socket::wait_type what);
    asio::awaitable<bool> write(std::string_view head, std::string_view body, std::chrono::milliseconds deadline);
    asio::awaitable<void> linger(std::chrono::milliseconds deadline);

    // Wakes the coroutine while a worker has the exchange.
    void set_waker(asio::steady_timer* waker) noexcept { waker_ = waker; }
    int native() noexcept { return socket_.native_handle(); }
    Loop& loop() noexcept { return loop_; }
    void abort() noexcept;  // drops what the peer did not take

    bool check(Clock::time_point now) noexcept;  // by the sweep; whether it has expired now
    void stop() noexcept;

private:
    void expire() noexcept;

    Loop& loop_;
    Socket socket_;
    std::list<Stream*>::iterator place_;
    asio::steady_timer* waker_ = nullptr;
    Clock::time_point deadline_ = Clock::time_point::max();
    std::size_t moved_ = 0;
    Phase phase_ = Phase::head;
    bool expired_ = false;
};

}  // namespace anping::http
