// SPDX-License-Identifier: Apache-2.0
// A statement with co_await holds no lambda, no braces and no conditional: g++ 12 frees such temporaries twice.
#include <anping/http/server.hpp>

#include <stdexcept>
#include <system_error>

#include <anping/base/log.hpp>

#include "connection_flow.hpp"
#include "process.hpp"

namespace anping::http {
namespace {

using asio::ip::tcp;
using std::chrono::milliseconds;

constexpr int kBacklog = 4096;
constexpr std::string_view kTooMany =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

std::string address_of(tcp::endpoint const& peer) {
    auto const address = peer.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

milliseconds sweep_interval(Options const& options) {
    auto const shortest =
        std::min({options.header_deadline, options.body_deadline, options.handler_deadline, options.write_deadline,
                  options.idle_deadline, options.linger_deadline, options.stop_deadline});
    return std::clamp(shortest / 8, milliseconds(2), milliseconds(250));
}

void log_end(std::exception_ptr const& error) noexcept {
    if (!error) return;
    try {
        std::rethrow_exception(error);
    } catch (std::exception const& fault) { log::error("http.connection_failed", {{"what", fault.what()}}); }
}

}  // namespace

struct Server::State {
    State(Options options, std::vector<Route> routes)
        : shared(std::make_shared<Shared>(std::move(options), std::move(routes))) {
        auto const& chosen = shared->options;
        auto const interval = sweep_interval(chosen);
        for (std::size_t i = 0; i < std::max<std::size_t>(chosen.io_threads, 1); ++i) {
            loops.push_back(std::make_unique<Loop>(interval));
        }
        acceptor = std::make_unique<tcp::acceptor>(loops.front()->io);
    }

    void bind();
    asio::awaitable<void> accept();
    void admit(Loop& loop, tcp::socket socket, tcp::endpoint const& peer);

    std::shared_ptr<Shared> shared;
    std::vector<std::unique_ptr<Loop>> loops;
    std::unique_ptr<tcp::acceptor> acceptor;
    std::uint16_t port = 0;
    std::atomic<bool> started{false};
    std::atomic<bool> stopping{false};
};

void Server::State::bind() {
    auto const& options = shared->options;
    error_code ec;
    auto const address = asio::ip::make_address(options.address, ec);
    if (ec) throw std::invalid_argument("not an IP address to listen on: " + options.address);
    tcp::endpoint const endpoint(address, options.port);
    acceptor->open(endpoint.protocol(), ec);
    if (!ec) acceptor->set_option(tcp::acceptor::reuse_address(true), ec);
    if (!ec) acceptor->bind(endpoint, ec);
    if (!ec) acceptor->listen(kBacklog, ec);
    if (!ec) port = acceptor->local_endpoint(ec).port();
    if (!ec) return;
    error_code ignored;
    acceptor->close(ignored);
    throw std::system_error(ec, "cannot listen on " + options.address + " port " + std::to_string(options.port));
}

asio::awaitable<void> Server::State::accept() {
    asio::steady_timer pause(loops.front()->io);
    for (std::size_t next = 0; !stopping; ++next) {
        Loop& loop = *loops[next % loops.size()];
        error_code ec;
        tcp::endpoint peer;
        auto token = asio::redirect_error(asio::use_awaitable, ec);
        tcp::socket socket = co_await acceptor->async_accept(loop.io, peer, token);
        if (!ec) {
            admit(loop, std::move(socket), peer);
        } else if (ec != asio::error::connection_aborted && ec != asio::error::operation_aborted) {
            // Out of descriptors: the ones waiting stay in the kernel's queue until some are free.
            log::warn("http.accept_failed", {{"what", ec.message()}});
            pause.expires_after(milliseconds(100));
            co_await pause.async_wait(token);
        }
    }
}

void Server::State::admit(Loop& loop, tcp::socket socket, tcp::endpoint const& peer) {
    if (stopping) return;
    shared->connections.fetch_add(1, std::memory_order_relaxed);
    if (shared->open.load() >= shared->options.max_connections) {
        shared->rejected.fetch_add(1, std::memory_order_relaxed);
        error_code ignored;
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(kTooMany), ignored);
        return;
    }
    shared->open.fetch_add(1);
    auto start = [share = shared, &loop, moved = std::move(socket), text = address_of(peer)]() mutable {
        auto const connection = std::make_shared<Connection>(share, loop, std::move(moved), std::move(text));
        asio::co_spawn(loop.io, connection->run(), [connection](std::exception_ptr error) { log_end(error); });
    };
    asio::dispatch(loop.io, std::move(start));
}

Server::Server(Options options, std::vector<Route> routes)
    : state_(std::make_unique<State>(std::move(options), std::move(routes))) {}

Server::~Server() { stop(); }

void Server::start() {
    if (state_->started) throw std::logic_error("the server was started before");
    state_->bind();
    state_->started = true;
    raise_descriptor_limit();
    state_->shared->queue.start();
    state_->shared->waiting.start();
    asio::co_spawn(state_->loops.front()->io, state_->accept(), [](std::exception_ptr error) { log_end(error); });
    std::size_t number = 0;
    for (auto& loop : state_->loops) {
        loop->thread = start_thread("io", ++number, [&loop] { loop->run(); });
    }
}

std::uint16_t Server::port() const noexcept { return state_->port; }

void Server::stop() {
    auto& state = *state_;
    if (!state.started || state.stopping.exchange(true)) return;
    auto& shared = *state.shared;
    asio::post(state.loops.front()->io, [&state] {
        error_code ignored;
        state.acceptor->close(ignored);
    });
    auto const last_moment = Clock::now() + shared.options.stop_deadline;
    for (auto& loop : state.loops) {
        asio::post(loop->io, [&loop, last_moment] { loop->begin_stop(last_moment); });
    }
    for (auto open = shared.open.load(); open != 0; open = shared.open.load()) shared.open.wait(open);
    shared.queue.stop();
    shared.waiting.stop();
    for (auto& loop : state.loops) {
        asio::post(loop->io, [&loop] { loop->end(); });
        loop->thread.join();
    }
}

Server::Counters Server::counters() const noexcept {
    auto const& shared = *state_->shared;
    Counters out;
    out.connections = shared.connections.load(std::memory_order_relaxed);
    out.open = shared.open.load(std::memory_order_relaxed);
    out.requests = shared.requests.load(std::memory_order_relaxed);
    out.rejected = shared.rejected.load(std::memory_order_relaxed);
    out.queued = shared.queue.depth() + shared.waiting.depth();
    return out;
}

}  // namespace anping::http
