// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <vector>

#include "wire.hpp"

namespace anping::http::testing {
namespace {

TEST(Crowd, AThousandHalfOpenConnectionsDoNotKeepOthersFromBeingServed) {
    Options options;
    options.header_deadline = 5s;
    Served const served({route("GET", "/", Lane::worker, hello)}, options);
    std::vector<Wire> half;
    half.reserve(1000);
    for (int i = 0; i < 1000; ++i) {
        half.push_back(served.wire());
        ASSERT_TRUE(half.back().connected());
        half.back().send("GET / HTTP/1.1\r\nHost: x\r\nX-Part");
    }
    ASSERT_TRUE(eventually([&] { return served.server.counters().open == 1000; }));
    auto wire = served.wire();
    for (int i = 0; i < 200; ++i) ASSERT_EQ(wire.ask(get("/")).body, "hello");
    int timed_out = 0;
    for (auto& one : half) timed_out += one.answer().status == 408 && one.ends() ? 1 : 0;
    EXPECT_EQ(timed_out, 1000);
    EXPECT_EQ(wire.ask(get("/")).body, "hello");
}

TEST(Crowd, SlowReadersDoNotKeepOthersFromBeingServed) {
    std::string const large(8u << 20, 'x');
    Options options;
    options.write_deadline = 3s;
    Served const served({route("GET", "/large", Lane::worker, [&](Request const&) { return text(200, large); }),
                         route("GET", "/", Lane::worker, hello)},
                        options);
    std::vector<Wire> slow;
    for (int i = 0; i < 20; ++i) {
        slow.push_back(served.wire(4096));
        slow.back().send(get("/large"));
    }
    for (auto const& one : slow) ASSERT_TRUE(one.readable(10s));
    auto wire = served.wire();
    for (int i = 0; i < 200; ++i) ASSERT_EQ(wire.ask(get("/")).body, "hello");
    ASSERT_TRUE(eventually([&] { return served.server.counters().open == 1; }));
    EXPECT_EQ(wire.ask(get("/")).body, "hello");
}

TEST(Crowd, ClientsThatComeAndGoLeaveNothingOpen) {
    Served const served({route("POST", "/echo", Lane::worker, echo)});
    for (int i = 0; i < 300; ++i) {
        auto wire = served.wire();
        auto const request = post("/echo", std::string(2000, 'x'));
        wire.send(request.substr(0, static_cast<std::size_t>(i) * 7 % request.size()));
    }
    EXPECT_TRUE(eventually([&] { return served.server.counters().open == 0; }));
    EXPECT_EQ(served.ask(post("/echo", "abc")).body, "abc");
}

}  // namespace
}  // namespace anping::http::testing
