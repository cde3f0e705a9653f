// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <future>

#include "wire.hpp"

namespace anping::http::testing {
namespace {

Route limited(std::uint64_t limit) {
    auto out = route("POST", "/echo", Lane::worker, echo);
    out.body_limit = limit;
    return out;
}

std::string chunked(std::string const& chunks) {
    return "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

// Holds its worker until released.
class Gate {
public:
    Response operator()() {
        ++entered_;
        open_.wait();
        return text(200, "through");
    }
    void release() { opener_.set_value(); }
    int entered() const { return entered_; }

private:
    std::promise<void> opener_;
    std::shared_future<void> open_ = opener_.get_future().share();
    std::atomic<int> entered_{0};
};

TEST(Limits, RefuseALongHead) {
    Options options;
    options.header_limit = 1000;
    Served const served({route("GET", "/", Lane::inline_, hello)}, options);
    EXPECT_EQ(served.ask(get("/", "X: " + std::string(900, 'a') + "\r\n")).status, 200);
    EXPECT_EQ(served.ask(get("/", "X: " + std::string(1000, 'a') + "\r\n")).status, 431);
    EXPECT_EQ(served.ask("GET /" + std::string(1000, 'a')).status, 431);
    auto wire = served.wire();
    wire.send(get("/", "X: " + std::string(1u << 20, 'a') + "\r\n"));
    EXPECT_EQ(wire.answer().status, 431);
    EXPECT_TRUE(wire.ends());
}

TEST(Limits, RefuseManyHeaderLines) {
    Served const served({route("GET", "/", Lane::inline_, hello)});
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += "a:b\r\n";
    EXPECT_EQ(served.ask(get("/", lines)).status, 431);
}

TEST(Limits, RefuseALongBodyBeforeReadingIt) {
    Served const served({limited(10)});
    EXPECT_EQ(served.ask(post("/echo", "0123456789")).body, "0123456789");
    auto wire = served.wire();
    wire.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n");
    EXPECT_EQ(wire.answer().status, 413);
    EXPECT_EQ(served.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 18446744073709551615\r\n\r\n").status, 413);
    EXPECT_EQ(served.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 18446744073709551616\r\n\r\n").status, 400);
}

TEST(Limits, RefuseALongBodyThatIsStillBeingSent) {
    Served const served({limited(10)});
    auto wire = served.wire();
    std::string const megabyte(1u << 20, 'x');
    wire.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1048576\r\n\r\n" + megabyte);
    EXPECT_EQ(wire.answer().status, 413);
    EXPECT_TRUE(wire.ends());
}

TEST(Limits, CountChunks) {
    Served const served({limited(10)});
    EXPECT_EQ(served.ask(chunked("5\r\nabcde\r\n5\r\nfghij\r\n0\r\n\r\n")).body, "abcdefghij");
    EXPECT_EQ(served.ask(chunked("5\r\nabcde\r\n6\r\nfghijk\r\n0\r\n\r\n")).status, 413);
    EXPECT_EQ(served.ask(chunked("5\r\nabcde\r\nfffffffffffffff\r\nfghijk")).status, 413);
}

TEST(Limits, HoldForAllBodiesTogether) {
    Gate gate;
    auto slow = route("POST", "/slow", Lane::worker, [&](Request const&) { return gate(); });
    Options options;
    options.body_memory = 100'000;
    Served const served({slow, limited(90'000)}, options);
    std::string const body(60'000, 'x');
    auto first = served.wire();
    first.send(post("/slow", body));
    ASSERT_TRUE(eventually([&] { return gate.entered() == 1; }));
    auto const second = served.ask(post("/echo", body));
    EXPECT_EQ(second.status, 503);
    EXPECT_EQ(second.header("Retry-After"), "1");
    EXPECT_EQ(served.ask(post("/echo", std::string(30'000, 'x'))).status, 200);
    gate.release();
    EXPECT_EQ(first.answer().body, "through");
    EXPECT_EQ(served.ask(post("/echo", body)).status, 200);
}

TEST(Limits, RefuseBrokenAndOverlongChunks) {
    Served const served({limited(1000)});
    EXPECT_EQ(served.ask(chunked("zz\r\nabcde\r\n")).status, 400);
    EXPECT_EQ(served.ask(chunked("5\r\nabcdeXX0\r\n\r\n")).status, 400);
    EXPECT_EQ(served.ask(chunked("11111111111111111\r\nabc")).status, 400);
    EXPECT_EQ(served.ask(chunked("1;" + std::string(40'000, 'a'))).status, 400);
    EXPECT_EQ(served.ask(chunked("0\r\nTrailer: " + std::string(40'000, 'a'))).status, 400);
    EXPECT_EQ(served.ask(chunked("1;name=value\r\na\r\n0\r\nTrailer: b\r\n\r\n")).body, "a");
}

TEST(Limits, RefuseRequestsTwoReadersCouldReadDifferently) {
    Served const served({limited(1000), route("GET", "/", Lane::inline_, hello)});
    auto const with = [](std::string const& lines) {
        return "POST /echo HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n";
    };
    for (auto const* lines :
         {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
          "Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length: 5\r\nContent-Length: 5\r\n",
          "Content-Length: 5, 5\r\n", "Content-Length: +5\r\n", "Content-Length: 0x5\r\n", "Content-Length : 5\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding : chunked\r\n",
          "Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding: xchunked\r\n",
          "Transfer-Encoding:\x0b chunked\r\n", "Transfer-Encoding: gzip, chunked\r\n",
          "X: a\nTransfer-Encoding: chunked\r\n", "X: a\rb\r\n", "Host: y\r\n"}) {
        auto wire = served.wire();
        wire.send(with(lines));
        auto const answer = wire.answer();
        EXPECT_TRUE(answer.status == 400 || answer.status == 501) << lines << answer.status;
        std::string rest;
        EXPECT_TRUE(wire.drain(rest));
        EXPECT_EQ(rest, "") << lines;
    }
    EXPECT_EQ(served.ask("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").status, 400);
    EXPECT_EQ(served.ask("GET / HTTP/1.1\r\n\r\n").status, 400);
}

TEST(Limits, SendAwayWhatIsNotHttp11) {
    Served const served({route("GET", "/", Lane::inline_, hello)});
    for (std::string const bytes :
         {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\x16\x03\x01\x02\x00\x01", "GET / HTTP/9.9\r\n\r\n", "GET /\r\n\r\n",
          "\r\n\r\n\x01", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"}) {
        auto wire = served.wire();
        EXPECT_EQ(wire.ask(bytes).status, 400) << bytes;
    }
}

TEST(Limits, ContinueOnlyWhatTheyAccept) {
    Served const served({limited(10)});
    auto const head = [](int length, std::string const& expect) {
        return "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(length) + "\r\nExpect: " + expect +
               "\r\n\r\n";
    };
    auto wire = served.wire();
    EXPECT_EQ(wire.ask(head(3, "100-continue")).status, 100);
    EXPECT_EQ(wire.ask("abc").body, "abc");
    EXPECT_EQ(wire.ask(head(3, "100-continue") + "abc").body, "abc");
    EXPECT_EQ(served.ask(head(11, "100-continue")).status, 413);
    EXPECT_EQ(served.ask(head(3, "miracles")).status, 417);
}

TEST(Limits, ConnectionsBeyondTheMostAreSentAway) {
    Options options;
    options.max_connections = 2;
    Served const served({route("GET", "/", Lane::inline_, hello)}, options);
    auto first = served.wire();
    auto second = served.wire();
    EXPECT_EQ(first.ask(get("/")).status, 200);
    EXPECT_EQ(second.ask(get("/")).status, 200);
    auto third = served.wire();
    auto const refused = third.answer();
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    EXPECT_EQ(served.server.counters().rejected, 1u);
    first.close();
    ASSERT_TRUE(eventually([&] { return served.server.counters().open == 1; }));
    EXPECT_EQ(served.ask(get("/")).status, 200);
}

TEST(Limits, AFullQueueSaysSoAtOnce) {
    Gate gate;
    Options options;
    options.workers = 1;
    options.queue_limit = 2;
    Served const served({route("GET", "/", Lane::worker, [&](Request const&) { return gate(); }),
                         route("GET", "/ping", Lane::inline_, hello)},
                        options);
    auto first = served.wire();
    first.send(get("/"));
    ASSERT_TRUE(eventually([&] { return gate.entered() == 1; }));
    auto second = served.wire();
    second.send(get("/"));
    auto third = served.wire();
    third.send(get("/"));
    ASSERT_TRUE(eventually([&] { return served.server.counters().queued == 2; }));
    auto fourth = served.wire();
    auto const refused = fourth.ask(get("/"));
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    EXPECT_EQ(fourth.ask(get("/ping")).body, "hello");
    gate.release();
    for (auto* wire : {&first, &second, &third}) EXPECT_EQ(wire->answer().body, "through");
}

TEST(Deadlines, CloseHalfOpenConnections) {
    Options options;
    options.header_deadline = 50ms;
    Served const served({route("GET", "/", Lane::inline_, hello)}, options);
    auto silent = served.wire();
    EXPECT_TRUE(silent.ends());
    auto partial = served.wire();
    EXPECT_EQ(partial.ask("GET / HTTP/1.1\r\nHos").status, 408);
    EXPECT_TRUE(partial.ends());
}

// A client that sends a little now and then: the deadline is the whole head's.
TEST(Deadlines, ATrickleDoesNotExtendTheHead) {
    Options options;
    options.header_deadline = 100ms;
    Served const served({route("GET", "/", Lane::inline_, hello)}, options);
    auto wire = served.wire();
    wire.send("GET / HTTP/1.1\r\n");
    int lines = 0;
    while (lines < 10'000 && !wire.readable(5ms) && wire.send("X: y\r\n")) ++lines;
    EXPECT_LT(lines, 10'000);
    EXPECT_EQ(wire.answer().status, 408);
}

TEST(Deadlines, ATrickleDoesNotExtendTheBody) {
    Options options;
    options.body_deadline = 100ms;
    Served const served({limited(100'000)}, options);
    auto wire = served.wire();
    wire.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\n");
    int bytes = 0;
    while (bytes < 10'000 && !wire.readable(5ms) && wire.send("x")) ++bytes;
    EXPECT_LT(bytes, 10'000);
    EXPECT_EQ(wire.answer().status, 408);
}

TEST(Deadlines, ASteadyBodyMayTakeLonger) {
    Options options;
    options.body_deadline = 300ms;
    Served const served({limited(1u << 20)}, options);
    auto wire = served.wire();
    std::string const piece(20'000, 'x');
    wire.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
    for (int i = 0; i < 49; ++i) {
        ASSERT_TRUE(wire.send(piece));
        ASSERT_FALSE(wire.readable(10ms));
    }
    wire.send(piece);
    EXPECT_EQ(wire.answer().body.size(), 1'000'000u);
}

TEST(Deadlines, CloseIdleConnections) {
    Options options;
    options.idle_deadline = 50ms;
    Served const served({route("GET", "/", Lane::inline_, hello)}, options);
    auto wire = served.wire();
    EXPECT_EQ(wire.ask(get("/")).status, 200);
    std::string rest;
    EXPECT_TRUE(wire.drain(rest));
    EXPECT_EQ(rest, "");
}

TEST(Deadlines, AnswerForAHandlerThatIsLate) {
    Gate gate;
    Options options;
    options.workers = 1;
    options.handler_deadline = 100ms;
    Served served({route("GET", "/slow", Lane::worker, [&](Request const&) { return gate(); }),
                   route("GET", "/i", Lane::inline_, hello)},
                  options);
    auto running = served.wire();
    running.send(get("/slow"));
    ASSERT_TRUE(eventually([&] { return gate.entered() == 1; }));
    auto waiting = served.wire();
    waiting.send(get("/slow"));
    EXPECT_EQ(running.answer().status, 503);
    EXPECT_TRUE(running.ends());
    EXPECT_EQ(waiting.answer().status, 503);
    EXPECT_EQ(served.ask(get("/i")).status, 200);
    gate.release();
    served.server.stop();
    EXPECT_EQ(gate.entered(), 1) << "a request nobody waits for any more was begun";
}

TEST(Deadlines, CutOffSlowReaders) {
    constexpr std::size_t kSize = 32u << 20;
    Options options;
    options.write_deadline = 100ms;
    Served const served(
        {route("GET", "/", Lane::worker, [](Request const&) { return text(200, std::string(kSize, 'x')); })}, options);
    auto wire = served.wire(4096);
    wire.send(get("/"));
    ASSERT_TRUE(eventually([&] { return served.server.counters().requests == 1; }));
    ASSERT_TRUE(eventually([&] { return served.server.counters().open == 0; }));
    std::string rest;
    EXPECT_TRUE(wire.drain(rest));
    EXPECT_LT(rest.size(), kSize);
}

}  // namespace
}  // namespace anping::http::testing
