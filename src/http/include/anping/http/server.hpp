// SPDX-License-Identifier: Apache-2.0
// Accepts, limits, parses, routes, queues, answers. Nothing blocks an I/O thread; nothing awaits on a worker.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <anping/http/message.hpp>

namespace anping::http {

// Where a handler runs: at once on the I/O thread (only if it neither blocks nor computes), on a worker, or on a thread
// of those that mostly wait for a disk, so that many can wait for the same one.
enum class Lane { inline_, worker, waiting };

struct Route {
    std::string method;
    std::string pattern;  // "/api/v1/projects/{id}"; a last segment "{rest...}" takes what follows, slashes included
    Lane lane = Lane::worker;
    std::uint64_t body_limit = 256 * 1024;
    std::function<Response(Request const&)> handle;
    // Set instead of `handle` for streamed bodies: sees the request without its body. A Response refuses at once.
    std::function<std::pair<std::unique_ptr<BodySink>, Response>(Request const&)> open_sink;
};

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any
    std::size_t io_threads = 1;
    std::size_t workers = 4;
    std::size_t waiting = 64;       // threads; each has its own place in a group of changes that is synced at once
    std::size_t queue_limit = 512;  // full: 503 with Retry-After
    std::size_t max_connections = 16'384;
    std::uint32_t header_limit = 16 * 1024;
    std::uint64_t body_memory = 128 * 1024 * 1024;  // of all bodies not yet handled; beyond it 503
    std::chrono::milliseconds header_deadline{10'000};
    std::chrono::milliseconds body_deadline{60'000};  // between two pieces of a body
    std::chrono::milliseconds handler_deadline{60'000};
    std::chrono::milliseconds write_deadline{30'000};  // between two pieces of an answer
    std::chrono::milliseconds idle_deadline{75'000};   // of a kept connection
    std::chrono::milliseconds linger_deadline{5'000};  // for a refused peer to read why
    std::chrono::milliseconds stop_deadline{5'000};    // for answers under way when stop() is called
    // Put on every answer that does not set them itself.
    Headers default_headers;
    // Runs on the I/O thread after every answer: status, micros spent, route pattern ("" if none). For metrics and log.
    std::function<void(Request const&, int status, std::int64_t micros, std::string const& pattern)> observe;
    // Makes the answer for 404, 405, 413, 431, 500, 503 (problem+json); default is plain text.
    std::function<Response(int status, Request const&)> on_error;
};

// Thread-safe after start().
class Server {
public:
    Server(Options options, std::vector<Route> routes);  // throws std::invalid_argument on two equal routes
    ~Server();                                           // stop()
    void start();                                        // throws when the address cannot be bound
    std::uint16_t port() const noexcept;
    void stop();  // lets running handlers finish, closes the rest; not from a handler

    struct Counters {
        std::uint64_t connections = 0, open = 0, requests = 0, rejected = 0, queued = 0;
    };
    Counters counters() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace anping::http
