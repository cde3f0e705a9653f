// SPDX-License-Identifier: Apache-2.0
// Shared and Call. Part of server.cpp's translation unit.
#pragma once

#include <exception>

#include <anping/base/log.hpp>

#include "connection.hpp"
#include "head.hpp"

namespace anping::http {

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
        } catch (std::exception const& error) { fault = std::string("exception: ") + error.what(); } catch (...) {
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
    queue.push_always([last = std::shared_ptr<BodySink>(std::move(sink))]() mutable { last.reset(); });
}

}  // namespace anping::http
