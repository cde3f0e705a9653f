// SPDX-License-Identifier: Apache-2.0
// Gets what stands at an address somebody else wrote, and goes nowhere that address should not be able to send it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <anping/http/network.hpp>

namespace anping::http {

// Why nothing came.
enum class FetchProblem {
    none,
    address,    // not an http or https address, here or where a redirect leads
    name,       // the name does not resolve
    blocked,    // an address or a port that is not asked
    refused,    // nobody listens there
    timeout,    // of the whole, redirects included
    tls,        // its certificate is not good for the name, or no TLS
    status,     // it answered with something else than 200
    redirects,  // too many
    too_large,
    broken  // the answer ended early, or is not HTTP
};

struct FetchOptions {
    std::vector<std::uint16_t> ports{80, 443};
    Networks allowed = {};  // asked although not public
    std::uint64_t size_limit = 256 * 1024 * 1024;
    std::chrono::milliseconds deadline{20'000};
    int redirects = 3;
    std::string authorities = {};  // PEM file trusted besides the system's
    // The addresses of a name; the system's resolver when empty.
    std::function<std::vector<std::string>(std::string const& host)> resolve = {};
};

struct Fetched {
    FetchProblem problem = FetchProblem::none;
    int status = 0;           // of the last answer; 0: none
    std::string url;          // asked last
    std::string media_type;   // as it says
    std::uint64_t size = 0;   // of the body
    std::string detail = {};  // for the log
};

// Waits for the answer: for a worker or a job's thread, never the writer's. A name is resolved once, each of its
// addresses is looked at, and the connection goes to the address looked at. `on_bytes` sees the body of a 200 in
// pieces, also of one that then breaks off. Thread-safe.
Fetched fetch(std::string const& url, FetchOptions const& options,
              std::function<void(std::string_view)> const& on_bytes);

}  // namespace anping::http
