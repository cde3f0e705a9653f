// SPDX-License-Identifier: Apache-2.0
#include <anping/http/url.hpp>

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "text.hpp"

namespace anping::http {
namespace {

constexpr std::size_t kLongest = 2000;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return http::lower(c); });
    return out;
}

std::optional<std::string> encoded(std::string_view target) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (std::size_t i = 0; i < target.size(); ++i) {
        auto const byte = static_cast<unsigned char>(target[i]);
        if (byte < 0x20 || byte == 0x7F) return std::nullopt;
        if (byte == '%' && (i + 2 >= target.size() || !is_hex(target[i + 1]) || !is_hex(target[i + 2])))
            return std::nullopt;
        if (byte < 0x80 && std::string_view(" \"<>\\^`{|}").find(target[i]) == std::string_view::npos) {
            out += target[i];
        } else {
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 0xF];
        }
    }
    return out;
}

bool is_name(std::string_view host) {
    if (host.empty() || host.size() > 253 || host.front() == '.' || host.front() == '-') return false;
    return std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
}

bool is_ipv6(std::string const& text) {
    in6_addr address{};
    return ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

// Sets host and, where it is named, port.
bool read_authority(Url& url, std::string_view text) {
    std::string_view port;
    if (text.starts_with('[')) {
        auto const end = text.find(']');
        if (end == std::string_view::npos) return false;
        url.host = lower(text.substr(1, end - 1));
        port = text.substr(end + 1);
        if (!is_ipv6(url.host)) return false;
    } else {
        auto const end = std::min(text.find(':'), text.size());
        url.host = lower(text.substr(0, end));
        port = text.substr(end);
        if (!is_name(url.host)) return false;
    }
    if (port.empty()) return true;
    if (port.front() != ':') return false;
    port.remove_prefix(1);
    auto const [end, ec] = std::from_chars(port.data(), port.data() + port.size(), url.port);
    return ec == std::errc() && end == port.data() + port.size() && url.port != 0;
}

}  // namespace

std::string Url::authority() const {
    auto out = host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (port != (secure ? 443 : 80)) out += ":" + std::to_string(port);
    return out;
}

std::string Url::text() const { return (secure ? "https://" : "http://") + authority() + target; }

std::optional<Url> parse_url(std::string_view text) {
    if (text.size() > kLongest) return std::nullopt;
    Url url;
    auto const scheme = lower(text.substr(0, 8));
    if (scheme == "https://") {
        url.secure = true;
        url.port = 443;
        text.remove_prefix(8);
    } else if (scheme.starts_with("http://")) {
        text.remove_prefix(7);
    } else {
        return std::nullopt;
    }
    text = text.substr(0, text.find('#'));
    auto const end = std::min(text.find_first_of("/?\\"), text.size());
    if (!read_authority(url, text.substr(0, end))) return std::nullopt;
    auto target = encoded(text.substr(end));
    if (!target) return std::nullopt;
    url.target = target->starts_with('/') ? std::move(*target) : "/" + *target;
    return url;
}

std::optional<Url> redirected(Url const& from, std::string_view location) {
    auto const start = lower(location.substr(0, 8));
    if (start.starts_with("http://") || start.starts_with("https://")) return parse_url(location);
    std::string const origin = (from.secure ? "https://" : "http://") + from.authority();
    if (location.starts_with("//"))
        return parse_url(std::string(from.secure ? "https:" : "http:") + std::string(location));
    if (location.starts_with('/')) return parse_url(origin + std::string(location));
    // Another scheme.
    if (location.substr(0, location.find_first_of("/?#")).find(':') != std::string_view::npos) return std::nullopt;
    auto const path = from.target.substr(0, from.target.find('?'));
    if (location.starts_with('?')) return parse_url(origin + path + std::string(location));
    return parse_url(origin + path.substr(0, path.rfind('/') + 1) + std::string(location));
}

}  // namespace anping::http
