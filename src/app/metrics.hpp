// SPDX-License-Identifier: Apache-2.0
// Figures for the operator, on a listener of their own that only this machine reaches.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

#include <anping/http/server.hpp>

#include "house.hpp"

namespace anping::app {

// Thread-safe.
class Metrics {
public:
    // For http::Options::observe.
    std::function<void(http::Request const&, int, std::int64_t, std::string const&)> observer();
    // Nothing when the port is 0. The server and house must outlive it.
    std::unique_ptr<http::Server> serve(std::int64_t port, http::Server const& server, House& house);

private:
    std::array<std::atomic<std::int64_t>, 6> by_class_{};  // answers 1xx to 5xx by hundreds
    std::atomic<std::int64_t> micros_{0};
};

}  // namespace anping::app
