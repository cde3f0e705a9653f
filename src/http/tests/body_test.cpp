// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <stdexcept>

#include "wire.hpp"

namespace anping::http::testing {
namespace {

struct Seen {
    std::atomic<std::uint64_t> bytes{0};
    std::atomic<std::uint64_t> pieces{0};
    std::atomic<std::uint64_t> largest{0};
    std::atomic<int> finished{0};
    std::atomic<int> destroyed{0};
    std::atomic<bool> elsewhere{false};  // called on another thread than a worker

    void check_thread() {
        char name[16] = {};
        pthread_getname_np(pthread_self(), name, sizeof name);
        if (!std::string_view(name).starts_with("anping-worker")) elsewhere = true;
    }
};

class Sink : public BodySink {
public:
    Sink(Seen& seen, std::uint64_t enough) : seen_(seen), enough_(enough) {}
    ~Sink() override {
        seen_.check_thread();
        ++seen_.destroyed;
    }
    bool write(std::string_view bytes) override {
        seen_.check_thread();
        if (bytes.starts_with("fault")) throw std::runtime_error("the disk is gone");
        seen_.bytes += bytes.size();
        ++seen_.pieces;
        seen_.largest = std::max<std::uint64_t>(seen_.largest, bytes.size());
        return seen_.bytes < enough_;
    }
    Response finish() override {
        seen_.check_thread();
        ++seen_.finished;
        return text(201, std::to_string(seen_.bytes));
    }

private:
    Seen& seen_;
    std::uint64_t enough_;
};

Route upload(Seen& seen, std::uint64_t limit = 1u << 30, std::uint64_t enough = 1u << 30) {
    Route out;
    out.method = "PUT";
    out.pattern = "/up/{name}";
    out.body_limit = limit;
    out.open_sink = [&seen, enough](Request const& request) -> std::pair<std::unique_ptr<BodySink>, Response> {
        seen.check_thread();
        if (request.capture("name") == "no") return {nullptr, text(403, "not you")};
        if (request.capture("name") == "fault") throw std::runtime_error("no room");
        return {std::make_unique<Sink>(seen, enough), Response{}};
    };
    return out;
}

std::string put(std::uint64_t length, std::string const& more = "", std::string const& name = "a") {
    return "PUT /up/" + name + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(length) + "\r\n" + more +
           "\r\n";
}

TEST(Sinks, TakeALargeBodyInBoundedPiecesOnAWorker) {
    constexpr std::uint64_t kSize = 64u << 20;
    Seen seen;
    {
        Served const served({upload(seen)});
        auto wire = served.wire();
        wire.send(put(kSize));
        std::string const piece(1u << 20, 'x');
        for (std::uint64_t sent = 0; sent < kSize; sent += piece.size()) ASSERT_TRUE(wire.send(piece));
        EXPECT_EQ(wire.answer().body, std::to_string(kSize));
        EXPECT_EQ(wire.ask(put(3) + "abc").status, 201);
    }
    EXPECT_EQ(seen.bytes, kSize + 3);
    EXPECT_LE(seen.largest, 320u * 1024);
    EXPECT_EQ(seen.destroyed, 2);
    EXPECT_FALSE(seen.elsewhere);
}

TEST(Sinks, TakeChunksAndEmptyBodies) {
    Seen seen;
    Served const served({upload(seen)});
    auto wire = served.wire();
    EXPECT_EQ(wire.ask(put(0)).body, "0");
    EXPECT_EQ(wire.ask("PUT /up/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").body, "0");
    wire.send("PUT /up/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    std::string const chunk = "10000\r\n" + std::string(65536, 'x') + "\r\n";
    for (int i = 0; i < 40; ++i) ASSERT_TRUE(wire.send(chunk));
    EXPECT_EQ(wire.ask("0\r\n\r\n").body, "2621440");
}

TEST(Sinks, AreAskedBeforeTheBodyIsSent) {
    Seen seen;
    Served const served({upload(seen)});
    auto wire = served.wire();
    EXPECT_EQ(wire.ask(put(3, "Expect: 100-continue\r\n")).status, 100);
    EXPECT_EQ(wire.ask("abc").body, "3");
    auto refused = served.wire();
    EXPECT_EQ(refused.ask(put(3, "Expect: 100-continue\r\n", "no")).status, 403);
    EXPECT_TRUE(refused.ends());
}

TEST(Sinks, MayRefuseFailOrHaveEnough) {
    Seen seen;
    Served const served({upload(seen, 1u << 30, 1000)});
    EXPECT_EQ(served.ask(put(1u << 20, "", "no") + std::string(1u << 20, 'x')).status, 403);
    EXPECT_EQ(served.ask(put(5, "", "fault") + "abcde").status, 500);
    EXPECT_EQ(served.ask(put(5) + "fault").status, 500);
    ASSERT_TRUE(eventually([&] { return seen.destroyed == 1; }));
    auto const enough = served.ask(put(4u << 20) + std::string(4u << 20, 'x'));
    EXPECT_EQ(enough.status, 201);
    EXPECT_LT(std::stoull(enough.body), 1u << 20);
    EXPECT_EQ(seen.finished, 1);
    EXPECT_FALSE(seen.elsewhere);
}

TEST(Sinks, AreDestroyedUnfinishedWhenTheClientGoesAway) {
    Seen seen;
    Options options;
    options.body_deadline = 100ms;
    Served served({upload(seen, 2u << 20)}, options);
    auto leaves = served.wire();
    leaves.send(put(1u << 20) + std::string(600'000, 'x'));
    ASSERT_TRUE(eventually([&] { return seen.pieces >= 1; }));
    leaves.close();
    ASSERT_TRUE(eventually([&] { return seen.destroyed == 1; }));
    EXPECT_EQ(served.ask(put(1000) + "x").status, 408);
    ASSERT_TRUE(eventually([&] { return seen.destroyed == 2; }));
    EXPECT_EQ(served.ask(put(3u << 20)).status, 413);
    auto chunks = served.wire();
    chunks.send("PUT /up/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n300000\r\n" +
                std::string(3u << 20, 'x'));
    EXPECT_EQ(chunks.answer().status, 413);
    ASSERT_TRUE(eventually([&] { return seen.destroyed == 3; }));
    auto const before = seen.pieces.load();
    auto stopped = served.wire();
    stopped.send(put(1u << 20) + std::string(600'000, 'x'));
    ASSERT_TRUE(eventually([&] { return seen.pieces > before; }));
    served.server.stop();
    EXPECT_EQ(seen.destroyed, 4);
    EXPECT_EQ(seen.finished, 0);
    EXPECT_FALSE(seen.elsewhere);
}

TEST(Sinks, ThatAreLateAreDestroyedOnTheirWorker) {
    std::promise<void> opener;
    auto open = opener.get_future().share();
    Seen seen;
    auto slow = upload(seen);
    auto const open_sink = slow.open_sink;
    slow.open_sink = [=](Request const& request) {
        open.wait();
        return open_sink(request);
    };
    Options options;
    options.handler_deadline = 50ms;
    Served const served({slow}, options);
    EXPECT_EQ(served.ask(put(5) + "abcde").status, 503);
    opener.set_value();
    EXPECT_TRUE(eventually([&] { return seen.destroyed == 1; }));
    EXPECT_FALSE(seen.elsewhere);
}

class Files : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = std::filesystem::temp_directory_path() / "anping-http-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder_ = pattern;
        for (std::size_t i = 0; i < kLarge; ++i) large_ += static_cast<char>('a' + (i * 7 + i / 1000) % 26);
        write("small", "0123456789");
        write("large", large_);
        write("empty", "");
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(std::string const& name, std::string const& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    Route files(Lane lane = Lane::worker) const {
        return route("GET", "/f/{name}", lane, [folder = folder_](Request const& request) {
            auto const path = folder / request.capture("name");
            std::error_code missing;
            auto const size = std::filesystem::file_size(path, missing);
            Response out = text(200, "", "application/octet-stream");
            out.file = FileBody{path, missing ? 5 : size};
            return out;
        });
    }

    static constexpr std::size_t kLarge = 9'000'001;
    std::filesystem::path folder_;
    std::string large_;
};

TEST_F(Files, AreSentWhole) {
    for (auto const lane : {Lane::worker, Lane::inline_}) {
        Served const served({files(lane)});
        auto wire = served.wire();
        auto const answer = wire.ask(get("/f/small"));
        EXPECT_EQ(answer.body, "0123456789");
        EXPECT_EQ(answer.header("Accept-Ranges"), "bytes");
        EXPECT_EQ(answer.header("Content-Type"), "application/octet-stream");
        EXPECT_TRUE(wire.ask(get("/f/large")).body == large_);
        EXPECT_EQ(wire.ask(get("/f/empty")).body, "");
        EXPECT_EQ(wire.ask(get("/f/small")).body, "0123456789");
    }
}

TEST_F(Files, AreSentInPart) {
    Served const served({files()});
    auto wire = served.wire();
    auto const part = wire.ask(get("/f/small", "Range: bytes=2-4\r\n"));
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, "234");
    EXPECT_EQ(part.header("Content-Range"), "bytes 2-4/10");
    EXPECT_EQ(wire.ask(get("/f/large", "Range: bytes=1000000-8999999\r\n")).body, large_.substr(1'000'000, 8'000'000));
    EXPECT_EQ(wire.ask(get("/f/large", "Range: bytes=-5\r\n")).body, large_.substr(kLarge - 5));
    auto const none = wire.ask(get("/f/small", "Range: bytes=10-\r\n"));
    EXPECT_EQ(none.status, 416);
    EXPECT_EQ(none.header("Content-Range"), "bytes */10");
    EXPECT_EQ(none.header("Content-Length"), "0");
    EXPECT_EQ(wire.ask(get("/f/small", "Range: bytes=2-4\r\nIf-Range: \"tag\"\r\n")).body, "0123456789");
    EXPECT_EQ(wire.ask(get("/f/small", "Range: bytes=0-1,3-4\r\n")).status, 200);
}

TEST_F(Files, HaveAHead) {
    Served const served({files()});
    auto wire = served.wire();
    wire.send("HEAD /f/large HTTP/1.1\r\nHost: x\r\n\r\nHEAD /f/small HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1\r\n\r\n");
    EXPECT_EQ(wire.answer(true).header("Content-Length"), std::to_string(kLarge));
    auto const part = wire.answer(true);
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.header("Content-Length"), "2");
    EXPECT_EQ(wire.ask(get("/f/small")).body, "0123456789");
}

TEST_F(Files, ThatAreNotThereAreAFault) {
    Served const served({files(), route("GET", "/short", Lane::worker, [this](Request const&) {
                             Response out;
                             out.file = FileBody{folder_ / "small", 11};
                             return out;
                         })});
    auto wire = served.wire();
    EXPECT_EQ(wire.ask(get("/f/none")).status, 500);
    EXPECT_EQ(wire.ask(get("/short")).status, 500);
    EXPECT_EQ(wire.ask(get("/f/small")).status, 200);
}

TEST_F(Files, AreCutOffForSlowReaders) {
    Options options;
    options.write_deadline = 100ms;
    Served const served({files()}, options);
    auto wire = served.wire(4096);
    wire.send(get("/f/large"));
    ASSERT_TRUE(eventually([&] { return served.server.counters().requests == 1; }));
    ASSERT_TRUE(eventually([&] { return served.server.counters().open == 0; }));
    std::string rest;
    EXPECT_TRUE(wire.drain(rest));
    EXPECT_LT(rest.size(), kLarge);
}

TEST_F(Files, ThatShrinkWhileTheyAreSentEndTheConnection) {
    Served const served({files()});
    auto wire = served.wire(4096);
    wire.send(get("/f/large"));
    ASSERT_TRUE(wire.readable(10s));
    std::filesystem::resize_file(folder_ / "large", 1000);
    std::string got;
    EXPECT_TRUE(wire.drain(got));
    EXPECT_LT(got.size(), kLarge);
}

}  // namespace
}  // namespace anping::http::testing
