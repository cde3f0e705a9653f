// SPDX-License-Identifier: Apache-2.0
// Which machines this one may be sent to by an address somebody else wrote.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anping::http {

// An address of the public internet: not this machine, a private, shared or link-local network, a multicast or reserved
// range, nor one that hides an IPv4 address in an IPv6 one. False for what is no address.
bool is_public_address(std::string const& ip);

class Networks {
public:
    // "10.20.0.0/16, 192.0.2.7"; nothing when one of them is none.
    static std::optional<Networks> parse(std::string_view text);
    bool contains(std::string const& ip) const;

private:
    struct Range {
        std::array<std::uint8_t, 16> start{};  // an IPv4 address as ::ffff:a.b.c.d
        unsigned bits = 128;
    };
    std::vector<Range> ranges_;
};

}  // namespace anping::http
