// SPDX-License-Identifier: Apache-2.0
// The server in a process of its own, so that its memory and time are its own: cost of a request, then the same
// requests among half-open connections, among slow readers, and during a large upload.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <thread>
#include <vector>

#include "tests/wire.hpp"

namespace {

using namespace anping::http;
using namespace anping::http::testing;
using Clock = std::chrono::steady_clock;

constexpr int kHalfOpen = 10'000;
constexpr int kSlow = 1'000;
constexpr std::uint64_t kUpload = 2ull << 30;
constexpr std::uint64_t kFile = 64u << 20;

class Counter : public BodySink {
public:
    bool write(std::string_view bytes) override {
        seen_ += bytes.size();
        return true;
    }
    Response finish() override { return text(201, std::to_string(seen_)); }

private:
    std::uint64_t seen_ = 0;
};

std::vector<Route> routes(std::string const& file) {
    auto upload = route("PUT", "/upload", Lane::worker, nullptr);
    upload.body_limit = kUpload;
    upload.open_sink = [](Request const&) { return std::pair{std::unique_ptr<BodySink>(new Counter), Response{}}; };
    auto const large = [file](Request const&) {
        Response out;
        out.file = FileBody{file, kFile};
        return out;
    };
    return {route("GET", "/inline", Lane::inline_, hello), route("GET", "/worker", Lane::worker, hello),
            route("GET", "/large", Lane::worker, large), upload};
}

[[noreturn]] void serve(int announce, int until, std::string const& file) {
    {
        Options options;
        options.port = 0;
        options.header_deadline = options.write_deadline = std::chrono::minutes(2);
        Server server(options, routes(file));
        server.start();
        auto const port = server.port();
        char end = 0;
        if (::write(announce, &port, sizeof port) != sizeof port || ::read(until, &end, 1) < 0) std::_Exit(1);
    }
    std::_Exit(0);
}

struct Child {
    pid_t pid = 0;
    std::uint16_t port = 0;
    int end = -1;

    double cpu_seconds() const {
        clockid_t clock{};
        timespec time{};
        ::clock_getcpuclockid(pid, &clock);
        ::clock_gettime(clock, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    }
    double megabytes(std::string const& line) const {
        std::ifstream in("/proc/" + std::to_string(pid) + "/status");
        std::string word;
        double value = 0;
        while (in >> word) {
            if (word == line && in >> value) return value / 1024;
        }
        return 0;
    }
};

Child start(std::string const& file) {
    int announce[2];
    int until[2];
    if (::pipe(announce) != 0 || ::pipe(until) != 0) std::exit(1);
    Child child;
    child.pid = ::fork();
    if (child.pid == 0) {
        ::close(until[1]);
        serve(announce[1], until[0], file);
    }
    ::close(until[0]);
    child.end = until[1];
    if (::read(announce[0], &child.port, sizeof child.port) != sizeof child.port) std::exit(1);
    return child;
}

// Microseconds each, sorted.
std::vector<double> time_requests(Child const& child, std::string const& path, int clients, int each) {
    std::vector<std::vector<double>> times(static_cast<std::size_t>(clients));
    std::vector<std::thread> threads;
    threads.reserve(times.size());
    for (auto& mine : times) {
        threads.emplace_back([&mine, &child, &path, each] {
            Wire wire(child.port);
            for (int i = 0; i < each; ++i) {
                auto const before = Clock::now();
                if (wire.ask(get(path)).status != 200) std::abort();
                mine.push_back(std::chrono::duration<double, std::micro>(Clock::now() - before).count());
            }
        });
    }
    for (auto& thread : threads) thread.join();
    std::vector<double> all;
    for (auto const& mine : times) all.insert(all.end(), mine.begin(), mine.end());
    std::sort(all.begin(), all.end());
    return all;
}

void report(Child const& child, char const* what, std::string const& path, int clients, int each) {
    // Until the server has taken in everyone who came before: a full queue says so with 503.
    while (Wire(child.port).ask(get(path)).status != 200) ::poll(nullptr, 0, 50);
    auto const before = child.cpu_seconds();
    auto const times = time_requests(child, path, clients, each);
    auto const spent = child.cpu_seconds() - before;
    double load = 0;
    ::getloadavg(&load, 1);
    std::printf("%-44s p50 %7.0f us  p99 %7.0f us  server CPU %5.1f us/request  RSS %4.0f MB  load %.1f\n", what,
                times[times.size() / 2], times[times.size() * 99 / 100],
                spent * 1e6 / static_cast<double>(times.size()), child.megabytes("VmRSS:"), load);
    std::fflush(stdout);
}

std::vector<Wire> crowd(Child const& child, int count, std::string const& request, int buffer) {
    std::vector<Wire> out;
    out.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        out.emplace_back(child.port, buffer);
        if (!out.back().connected() || !out.back().send(request)) std::abort();
    }
    return out;
}

void upload(Child const& child) {
    Wire wire(child.port);
    wire.send("PUT /upload HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(kUpload) + "\r\n\r\n");
    std::string const piece(1u << 20, 'x');
    auto const before = Clock::now();
    for (std::uint64_t sent = 0; sent < kUpload; sent += piece.size()) wire.send(piece);
    if (wire.answer().body != std::to_string(kUpload)) std::abort();
    auto const seconds = std::chrono::duration<double>(Clock::now() - before).count();
    std::printf("upload of 2 GiB: %.0f MB/s, RSS %.0f MB\n", static_cast<double>(kUpload) / seconds / 1e6,
                child.megabytes("VmRSS:"));
}

}  // namespace

int main() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    std::string file = "/tmp/anping-http-bench-XXXXXX";
    int const made = ::mkstemp(file.data());
    if (made < 0 || ::ftruncate(made, static_cast<off_t>(kFile)) != 0) return 1;
    auto const child = start(file);
    std::printf("idle: RSS %.0f MB\n", child.megabytes("VmRSS:"));
    report(child, "inline, 32 clients", "/inline", 32, 1000);
    report(child, "worker, 32 clients", "/worker", 32, 1000);
    report(child, "worker, 2 clients", "/worker", 2, 5000);
    {
        auto const half = crowd(child, kHalfOpen, "GET /worker HTTP/1.1\r\nHost: x\r\nX-Half", 0);
        report(child, "worker, 2 clients, 10,000 half-open", "/worker", 2, 5000);
        {
            auto const slow = crowd(child, kSlow, get("/large"), 4096);
            report(child, "worker, 2 clients, and 1,000 slow readers", "/worker", 2, 5000);
            report(child, "the same, once they are blocked", "/worker", 2, 5000);
        }
    }
    report(child, "worker, 2 clients, after them", "/worker", 2, 5000);
    upload(child);
    std::printf("most: RSS %.0f MB\n", child.megabytes("VmHWM:"));
    ::close(child.end);
    int status = 0;
    ::waitpid(child.pid, &status, 0);
    ::unlink(file.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
