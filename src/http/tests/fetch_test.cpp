// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <httplib.h>
#include <anping/http/fetch.hpp>

#include <thread>

#include "wire.hpp"

namespace anping::http::testing {
namespace {

// A site by the name of site.test, on this machine.
class Site {
public:
    explicit Site(std::unique_ptr<httplib::Server> server) : server_(std::move(server)) {
        port_ = server_->bind_to_any_port("127.0.0.1");
        thread_ = std::thread([this] { server_->listen_after_bind(); });
        EXPECT_TRUE(eventually([this] { return server_->is_running(); }));
    }
    ~Site() {
        server_->stop();
        thread_.join();
    }
    Site(Site const&) = delete;
    Site& operator=(Site const&) = delete;
    std::string at(std::string const& path, char const* scheme = "http") const {
        return std::string(scheme) + "://site.test:" + std::to_string(port_) + path;
    }
    FetchOptions options() const {
        FetchOptions out;
        out.ports = {static_cast<std::uint16_t>(port_)};
        out.allowed = Networks::parse("127.0.0.1").value();
        out.resolve = [](std::string const& host) {
            return host == "site.test" ? std::vector<std::string>{"127.0.0.1"} : std::vector<std::string>{};
        };
        return out;
    }

private:
    std::unique_ptr<httplib::Server> server_;
    int port_ = 0;
    std::thread thread_;
};

std::unique_ptr<httplib::Server> serving() {
    auto out = std::make_unique<httplib::Server>();
    out->Get("/report.pdf", [](httplib::Request const& request, httplib::Response& response) {
        response.set_header("X-Host", request.get_header_value("Host"));
        response.set_content(std::string(300'000, 'r'), "application/pdf; charset=binary");
    });
    out->Get("/gone", [](auto const&, httplib::Response& response) { response.status = 404; });
    out->Get("/moved", [](auto const&, httplib::Response& response) { response.set_redirect("/report.pdf"); });
    out->Get("/round", [](auto const&, httplib::Response& response) { response.set_redirect("/round"); });
    out->Get("/inside", [](auto const&, httplib::Response& response) { response.set_redirect("http://10.0.0.1/"); });
    out->Get("/file", [](auto const&, httplib::Response& response) { response.set_redirect("file:///etc/passwd"); });
    out->Get("/coded", [](auto const&, httplib::Response& response) {
        response.set_header("Content-Encoding", "br");
        response.set_content("xx", "text/plain");
    });
    return out;
}

struct Got : Fetched {
    std::string body;
};
Got got(std::string const& url, FetchOptions const& options) {
    std::string body;
    auto fetched = fetch(url, options, [&](std::string_view piece) { body += piece; });
    return {std::move(fetched), std::move(body)};
}

TEST(Fetch, GetsTheBytesAndWhatTheyAreSaidToBe) {
    Site const site(serving());
    auto const answer = got(site.at("/report.pdf"), site.options());
    EXPECT_EQ(answer.problem, FetchProblem::none) << answer.detail;
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, std::string(300'000, 'r'));
    EXPECT_EQ(answer.size, 300'000u);
    EXPECT_EQ(answer.media_type, "application/pdf");
}

TEST(Fetch, FollowsRedirectsButNotForEver) {
    Site const site(serving());
    auto const moved = got(site.at("/moved"), site.options());
    EXPECT_EQ(moved.problem, FetchProblem::none) << moved.detail;
    EXPECT_EQ(moved.url, site.at("/report.pdf"));
    EXPECT_EQ(moved.size, 300'000u);
    EXPECT_EQ(got(site.at("/round"), site.options()).problem, FetchProblem::redirects);
}

TEST(Fetch, ChecksWhereARedirectLeadsLikeTheFirstAddress) {
    Site const site(serving());
    auto options = site.options();
    options.ports.push_back(80);
    auto const inside = got(site.at("/inside"), options);
    EXPECT_EQ(inside.problem, FetchProblem::blocked);
    EXPECT_EQ(inside.url, "http://10.0.0.1/");
    EXPECT_EQ(got(site.at("/file"), options).problem, FetchProblem::address);
}

TEST(Fetch, AsksNoMachineThatIsNotPublic) {
    Site const site(serving());
    auto options = site.options();
    options.allowed = {};
    EXPECT_EQ(got(site.at("/report.pdf"), options).problem, FetchProblem::blocked);
    options.resolve = {};
    auto const port = ":" + std::to_string(options.ports.front());
    for (auto const* host :
         {"127.0.0.1", "localhost", "0x7f000001", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]"})
        EXPECT_EQ(got("http://" + std::string(host) + port + "/report.pdf", options).problem, FetchProblem::blocked)
            << host;
}

TEST(Fetch, AsksOnlyThePortsGiven) {
    Site const site(serving());
    auto options = site.options();
    options.ports = {80, 443};
    EXPECT_EQ(got(site.at("/report.pdf"), options).problem, FetchProblem::blocked);
}

TEST(Fetch, ConnectsToTheAddressItLookedAt) {
    Site const site(serving());
    auto options = site.options();
    int asked = 0;
    options.resolve = [&](std::string const&) -> std::vector<std::string> {
        ++asked;
        return asked == 1 ? std::vector<std::string>{"10.0.0.1", "127.0.0.1"} : std::vector<std::string>{"10.0.0.1"};
    };
    EXPECT_EQ(got(site.at("/report.pdf"), options).problem, FetchProblem::none);
    EXPECT_EQ(asked, 1);
}

TEST(Fetch, SaysWhyNothingCame) {
    Site const site(serving());
    auto options = site.options();
    EXPECT_EQ(got("ftp://site.test/", options).problem, FetchProblem::address);
    EXPECT_EQ(got("http://other.test:" + std::to_string(options.ports.front()), options).problem, FetchProblem::name);
    auto const gone = got(site.at("/gone"), options);
    EXPECT_EQ(gone.problem, FetchProblem::status);
    EXPECT_EQ(gone.status, 404);
    EXPECT_TRUE(gone.body.empty());
    EXPECT_EQ(got(site.at("/coded"), options).problem, FetchProblem::broken);
    EXPECT_EQ(got(site.at("/report.pdf", "https"), options).problem, FetchProblem::tls);
}

TEST(Fetch, TakesNoMoreThanTheLimit) {
    Site const site(serving());
    auto options = site.options();
    options.size_limit = 299'999;
    EXPECT_EQ(got(site.at("/report.pdf"), options).problem, FetchProblem::too_large);
    options.size_limit = 300'000;
    EXPECT_EQ(got(site.at("/report.pdf"), options).problem, FetchProblem::none);
}

TEST(Fetch, SaysThatNobodyListens) {
    std::uint16_t port = 0;
    FetchOptions options;
    {
        Site const site(serving());
        options = site.options();
        port = options.ports.front();
    }
    EXPECT_EQ(got("http://site.test:" + std::to_string(port), options).problem, FetchProblem::refused);
}

// Accepts, then says what it is told to, and no more.
class Mute {
public:
    explicit Mute(std::string words = {}) : words_(std::move(words)) {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        ::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(socket_, 1);
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
        port = ntohs(address.sin_port);
        if (words_.empty()) return;
        thread_ = std::thread([this] {
            int const peer = ::accept(socket_, nullptr, nullptr);
            char question[4096];
            if (::recv(peer, question, sizeof question, 0) > 0)
                ::send(peer, words_.data(), words_.size(), MSG_NOSIGNAL);
            ::close(peer);
        });
    }
    ~Mute() {
        if (thread_.joinable()) thread_.join();
        ::close(socket_);
    }
    Mute(Mute const&) = delete;
    Mute& operator=(Mute const&) = delete;
    Got ask(std::chrono::milliseconds deadline = 20s) const {
        FetchOptions options;
        options.ports = {port};
        options.allowed = Networks::parse("127.0.0.1").value();
        options.deadline = deadline;
        return got("http://127.0.0.1:" + std::to_string(port) + "/", options);
    }
    std::uint16_t port = 0;

private:
    std::string words_;
    int socket_;
    std::thread thread_;
};

TEST(Fetch, GivesUpAtTheDeadline) { EXPECT_EQ(Mute().ask(50ms).problem, FetchProblem::timeout); }

TEST(Fetch, TakesAnAnswerThatBreaksOffForBroken) {
    EXPECT_EQ(Mute("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc").ask().problem, FetchProblem::broken);
    EXPECT_EQ(Mute("SSH-2.0-nothing of ours\r\n").ask().problem, FetchProblem::broken);
    EXPECT_EQ(Mute("HTTP/1.1 200 OK\r\nX: " + std::string(20'000, 'x')).ask().problem, FetchProblem::broken);
    auto const until_the_end = Mute("HTTP/1.0 200 OK\r\n\r\nabc").ask();
    EXPECT_EQ(until_the_end.problem, FetchProblem::none) << until_the_end.detail;
    EXPECT_EQ(until_the_end.body, "abc");
}

TEST(Fetch, TrustsACertificateOnlyOfANameAndAnAuthorityItKnows) {
    std::string const folder = ANPING_SOURCE_DIR "/src/http/tests/tls/";
    auto server = std::make_unique<httplib::SSLServer>((folder + "site.pem").c_str(), (folder + "site.key").c_str());
    server->Get("/", [](auto const&, httplib::Response& response) { response.set_content("safe", "text/plain"); });
    Site const site(std::move(server));
    auto options = site.options();
    EXPECT_EQ(got(site.at("/", "https"), options).problem, FetchProblem::tls);
    options.authorities = folder + "authority.pem";
    auto const known = got(site.at("/", "https"), options);
    EXPECT_EQ(known.problem, FetchProblem::none) << known.detail;
    EXPECT_EQ(known.body, "safe");
    options.resolve = [](std::string const&) { return std::vector<std::string>{"127.0.0.1"}; };
    auto const port = ":" + std::to_string(options.ports.front());
    EXPECT_EQ(got("https://other.test" + port, options).problem, FetchProblem::tls);
    EXPECT_EQ(got("https://127.0.0.1" + port, options).problem, FetchProblem::tls);
}

}  // namespace
}  // namespace anping::http::testing
