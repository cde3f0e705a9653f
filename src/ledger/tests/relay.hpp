// SPDX-License-Identifier: Apache-2.0
// A wire between the writer and PostgreSQL that can be cut at the worst moment: when COMMIT has arrived and its answer
// has not.
#pragma once

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace anping::ledger {

class Relay {
public:
    // Listens on <directory>/.s.PGSQL.5432 and passes everything on to `server`, a socket's path.
    Relay(std::string const& directory, std::string server) : server_(std::move(server)), listener_(unix_socket()) {
        auto const address = address_of(directory + "/.s.PGSQL.5432");
        if (::bind(listener_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0 ||
            ::listen(listener_, 8) != 0)
            throw std::runtime_error("relay: cannot listen");
        acceptor_ = std::thread([this] { accept(); });
    }
    ~Relay() {
        stopping_ = true;
        acceptor_.join();
        for (auto& wire : wires_) wire.join();
        ::close(listener_);
    }
    Relay(Relay const&) = delete;
    Relay& operator=(Relay const&) = delete;

    // The next COMMIT is passed on, its answer is not: the wire is cut once the server has answered.
    void lose_next_commit() { armed_ = true; }

private:
    static int unix_socket() { return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0); }
    static sockaddr_un address_of(std::string const& path) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= sizeof address.sun_path) throw std::runtime_error("relay: path too long");
        std::memcpy(address.sun_path, path.data(), path.size());
        return address;
    }
    void accept() {
        while (!stopping_) {
            pollfd ready{listener_, POLLIN, 0};
            if (::poll(&ready, 1, 50) != 1) continue;
            int const client = ::accept(listener_, nullptr, nullptr);
            int const server = unix_socket();
            auto const address = address_of(server_);
            if (::connect(server, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0)
                throw std::runtime_error("relay: no server");
            wires_.emplace_back([this, client, server] { carry(client, server); });
        }
    }
    static bool pass(int from, int to, std::string& bytes) {
        std::array<char, 65'536> buffer{};
        auto const count = ::recv(from, buffer.data(), buffer.size(), 0);
        if (count <= 0) return false;
        bytes.assign(buffer.data(), static_cast<std::size_t>(count));
        return to < 0 || ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL) == count;
    }
    void carry(int client, int server) {
        std::string bytes;
        bool cut = false;
        for (bool open = true; open && !stopping_;) {
            std::array<pollfd, 2> ready{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
            if (::poll(ready.data(), 2, 50) <= 0) continue;
            if (ready[0].revents != 0) {
                open = pass(client, server, bytes);
                cut = open && bytes.find("COMMIT") != std::string::npos && armed_.exchange(false);
            }
            if (open && ready[1].revents != 0) open = pass(server, cut ? -1 : client, bytes) && !cut;
        }
        ::close(client);
        ::close(server);
    }

    std::string server_;
    int listener_;
    std::atomic<bool> stopping_ = false;
    std::atomic<bool> armed_ = false;
    std::thread acceptor_;
    std::vector<std::thread> wires_;  // touched by the acceptor, joined after it
};

}  // namespace anping::ledger
