// SPDX-License-Identifier: Apache-2.0
// A client that sends exactly the bytes a test wants, and never waits for ever.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <anping/http/server.hpp>

namespace anping::http::testing {

using namespace std::chrono_literals;

struct Answer {
    int status = 0;  // 0: the connection ended first
    std::string head;
    std::string body;

    std::string header(std::string const& name) const {
        auto const at = head.find("\r\n" + name + ": ");
        if (at == std::string::npos) return {};
        auto const from = at + name.size() + 4;
        return head.substr(from, head.find("\r\n", from) - from);
    }
};

class Wire {
public:
    explicit Wire(std::uint16_t port, int receive_buffer = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (receive_buffer > 0) {
            ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    Wire(Wire const&) = delete;
    Wire& operator=(Wire const&) = delete;
    Wire(Wire&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)), connected_(other.connected_), buffer_(std::move(other.buffer_)) {}
    Wire& operator=(Wire&&) = delete;
    ~Wire() { close(); }

    bool connected() const { return connected_; }
    void close() {
        if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    }
    void half_close() const { ::shutdown(socket_, SHUT_WR); }

    // False if the peer would not take it all.
    bool send(std::string_view bytes, std::chrono::milliseconds limit = 20s) const {
        auto const until = std::chrono::steady_clock::now() + limit;
        while (!bytes.empty()) {
            if (!wait(POLLOUT, until)) return false;
            auto const n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (n < 0 && errno == EAGAIN) continue;
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }

    // Something to read, or the end, within the time.
    bool readable(std::chrono::milliseconds limit) const {
        return wait(POLLIN, std::chrono::steady_clock::now() + limit);
    }

    // One answer; `bodiless` for HEAD.
    Answer answer(bool bodiless = false) {
        Answer out;
        std::size_t end;
        while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
            if (!more()) return out;
        }
        out.head = buffer_.substr(0, end + 2);
        buffer_.erase(0, end + 4);
        out.status = std::atoi(out.head.c_str() + 9);
        auto const length = bodiless ? 0 : std::strtoull(out.header("Content-Length").c_str(), nullptr, 10);
        while (buffer_.size() < length) {
            if (!more()) break;
        }
        out.body = buffer_.substr(0, length);
        buffer_.erase(0, length);
        return out;
    }

    Answer ask(std::string_view request) {
        send(request);
        return answer();
    }

    // Everything up to the end of the connection; true if it ended within the time.
    bool drain(std::string& into) {
        while (more()) {}
        into = std::exchange(buffer_, {});
        return ended_;
    }
    bool ends() {
        std::string ignored;
        return drain(ignored);
    }

private:
    bool wait(short what, std::chrono::steady_clock::time_point until) const {
        auto const left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd entry{socket_, what, 0};
        return left.count() >= 0 && ::poll(&entry, 1, static_cast<int>(left.count())) == 1;
    }
    bool more() {
        if (!readable(20s)) return false;
        char bytes[65536];
        auto const n = ::recv(socket_, bytes, sizeof bytes, 0);
        if (n > 0) buffer_.append(bytes, static_cast<std::size_t>(n));
        ended_ = n <= 0;
        return n > 0;
    }

    int socket_;
    bool connected_ = false;
    bool ended_ = false;
    std::string buffer_;
};

inline Route route(std::string method, std::string pattern, Lane lane, std::function<Response(Request const&)> handle) {
    Route out;
    out.method = std::move(method);
    out.pattern = std::move(pattern);
    out.lane = lane;
    out.handle = std::move(handle);
    return out;
}

inline Response hello(Request const&) { return text(200, "hello"); }
inline Response echo(Request const& request) { return text(200, request.body); }

// A server on a free port of this machine, stopped at the end.
class Served {
public:
    explicit Served(std::vector<Route> routes, Options options = {})
        : server(local(std::move(options)), std::move(routes)) {
        server.start();
    }
    Wire wire(int receive_buffer = 0) const { return Wire(server.port(), receive_buffer); }
    Answer ask(std::string_view request) const { return wire().ask(request); }

    Server server;

private:
    static Options local(Options options) {
        options.address = "127.0.0.1";
        options.port = 0;
        return options;
    }
};

// Looks again until it holds; for what no client can see happen.
inline bool eventually(std::function<bool()> const& holds) {
    auto const until = std::chrono::steady_clock::now() + 20s;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > until) return false;
        ::poll(nullptr, 0, 2);
    }
    return true;
}

inline std::string get(std::string const& path, std::string const& more = "") {
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n";
}
inline std::string post(std::string const& path, std::string const& body, std::string const& more = "") {
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + more +
           "\r\n" + body;
}

}  // namespace anping::http::testing
