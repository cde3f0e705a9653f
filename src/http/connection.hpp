// SPDX-License-Identifier: Apache-2.0
// Requests and answers over one stream. Part of server.cpp's translation unit; lives on its loop's thread.
#pragma once

#include <algorithm>
#include <atomic>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/parser.hpp>
#include <memory>
#include <optional>
#include <random>
#include <string>

#include "exchange.hpp"
#include "router.hpp"
#include "stream.hpp"
#include "worker_queue.hpp"

namespace anping::http {

// What all connections share.
struct Shared {
    Shared(Options the_options, std::vector<Route> routes)
        : options(std::move(the_options)),
          router(std::move(routes)),
          queue(options.workers, options.queue_limit),
          waiting(options.waiting, options.queue_limit, "waiting") {}

    Options options;
    Router router;
    WorkerQueue queue;
    WorkerQueue waiting;
    std::atomic<std::uint64_t> connections{0}, open{0}, requests{0}, rejected{0};
    std::atomic<std::uint64_t> held{0};  // bytes of bodies in memory
    std::atomic<std::uint64_t> next_id{std::random_device()() * 0x100000001u};

    Response error(int status, Request const& request) const noexcept;
    std::string new_id();
};

// An exchange on its way between the I/O thread and the workers. What is not atomic or the worker's step belongs to
// the I/O thread.
struct Call : Exchange, std::enable_shared_from_this<Call> {
    Call(asio::io_context& io, WorkerQueue& the_queue) : waker(io), queue(the_queue) {}

    asio::steady_timer waker;
    WorkerQueue& queue;
    void (Exchange::*step)() = nullptr;
    std::atomic<bool> claimed{false};  // by a worker, or by a deadline that came first
    std::string fault;                 // what a step threw
    bool done = false;
    bool abandoned = false;

    void perform() noexcept;  // on a worker
    void returned();          // back on the I/O thread
    void release();           // a sink is destroyed where it worked
};

// Beast's body: appends to a string that is emptied as the body goes on.
struct PieceBody {
    using value_type = std::string;

    class reader {  // NOLINT(readability-identifier-naming): the name Beast asks for
    public:
        template <bool is_request, class Fields>
        reader(boost::beast::http::header<is_request, Fields>&, value_type& piece) : piece_(piece) {}
        static void init(boost::optional<std::uint64_t> const&, error_code& ec) { ec = {}; }
        template <class Buffers>
        std::size_t put(Buffers const& buffers, error_code& ec) {
            ec = {};
            std::size_t size = 0;
            for (auto const buffer : boost::beast::buffers_range_ref(buffers)) {
                piece_.append(static_cast<char const*>(buffer.data()), buffer.size());
                size += buffer.size();
            }
            return size;
        }
        static void finish(error_code& ec) { ec = {}; }

    private:
        value_type& piece_;
    };
};

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(std::shared_ptr<Shared> shared, Loop& loop, Stream::Socket socket, std::string peer);
    ~Connection();

    asio::awaitable<void> run();

private:
    using Parser = boost::beast::http::request_parser<PieceBody>;
    enum class Step { ok, answer, gone };  // go on; the answer is there already; the peer is gone

    asio::awaitable<bool> serve();  // one request; false: close
    asio::awaitable<Step> read_head();
    asio::awaitable<Step> read_body();
    asio::awaitable<Step> collect_body();
    asio::awaitable<Step> stream_body();
    asio::awaitable<Step> fill_piece(std::size_t size);
    asio::awaitable<Step> begin_body();
    asio::awaitable<Step> handle();
    asio::awaitable<Step> on_worker(void (Exchange::*step)(), bool admitted);
    asio::awaitable<bool> answer();
    asio::awaitable<bool> send_file();

    int scan_head();  // 0: read; kMore; or the status that refuses
    int parse_head(std::size_t length);
    void fill_request();
    int parse_body(std::string_view fresh);
    void run_inline();
    void give_up();
    Step settle();  // what a step left behind
    Step find_route();
    Step refuse(int status);
    Step refuse_head(int status);
    void new_call();
    void let_go() noexcept;  // of what was counted as held
    void observe();
    std::string answer_head(bool keep);

    std::shared_ptr<Shared> shared_;
    Stream stream_;
    std::string peer_;
    std::string pending_;  // received, not parsed
    std::size_t scanned_ = 0;
    std::optional<Parser> parser_;
    std::shared_ptr<Call> call_;
    std::uint64_t body_size_ = 0;
    std::uint64_t held_ = 0;
    bool fresh_ = true;  // no request yet
    bool keep_ = false;
    bool http11_ = true;
};

}  // namespace anping::http
