// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstring>

#include <anping/base/json_text.hpp>

namespace anping {
namespace {

// Whether the eight characters from here are all plain.
bool all_plain(char const* text) noexcept {
    constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = 0x8080808080808080;
    std::uint64_t word = 0;
    std::memcpy(&word, text, sizeof word);
    auto const zero_in = [](std::uint64_t of) { return (of - kOnes) & ~of; };
    auto const below_space = (word - kOnes * 0x20) & ~word;
    return ((below_space | zero_in(word ^ (kOnes * '"')) | zero_in(word ^ (kOnes * '\\'))) & kHigh) == 0;
}

bool plain(char c) noexcept { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_escaped(std::string& out, char c) {
    constexpr char const* kHex = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        case '\b': out += "\\b"; return;
        case '\f': out += "\\f"; return;
        default: break;
    }
    out += "\\u00";
    out += kHex[static_cast<unsigned char>(c) >> 4];
    out += kHex[c & 0xf];
}

}  // namespace

void append_json_name(std::string& out, char before, std::string_view name) {
    auto const from = out.size();
    out.resize(from + name.size() + 4);
    auto* at = out.data() + from;
    *at++ = before;
    *at++ = '"';
    at = std::copy(name.begin(), name.end(), at);
    *at++ = '"';
    *at = ':';
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        while (at + 8 <= text.size() && all_plain(text.data() + at)) at += 8;
        if (at == text.size()) break;
        if (plain(text[at])) continue;
        out.append(text, from, at - from);
        append_escaped(out, text[at]);
        from = at + 1;
    }
    out.append(text, from);
    out += '"';
}

}  // namespace anping
