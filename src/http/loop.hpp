// SPDX-License-Identifier: Apache-2.0
// One I/O thread and what it alone touches. Part of server.cpp's translation unit.
#pragma once

#include <array>
#include <boost/asio.hpp>
#include <chrono>
#include <cstddef>
#include <list>
#include <thread>

namespace anping::http {

namespace asio = boost::asio;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

class Stream;

// Deadlines are kept by a sweep over the streams, not by a timer each: setting one is a store.
struct Loop {
    explicit Loop(std::chrono::milliseconds sweep_interval) : interval(sweep_interval) {}

    asio::io_context io{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
    asio::steady_timer tick{io};
    std::chrono::milliseconds interval;
    std::list<Stream*> streams;
    std::array<char, 64 * 1024> scratch{};                // everything received lands here first
    bool stopping = false;                                // no new request
    bool ended = false;                                   // no stream any more
    Clock::time_point latest = Clock::time_point::max();  // no deadline is later (stop)
    std::thread thread;

    void run();
    bool sweep();  // whether there is more to expire
    void begin_stop(Clock::time_point last_moment);
    void end();

private:
    void schedule(std::chrono::milliseconds until);
};

}  // namespace anping::http
