// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <pthread.h>

#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "wire.hpp"

namespace anping::http::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Response thread_name(Request const&) {
    char name[16] = {};
    pthread_getname_np(pthread_self(), name, sizeof name);
    return text(200, name);
}

TEST(Server, RunsHandlersWhereTheirRouteSays) {
    Options options;
    options.workers = 1;
    Served const served(
        {route("GET", "/io", Lane::inline_, thread_name), route("GET", "/w", Lane::worker, thread_name)}, options);
    EXPECT_EQ(served.ask(get("/io")).body, "anping-io-1");
    EXPECT_EQ(served.ask(get("/w")).body, "anping-worker-1");
}

TEST(Server, ServesAnOrdinaryClientOverOneConnection) {
    Served const served({route("GET", "/items/{id}", Lane::worker,
                               [](Request const& request) {
                                   return text(200, request.capture("id") + request.query_value("q").value_or("-") +
                                                        std::string(request.header("x-a")) + request.peer);
                               }),
                         route("POST", "/echo", Lane::inline_, echo)});
    httplib::Client client("127.0.0.1", served.server.port());
    client.set_keep_alive(true);
    for (int i = 0; i < 20; ++i) {
        auto const answer = client.Get("/items/%E5%AE%89?q=1", {{"X-A", "b"}});
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->body, "安1b127.0.0.1");
        EXPECT_EQ(client.Post("/echo", std::string(100'000, 'x'), "text/plain")->body.size(), 100'000u);
    }
    EXPECT_EQ(served.server.counters().connections, 1u);
    EXPECT_EQ(served.server.counters().requests, 40u);
}

TEST(Server, ServesManyClientsOnSeveralThreads) {
    Options options;
    options.io_threads = 2;
    Served const served({route("POST", "/echo", Lane::worker, echo)}, options);
    std::vector<std::thread> threads;
    std::atomic<int> right{0};
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            auto wire = served.wire();
            for (int i = 0; i < 100; ++i) {
                auto const body = std::to_string(t) + ":" + std::to_string(i);
                right += wire.ask(post("/echo", body)).body == body ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(right, 800);
}

TEST(Server, PutsItsHeadersOnEveryAnswer) {
    Options options;
    options.default_headers = {{"X-Frame-Options", "DENY"}};
    Served const served(
        {route("GET", "/", Lane::inline_, [](Request const& request) { return text(200, request.id); })}, options);
    auto wire = served.wire();
    auto const first = wire.ask(get("/"));
    auto const second = wire.ask(get("/"));
    EXPECT_EQ(first.header("X-Request-Id"), first.body);
    EXPECT_NE(first.body, second.body);
    EXPECT_THAT(first.header("Date"), HasSubstr(" GMT"));
    EXPECT_EQ(first.header("X-Frame-Options"), "DENY");
    EXPECT_THAT(first.head, Not(HasSubstr("Server:")));
    auto const refused = served.ask("nonsense\r\n\r\n");
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(refused.header("X-Frame-Options"), "DENY");
    EXPECT_FALSE(refused.header("X-Request-Id").empty());
}

TEST(Server, TellsUnknownPathsFromUnknownMethods) {
    Options options;
    options.on_error = [](int status, Request const& request) {
        return text(200, std::to_string(status) + " for " + request.path, "application/problem+json");
    };
    Served const served({route("GET", "/a", Lane::inline_, hello)}, options);
    auto const missing = served.ask(get("/b"));
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.body, "404 for /b");
    EXPECT_EQ(missing.header("Content-Type"), "application/problem+json");
    auto const wrong = served.ask("DELETE /a HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.header("Allow"), "GET, HEAD");
    EXPECT_EQ(served.ask(get("/a/../b")).status, 400);
}

TEST(Server, AnswersHeadWithTheHeadOfGet) {
    Served const served({route("GET", "/", Lane::worker, [](Request const& r) { return text(200, r.method + "xx"); })});
    auto wire = served.wire();
    wire.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n" + get("/"));
    auto const head = wire.answer(true);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), "5");
    EXPECT_EQ(wire.answer().body, "GETxx");
}

TEST(Server, AnswersRequestsSentAheadInOrder) {
    Served const served({route("GET", "/{n}", Lane::worker, [](Request const& r) { return text(200, r.capture("n")); }),
                         route("POST", "/echo", Lane::inline_, echo)});
    auto wire = served.wire();
    std::string all;
    for (int i = 0; i < 50; ++i) all += get("/" + std::to_string(i)) + "\r\n" + post("/echo", "b" + std::to_string(i));
    ASSERT_TRUE(wire.send(all));
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(wire.answer().body, std::to_string(i));
        EXPECT_EQ(wire.answer().body, "b" + std::to_string(i));
    }
}

TEST(Server, ReadsRequestsThatArriveByteByByte) {
    Served const served({route("POST", "/echo", Lane::worker, echo)});
    auto wire = served.wire();
    for (char const c : post("/echo", "abc")) {
        ASSERT_TRUE(wire.send(std::string(1, c)));
        wire.readable(1ms);
    }
    EXPECT_EQ(wire.answer().body, "abc");
}

TEST(Server, AnswersAClientThatHasFinishedSending) {
    Served const served({route("GET", "/", Lane::worker, hello)});
    auto wire = served.wire();
    wire.send(get("/") + get("/"));
    wire.half_close();
    EXPECT_EQ(wire.answer().body, "hello");
    EXPECT_EQ(wire.answer().body, "hello");
    EXPECT_TRUE(wire.ends());
}

TEST(Server, KeepsOrClosesAsTheClientAndTheHandlerSay) {
    Served const served({route("GET", "/", Lane::inline_, hello),
                         route("GET", "/bye", Lane::inline_,
                               [](Request const&) { return text(200, "").with("Connection", "close"); })});
    auto old = served.wire();
    EXPECT_EQ(old.ask("GET / HTTP/1.0\r\n\r\n").body, "hello");
    EXPECT_TRUE(old.ends());
    auto kept = served.wire();
    auto const answer = kept.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(answer.header("Connection"), "keep-alive");
    EXPECT_EQ(kept.ask(get("/", "Connection: close\r\n")).header("Connection"), "close");
    EXPECT_TRUE(kept.ends());
    auto told = served.wire();
    EXPECT_EQ(told.ask(get("/bye")).header("Connection"), "close");
    EXPECT_TRUE(told.ends());
}

TEST(Server, TurnsAFaultIntoAnAnswerWithoutItsText) {
    auto const fault = [](Request const&) -> Response { throw std::runtime_error("the secret"); };
    auto const odd = [](Request const&) -> Response { throw 7; };
    auto const split = [](Request const&) { return text(200, "").with("X", "a\r\nB: c"); };
    Served const served({route("GET", "/w", Lane::worker, fault), route("GET", "/i", Lane::inline_, fault),
                         route("GET", "/o", Lane::worker, odd), route("GET", "/p", Lane::inline_, odd),
                         route("GET", "/s", Lane::worker, split), route("GET", "/ok", Lane::worker, hello)});
    auto wire = served.wire();
    for (auto const* path : {"/w", "/i", "/o", "/p", "/s"}) {
        auto const answer = wire.ask(get(path));
        EXPECT_EQ(answer.status, 500) << path;
        EXPECT_THAT(answer.body, Not(HasSubstr("secret")));
    }
    EXPECT_EQ(wire.ask(get("/ok")).body, "hello");
}

TEST(Server, AnswersPlainlyWhenTheErrorPageFails) {
    Options options;
    options.on_error = [](int, Request const&) -> Response { throw std::runtime_error("no page"); };
    Served const served({}, options);
    EXPECT_EQ(served.ask(get("/")).body, "Not Found");
}

TEST(Server, LetsAnObserverSeeEveryAnswer) {
    std::mutex mutex;
    std::vector<std::string> seen;
    Options options;
    options.observe = [&](Request const& request, int status, std::int64_t micros, std::string const& pattern) {
        std::lock_guard const lock(mutex);
        seen.push_back(request.method + " " + request.path + " " + std::to_string(status) + " " + pattern +
                       (micros >= 0 && !request.id.empty() ? "" : " wrong"));
        throw std::runtime_error("an observer's own fault");
    };
    Served served({route("GET", "/a/{id}", Lane::worker, hello)}, options);
    auto wire = served.wire();
    wire.ask(get("/a/1"));
    wire.ask(get("/b"));
    wire.ask("x\r\n\r\n");
    served.server.stop();
    EXPECT_THAT(seen, ElementsAre("GET /a/1 200 /a/{id}", "GET /b 404 ", "  400 "));
}

TEST(Server, StopsAfterRunningHandlersAndClosesTheRest) {
    std::promise<void> entered;
    std::promise<void> leave;
    auto may_leave = leave.get_future().share();
    Served served({route("GET", "/slow", Lane::worker, [&](Request const&) {
        entered.set_value();
        may_leave.wait();
        return text(200, "done");
    })});
    auto idle = served.wire();
    idle.ask(get("/nothing"));
    auto half = served.wire();
    half.send("GET /");
    auto busy = served.wire();
    busy.send(get("/slow"));
    entered.get_future().wait();
    std::thread stopper([&] { served.server.stop(); });
    EXPECT_TRUE(idle.ends());
    EXPECT_TRUE(half.ends());
    leave.set_value();
    auto const answer = busy.answer();
    stopper.join();
    EXPECT_EQ(answer.body, "done");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_FALSE(served.wire().connected());
    EXPECT_EQ(served.server.counters().open, 0u);
}

TEST(Server, StopsInTimeAlthoughAnAnswerIsNotTaken) {
    Options options;
    options.stop_deadline = 50ms;
    Served served(
        {route("GET", "/", Lane::worker, [](Request const&) { return text(200, std::string(64u << 20, 'x')); })},
        options);
    auto wire = served.wire(4096);
    wire.send(get("/"));
    ASSERT_TRUE(wire.readable(10s));
    auto const before = std::chrono::steady_clock::now();
    served.server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 10s);
}

// With a sweep due at nearly every moment, a stop that meets one must end all the same.
TEST(Server, StopsWheneverTheSweepIsDue) {
    Options options;
    options.linger_deadline = 1ms;
    int stopped = 0;
    for (int i = 0; i < 300; ++i) {
        Served served({route("GET", "/", Lane::worker, hello)}, options);
        ASSERT_EQ(served.ask(get("/")).status, 200);
        served.server.stop();
        ++stopped;
    }
    EXPECT_EQ(stopped, 300);
}

TEST(Server, SaysWhyItCannotStart) {
    Options options;
    options.address = "not an address";
    EXPECT_THROW(Server(options, {}).start(), std::invalid_argument);
    Served const first({});
    options.address = "127.0.0.1";
    options.port = first.server.port();
    EXPECT_THROW(Server(options, {}).start(), std::system_error);
    auto const twice = route("GET", "/a", Lane::inline_, hello);
    EXPECT_THROW(Server(Options{}, {twice, twice}), std::invalid_argument);
    Server const unused(Options{}, {});
}

}  // namespace
}  // namespace anping::http::testing
