// SPDX-License-Identifier: Apache-2.0
// Requests and responses without a socket in sight.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anping::http {

// Header names are lower case. Repeated headers are kept in order.
using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    std::string method;  // "GET"
    std::string path;    // percent-decoded, starts with "/", no "." or ".." segments, valid UTF-8 without NUL
    std::vector<std::pair<std::string, std::string>> query;  // decoded
    Headers headers;
    std::string body;
    std::string peer;                                          // address without port
    std::string id;                                            // correlation id, also in the response and the log
    std::map<std::string, std::string, std::less<>> captures;  // of the route's "{name}" segments

    std::string_view header(std::string_view lower_case_name) const noexcept;  // "" when absent
    std::string_view cookie(std::string_view name) const noexcept;
    std::optional<std::string> query_value(std::string_view name) const;
    std::string const& capture(std::string_view name) const;
};

// A file sent in pieces by a worker; ranges (RFC 9110) are the server's business.
struct FileBody {
    std::string path;
    std::uint64_t size = 0;
};

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::optional<FileBody> file;

    Response& with(std::string name, std::string value) &;
    Response&& with(std::string name, std::string value) &&;
};

Response text(int status, std::string body, std::string content_type = "text/plain; charset=utf-8");

// Takes a request's body as it arrives (resumable upload). All calls on one worker at a time, never on an I/O thread.
class BodySink {
public:
    virtual ~BodySink() = default;  // destroyed without finish(): the client went away; what was written may stay
    virtual bool write(std::string_view bytes) = 0;  // false: stop reading and answer finish()
    virtual Response finish() = 0;
};

}  // namespace anping::http
