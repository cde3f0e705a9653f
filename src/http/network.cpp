// SPDX-License-Identifier: Apache-2.0
#include <anping/http/network.hpp>

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace anping::http {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

constexpr char const* kNotPublic4 =
    "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.0.2.0/24,"
    "192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,224.0.0.0/4,240.0.0.0/4";
// Only 2000::/3 is given out; of it: IETF protocols (Teredo among them), documentation, 6to4.
constexpr char const* kPublic6 = "2000::/3";
constexpr char const* kNotPublic6 = "2001::/23,2001:db8::/32,2002::/16,3fff::/20";

bool is_ipv4(std::string const& text) { return text.find(':') == std::string::npos; }

std::optional<Bytes> bytes_of(std::string const& text) {
    Bytes out{};
    if (is_ipv4(text)) {
        out[10] = out[11] = 0xFF;
        return ::inet_pton(AF_INET, text.c_str(), out.data() + 12) == 1 ? std::optional(out) : std::nullopt;
    }
    return ::inet_pton(AF_INET6, text.c_str(), out.data()) == 1 ? std::optional(out) : std::nullopt;
}

bool same_bits(Bytes const& a, Bytes const& b, unsigned bits) {
    for (std::size_t i = 0; i < a.size() && bits > 0; ++i) {
        auto const here = std::min(bits, 8u);
        auto const mask = static_cast<std::uint8_t>(0xFF00u >> here);
        if (((a[i] ^ b[i]) & mask) != 0) return false;
        bits -= here;
    }
    return true;
}

Networks known(char const* text) { return Networks::parse(text).value(); }

}  // namespace

std::optional<Networks> Networks::parse(std::string_view text) {
    Networks out;
    while (!text.empty()) {
        auto const comma = std::min(text.find(','), text.size());
        auto one = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        auto const slash = std::min(one.find('/'), one.size());
        std::string const address(one.substr(0, slash));
        auto const start = bytes_of(address);
        if (!start) return std::nullopt;
        unsigned const width = is_ipv4(address) ? 32 : 128;
        unsigned bits = width;
        if (slash < one.size()) {
            auto const [end, ec] = std::from_chars(one.data() + slash + 1, one.data() + one.size(), bits);
            if (ec != std::errc() || end != one.data() + one.size() || bits > width) return std::nullopt;
        }
        out.ranges_.push_back({*start, bits + 128 - width});
    }
    return out;
}

bool Networks::contains(std::string const& ip) const {
    auto const address = bytes_of(ip);
    return address && std::ranges::any_of(
                          ranges_, [&](Range const& range) { return same_bits(*address, range.start, range.bits); });
}

bool is_public_address(std::string const& ip) {
    static Networks const not4 = known(kNotPublic4);
    static Networks const some6 = known(kPublic6);
    static Networks const not6 = known(kNotPublic6);
    if (!bytes_of(ip)) return false;
    if (is_ipv4(ip)) return !not4.contains(ip);
    return some6.contains(ip) && !not6.contains(ip);
}

}  // namespace anping::http
