// SPDX-License-Identifier: Apache-2.0
#include "head.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "text.hpp"

namespace anping::http {
namespace {

struct Reason {
    int status;
    std::string_view text;
};

constexpr std::array kReasons{
    Reason{200, "OK"},
    Reason{201, "Created"},
    Reason{202, "Accepted"},
    Reason{204, "No Content"},
    Reason{206, "Partial Content"},
    Reason{301, "Moved Permanently"},
    Reason{302, "Found"},
    Reason{303, "See Other"},
    Reason{304, "Not Modified"},
    Reason{307, "Temporary Redirect"},
    Reason{308, "Permanent Redirect"},
    Reason{400, "Bad Request"},
    Reason{401, "Unauthorized"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{406, "Not Acceptable"},
    Reason{408, "Request Timeout"},
    Reason{409, "Conflict"},
    Reason{410, "Gone"},
    Reason{411, "Length Required"},
    Reason{412, "Precondition Failed"},
    Reason{413, "Content Too Large"},
    Reason{415, "Unsupported Media Type"},
    Reason{416, "Range Not Satisfiable"},
    Reason{417, "Expectation Failed"},
    Reason{422, "Unprocessable Content"},
    Reason{423, "Locked"},
    Reason{428, "Precondition Required"},
    Reason{429, "Too Many Requests"},
    Reason{431, "Request Header Fields Too Large"},
    Reason{460, "Checksum Mismatch"},
    Reason{500, "Internal Server Error"},
    Reason{501, "Not Implemented"},
    Reason{503, "Service Unavailable"},
    Reason{507, "Insufficient Storage"},
};

bool is_token(std::string_view name) noexcept {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
        return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || marks.find(c) != marks.npos;
    });
}

bool is_the_servers(std::string_view name) noexcept {
    for (std::string_view const own :
         {"content-length", "transfer-encoding", "connection", "keep-alive", "date", "x-request-id"}) {
        if (same_text(name, own)) return true;
    }
    return false;
}

void add_line(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

// Formatting a date costs as much as a small answer; it changes once a second.
std::string const& date_now() {
    thread_local std::time_t last = -1;
    thread_local std::string text;
    std::time_t const now = std::time(nullptr);
    if (now != last) {
        text = http_date(now);
        last = now;
    }
    return text;
}

}  // namespace

std::string_view reason_phrase(int status) noexcept {
    auto const* found = std::lower_bound(kReasons.begin(), kReasons.end(), status,
                                         [](Reason const& reason, int wanted) { return reason.status < wanted; });
    return found != kReasons.end() && found->status == status ? found->text : std::string_view("Status");
}

std::string http_date(std::time_t time) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 64> out{};
    std::snprintf(out.data(), out.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                  months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour, utc.tm_min,
                  utc.tm_sec);
    return out.data();
}

bool can_send(Response const& response) noexcept {
    if (response.status < 200 || response.status > 599) return false;
    return std::all_of(response.headers.begin(), response.headers.end(), [](auto const& header) {
        return is_token(header.first) &&
               header.second.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos;
    });
}

bool has_header(Headers const& headers, std::string_view name) noexcept {
    return std::any_of(headers.begin(), headers.end(),
                       [&](auto const& header) { return same_text(header.first, name); });
}

bool asks_to_close(Response const& response) noexcept {
    return std::any_of(response.headers.begin(), response.headers.end(), [](auto const& header) {
        return same_text(header.first, "connection") && same_text(header.second, "close");
    });
}

std::string make_head(Response const& response, HeadFacts const& facts) {
    std::string out;
    out.reserve(1024);
    out += "HTTP/1.1 ";
    out += std::to_string(response.status);
    out += ' ';
    out += reason_phrase(response.status);
    out += "\r\n";
    add_line(out, "Date", date_now());
    for (auto const& [name, value] : response.headers) {
        if (!is_the_servers(name)) add_line(out, name, value);
    }
    if (facts.defaults != nullptr) {
        for (auto const& [name, value] : *facts.defaults) {
            if (!has_header(response.headers, name)) add_line(out, name, value);
        }
    }
    if (!facts.request_id.empty()) add_line(out, "X-Request-Id", facts.request_id);
    if (response.status != 204 && response.status != 304) {
        add_line(out, "Content-Length", std::to_string(facts.content_length));
    }
    if (!facts.keep_alive) {
        add_line(out, "Connection", "close");
    } else if (!facts.http11) {
        add_line(out, "Connection", "keep-alive");
    }
    out += "\r\n";
    return out;
}

}  // namespace anping::http
