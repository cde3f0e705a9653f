// SPDX-License-Identifier: Apache-2.0
// A statement with co_await holds no lambda, no braces and no conditional: g++ 12 frees such temporaries twice.
#include <anping/http/fetch.hpp>

#include <netdb.h>

#include <algorithm>
#include <array>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <future>
#include <optional>
#include <thread>

#include <anping/http/url.hpp>

namespace anping::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Moment = std::chrono::steady_clock::time_point;
using Addresses = std::vector<std::string>;

constexpr std::size_t kAddresses = 4;  // of one name that are tried
constexpr std::uint32_t kHeaderLimit = 16 * 1024;

Addresses system_addresses(std::string const& host) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    Addresses out;
    if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return out;
    for (auto const* one = found; one != nullptr; one = one->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (::getnameinfo(one->ai_addr, one->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0)
            out.emplace_back(text.data());
    }
    ::freeaddrinfo(found);
    return out;
}

// The resolver cannot be told to stop: past the deadline it is left to end by itself.
std::optional<Addresses> addresses_within(FetchOptions const& options, std::string const& host, Moment until) {
    if (options.resolve) return options.resolve(host);
    auto answer = std::make_shared<std::promise<Addresses>>();
    auto ready = answer->get_future();
    std::thread([answer, host] { answer->set_value(system_addresses(host)); }).detach();
    if (ready.wait_until(until) != std::future_status::ready) return std::nullopt;
    return ready.get();
}

// One question to one place.
struct Visit {
    Url url;
    std::vector<tcp::endpoint> endpoints;
    FetchOptions const& options;
    std::function<void(std::string_view)> const& on_bytes;
    Fetched result = {};
    std::string location = {};  // where an answer sends on to
    bool ended = false;

    asio::awaitable<void> run();

private:
    asio::awaitable<bool> connect(beast::tcp_stream& stream);
    asio::awaitable<void> over_tls(beast::tcp_stream plain);
    template <class Stream>
    asio::awaitable<void> ask(Stream& stream);
    template <class Stream>
    asio::awaitable<void> read_body(Stream& stream, beast::flat_buffer& buffer,
                                    wire::response_parser<wire::buffer_body>& parser);
    void fail(FetchProblem problem, error_code const& ec) {
        result.problem = problem;
        result.detail = ec.message();
    }
    wire::request<wire::empty_body> request() const;
    // Whether there is a body to read.
    bool is_answer(wire::response_header<> const& head);
};

wire::request<wire::empty_body> Visit::request() const {
    wire::request<wire::empty_body> out(wire::verb::get, url.target, 11);
    out.set(wire::field::host, url.authority());
    out.set(wire::field::user_agent, "anping");
    out.set(wire::field::accept, "*/*");
    out.set(wire::field::accept_encoding, "identity");
    out.set(wire::field::connection, "close");
    return out;
}

bool Visit::is_answer(wire::response_header<> const& head) {
    result.status = static_cast<int>(head.result_int());
    bool const onward = result.status == 301 || result.status == 302 || result.status == 303 || result.status == 307 ||
                        result.status == 308;
    if (onward) location = std::string(head[wire::field::location]);
    if (result.status != 200) {
        result.problem = FetchProblem::status;
        return false;
    }
    auto const coding = head[wire::field::content_encoding];
    if (!coding.empty() && coding != "identity") {
        // The digest of coded bytes would say nothing about the file.
        result.problem = FetchProblem::broken;
        result.detail = "coded although asked for as it is";
        return false;
    }
    auto const type = head[wire::field::content_type];
    result.media_type = std::string(type.substr(0, std::min(type.find(';'), std::size_t{100})));
    return true;
}

// NOLINTBEGIN(cppcoreguidelines-avoid-reference-coroutine-parameters): locals of a coroutine that awaits this one at
// once
template <class Stream>
asio::awaitable<void> Visit::read_body(Stream& stream, beast::flat_buffer& buffer,
                                       wire::response_parser<wire::buffer_body>& parser) {
    std::array<char, 64 * 1024> piece{};
    error_code ec;
    auto token = asio::redirect_error(asio::use_awaitable, ec);
    while (!parser.is_done()) {
        auto& body = parser.get().body();
        body.data = piece.data();
        body.size = piece.size();
        co_await wire::async_read_some(stream, buffer, parser, token);
        if (ec == wire::error::need_buffer) ec = {};
        if (ec == wire::error::body_limit) co_return fail(FetchProblem::too_large, ec);
        if (ec) co_return fail(FetchProblem::broken, ec);
        std::string_view const come(piece.data(), piece.size() - body.size);
        result.size += come.size();
        if (result.size > options.size_limit) co_return fail(FetchProblem::too_large, wire::error::body_limit);
        on_bytes(come);
    }
}

template <class Stream>
asio::awaitable<void> Visit::ask(Stream& stream) {
    error_code ec;
    auto token = asio::redirect_error(asio::use_awaitable, ec);
    auto question = request();
    co_await wire::async_write(stream, question, token);
    if (ec) co_return fail(FetchProblem::broken, ec);
    beast::flat_buffer buffer;
    wire::response_parser<wire::buffer_body> parser;
    parser.header_limit(kHeaderLimit);
    parser.body_limit(options.size_limit);
    co_await wire::async_read_header(stream, buffer, parser, token);
    if (ec == wire::error::body_limit) co_return fail(FetchProblem::too_large, ec);
    if (ec) co_return fail(FetchProblem::broken, ec);
    if (!is_answer(parser.get().base())) co_return;
    co_await read_body(stream, buffer, parser);
}

asio::awaitable<bool> Visit::connect(beast::tcp_stream& stream) {
    error_code ec;
    auto token = asio::redirect_error(asio::use_awaitable, ec);
    for (auto const& endpoint : endpoints) {
        stream.close();
        co_await stream.async_connect(endpoint, token);
        if (!ec) co_return true;
    }
    fail(ec == asio::error::timed_out ? FetchProblem::timeout : FetchProblem::refused, ec);
    co_return false;
}
// NOLINTEND(cppcoreguidelines-avoid-reference-coroutine-parameters)

// Tells the server which of its names is meant; an address has none.
bool names_host(SSL* session, std::string const& host) {
    error_code ec;
    asio::ip::make_address(host, ec);
    if (!ec) return true;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
    return SSL_set_tlsext_host_name(session, host.c_str()) == 1;
#pragma GCC diagnostic pop
}

asio::awaitable<void> Visit::over_tls(beast::tcp_stream plain) {
    error_code ec;
    auto token = asio::redirect_error(asio::use_awaitable, ec);
    asio::ssl::context trust(asio::ssl::context::tls_client);
    trust.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                      asio::ssl::context::no_tlsv1_1);
    trust.set_default_verify_paths(ec);
    if (!ec && !options.authorities.empty()) trust.load_verify_file(options.authorities, ec);
    if (ec) co_return fail(FetchProblem::tls, ec);
    asio::ssl::stream<beast::tcp_stream> stream(std::move(plain), trust);
    stream.set_verify_mode(asio::ssl::verify_peer, ec);
    if (!ec) stream.set_verify_callback(asio::ssl::host_name_verification(url.host), ec);
    if (ec) co_return fail(FetchProblem::tls, ec);
    if (!names_host(stream.native_handle(), url.host)) co_return fail(FetchProblem::tls, asio::error::invalid_argument);
    co_await stream.async_handshake(asio::ssl::stream_base::client, token);
    if (ec) co_return fail(FetchProblem::tls, ec);
    co_await ask(stream);
}

asio::awaitable<void> Visit::run() {
    auto const executor = co_await asio::this_coro::executor;
    beast::tcp_stream stream(executor);
    stream.expires_never();
    bool const connected = co_await connect(stream);
    if (connected && url.secure) co_await over_tls(std::move(stream));
    else if (connected) co_await ask(stream);
    ended = true;
}

// Where the connection may go; what is wrong with the place otherwise.
FetchProblem find_endpoints(Url const& url, FetchOptions const& options, Moment until,
                            std::vector<tcp::endpoint>& endpoints) {
    if (std::ranges::find(options.ports, url.port) == options.ports.end()) return FetchProblem::blocked;
    error_code ec;
    asio::ip::make_address(url.host, ec);
    auto const addresses = ec ? addresses_within(options, url.host, until) : Addresses{url.host};
    if (!addresses) return FetchProblem::timeout;
    if (addresses->empty()) return FetchProblem::name;
    for (auto const& ip : *addresses) {
        auto const address = asio::ip::make_address(ip, ec);
        if (ec || endpoints.size() == kAddresses) continue;
        if (!is_public_address(ip) && !options.allowed.contains(ip)) continue;
        endpoints.emplace_back(address, url.port);
    }
    return endpoints.empty() ? FetchProblem::blocked : FetchProblem::none;
}

void follow(Visit& visit, Moment until) {
    asio::io_context io{1};
    auto const done = [](std::exception_ptr const& error) {
        if (error) std::rethrow_exception(error);
    };
    asio::co_spawn(io, visit.run(), done);
    io.run_until(until);
    if (!visit.ended) visit.result.problem = FetchProblem::timeout;
}

Fetched nothing(FetchProblem problem, std::string url) {
    Fetched out;
    out.problem = problem;
    out.url = std::move(url);
    return out;
}

}  // namespace

Fetched fetch(std::string const& address, FetchOptions const& options,
              std::function<void(std::string_view)> const& on_bytes) {
    auto const until = std::chrono::steady_clock::now() + options.deadline;
    auto url = parse_url(address);
    if (!url) return nothing(FetchProblem::address, address);
    for (int hop = 0;; ++hop) {
        std::vector<tcp::endpoint> endpoints;
        auto const problem = find_endpoints(*url, options, until, endpoints);
        if (problem != FetchProblem::none) return nothing(problem, url->text());
        Visit visit{*url, std::move(endpoints), options, on_bytes};
        visit.result.url = url->text();
        follow(visit, until);
        if (visit.location.empty() || !visit.ended) return std::move(visit.result);
        if (hop == options.redirects) return nothing(FetchProblem::redirects, url->text());
        url = redirected(*url, visit.location);
        if (!url) return nothing(FetchProblem::address, visit.location);
    }
}

}  // namespace anping::http
