// SPDX-License-Identifier: Apache-2.0
// The coroutines of Connection. Part of server.cpp's translation unit.
#pragma once

#include "connection_head.hpp"
#include "connection_impl.hpp"
#include "framing.hpp"

namespace anping::http {

constexpr std::size_t kPiece = 256 * 1024;  // of a body, to a sink
constexpr std::size_t kIdleBuffer = 1024;   // what an idle connection may keep

inline asio::awaitable<void> Connection::run() {
    for (bool more = true; more && !stream_.loop().stopping;) {
        more = co_await serve();
        parser_.reset();
        call_.reset();
        body_size_ = 0;
        let_go();
        fresh_ = false;
        if (pending_.empty() && pending_.capacity() > kIdleBuffer) std::string().swap(pending_);
        // Requests sent ahead wait their turn behind other connections.
        if (more && !pending_.empty()) co_await asio::post(stream_.loop().io, asio::use_awaitable);
    }
}

inline asio::awaitable<bool> Connection::serve() {
    Step step = co_await read_head();
    if (step == Step::ok) step = find_route();
    if (step == Step::ok) step = co_await read_body();
    if (step == Step::ok) step = co_await handle();
    if (step == Step::gone) co_return false;
    bool const keep = co_await answer();
    co_return keep;
}

inline asio::awaitable<Connection::Step> Connection::read_head() {
    auto const& options = shared_->options;
    bool const waits = pending_.empty() && !fresh_;
    stream_.enter(waits ? Phase::idle : Phase::head, waits ? options.idle_deadline : options.header_deadline);
    for (;;) {
        int const status = scan_head();
        if (status == 0) co_return Step::ok;
        if (status != kMore) co_return refuse_head(status);
        auto const got = co_await stream_.receive(true);
        if (got.empty() && stream_.expired() && !pending_.empty()) co_return refuse_head(408);
        if (got.empty()) co_return Step::gone;
        if (stream_.phase() == Phase::idle) stream_.enter(Phase::head, options.header_deadline);
        pending_.append(got);
    }
}

inline asio::awaitable<Connection::Step> Connection::read_body() {
    if (call_->route->open_sink) {
        Step const streamed = co_await stream_body();
        if (streamed != Step::ok) call_->release();
        if (streamed == Step::ok) co_return Step::answer;
        co_return streamed;
    }
    Step const collected = co_await collect_body();
    co_return collected;
}

// Takes what came with the head, and asks for the rest if the client waits to be asked.
inline asio::awaitable<Connection::Step> Connection::begin_body() {
    if (parser_->is_done()) co_return Step::ok;
    stream_.enter(Phase::body, shared_->options.body_deadline);
    bool const asked_for = !pending_.empty() || !expects_continue(call_->request, http11_);
    int const status = parse_body("");
    if (status != 0) co_return refuse(status);
    if (asked_for) co_return Step::ok;
    bool const sent = co_await stream_.write(kContinue, "", shared_->options.body_deadline);
    co_return sent ? Step::ok : Step::gone;
}

inline asio::awaitable<Connection::Step> Connection::fill_piece(std::size_t size) {
    auto const& options = shared_->options;
    while (!parser_->is_done() && parser_->get().body().size() < size) {
        auto const got = co_await stream_.receive(false);
        if (got.empty() && stream_.expired()) co_return refuse(408);
        if (got.empty()) co_return Step::gone;
        stream_.progress(got.size(), options.body_deadline);
        int const status = parse_body(got);
        if (status != 0) co_return refuse(status);
    }
    co_return Step::ok;
}

inline asio::awaitable<Connection::Step> Connection::collect_body() {
    Step step = co_await begin_body();
    if (step == Step::ok) step = co_await fill_piece(std::numeric_limits<std::size_t>::max());
    if (step == Step::ok) call_->request.body = std::move(parser_->get().body());
    co_return step;
}

inline asio::awaitable<Connection::Step> Connection::stream_body() {
    Step step = co_await on_worker(&Exchange::open_sink, false);
    if (step != Step::ok || !call_->sink) co_return step;
    step = co_await begin_body();
    while (step == Step::ok && call_->sink_wants) {
        stream_.enter(Phase::body, shared_->options.body_deadline);
        step = co_await fill_piece(kPiece);
        auto& received = parser_->get().body();
        if (step != Step::ok || received.empty()) break;
        call_->piece.clear();
        call_->piece.swap(received);
        step = co_await on_worker(&Exchange::write_piece, true);
        let_go();
        if (parser_->is_done()) break;
    }
    if (step == Step::ok) step = co_await on_worker(&Exchange::finish_sink, true);
    co_return step;
}

inline asio::awaitable<Connection::Step> Connection::handle() {
    if (call_->route->lane != Lane::inline_) {
        Step const handled = co_await on_worker(&Exchange::handle, false);
        co_return handled;
    }
    run_inline();
    Step step = settle();
    if (step == Step::ok && call_->response.file) step = co_await on_worker(&Exchange::prepare_file, true);
    co_return step;
}

// `admitted`: goes on with what a worker had before, so a full queue does not refuse it.
inline asio::awaitable<Connection::Step> Connection::on_worker(void (Exchange::*step)(), bool admitted) {
    auto const call = call_;
    call->step = step;
    call->claimed = false;
    call->done = false;
    WorkerQueue::Job job = [call] { call->perform(); };
    auto& queue = call->route->lane == Lane::waiting ? shared_->waiting : shared_->queue;
    bool const taken = admitted ? queue.push_always(std::move(job)) : queue.push(std::move(job));
    if (!taken) {
        shared_->rejected.fetch_add(1, std::memory_order_relaxed);
        co_return refuse(503);
    }
    if (stream_.phase() != Phase::send) stream_.enter(Phase::work, shared_->options.handler_deadline);
    call->waker.expires_at(Clock::time_point::max());
    stream_.set_waker(&call->waker);
    error_code ignored;
    auto token = asio::redirect_error(asio::use_awaitable, ignored);
    co_await call->waker.async_wait(token);
    stream_.set_waker(nullptr);
    if (call->done) co_return settle();
    give_up();
    co_return refuse(503);
}

inline asio::awaitable<bool> Connection::answer() {
    if (!can_send(call_->response)) {
        log::error("http.unsendable_answer", {{"id", call_->request.id}});
        refuse(500);
    }
    auto const deadline = shared_->options.write_deadline;
    bool const late = stream_.expired();
    bool const whole = parser_ && parser_->is_done();
    bool const keep = keep_ && whole && !stream_.loop().stopping && !asks_to_close(call_->response);
    auto const& response = call_->response;
    bool const bare = call_->head_only || response.file || response.status == 204 || response.status == 304;
    std::string const head = answer_head(keep);
    std::string_view const body = bare ? std::string_view() : std::string_view(response.body);
    stream_.enter(Phase::write, deadline);
    bool sent = co_await stream_.write(head, body, deadline);
    if (sent && response.file && !call_->head_only) sent = co_await send_file();
    observe();
    if (!sent) stream_.abort();
    bool const unread = !whole || !pending_.empty();
    if (sent && !keep && unread && !late) co_await stream_.linger(shared_->options.linger_deadline);
    co_return sent&& keep;
}

inline asio::awaitable<bool> Connection::send_file() {
    auto const deadline = shared_->options.write_deadline;
    call_->socket = stream_.native();
    while (call_->file.remaining() > 0) {
        auto const before = call_->file.remaining();
        stream_.change(Phase::send);
        Step const step = co_await on_worker(&Exchange::send_file, true);
        stream_.change(Phase::write);
        if (step != Step::ok || call_->sent == FileTransfer::Sent::failed) co_return false;
        stream_.progress(before - call_->file.remaining(), deadline);
        if (call_->sent != FileTransfer::Sent::blocked) continue;
        bool const writable = co_await stream_.ready(Stream::Socket::wait_write);
        if (!writable) co_return false;
    }
    co_return true;
}

}  // namespace anping::http
