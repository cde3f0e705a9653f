// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>

#include <anping/http/target.hpp>

namespace anping::http {
namespace {

unsigned byte(char c) noexcept { return static_cast<unsigned char>(c); }

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decode(std::string_view raw, bool plus_is_space) {
    std::string out;
    out.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '%') {
            if (raw.size() - i < 3) return std::nullopt;
            int const high = hex_digit(raw[i + 1]);
            int const low = hex_digit(raw[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += plus_is_space && raw[i] == '+' ? ' ' : raw[i];
        }
    }
    if (out.find('\0') != std::string::npos || !is_utf8(out)) return std::nullopt;
    return out;
}

bool is_control(char c) noexcept { return byte(c) < 0x20 || byte(c) == 0x7f; }

std::optional<std::string> decode_segment(std::string_view raw) {
    auto segment = decode(raw, false);
    if (!segment || *segment == "." || *segment == "..") return std::nullopt;
    // An encoded slash would make two readers of the same path see different segments.
    if (segment->find('/') != std::string::npos) return std::nullopt;
    if (std::any_of(segment->begin(), segment->end(), is_control)) return std::nullopt;
    return segment;
}

std::optional<std::string> decode_path(std::string_view raw) {
    std::string path;
    while (!raw.empty()) {
        raw.remove_prefix(1);
        auto const end = std::min(raw.find('/'), raw.size());
        auto const segment = decode_segment(raw.substr(0, end));
        raw.remove_prefix(end);
        if (!segment || (segment->empty() && !raw.empty())) return std::nullopt;
        path += '/';
        path += *segment;
    }
    return path;
}

// "http://host/path" is "/path": RFC 9112 has servers accept the absolute form.
std::string_view without_authority(std::string_view raw) {
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!raw.starts_with(scheme)) continue;
        raw.remove_prefix(scheme.size());
        raw.remove_prefix(std::min(raw.find_first_of("/?"), raw.size()));
        return raw.empty() || raw.front() == '?' ? std::string_view("/") : raw;
    }
    return raw;
}

// Length of the UTF-8 sequence a lead byte announces; 0 if it cannot lead.
std::size_t sequence_length(unsigned lead) noexcept {
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead < 0xe0) return 2;
    if (lead >= 0xe0 && lead < 0xf0) return 3;
    if (lead >= 0xf0 && lead < 0xf5) return 4;
    return 0;
}

}  // namespace

bool is_utf8(std::string_view text) noexcept {
    for (std::size_t i = 0; i < text.size();) {
        unsigned const lead = byte(text[i]);
        std::size_t const length = sequence_length(lead);
        if (length == 0 || text.size() - i < length) return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((byte(text[i + k]) & 0xc0u) != 0x80u) return false;
        }
        unsigned const second = length > 1 ? byte(text[i + 1]) : 0;
        bool const overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
        bool const surrogate = lead == 0xed && second >= 0xa0;
        bool const beyond = lead == 0xf4 && second >= 0x90;
        if (overlong || surrogate || beyond) return false;
        i += length;
    }
    return true;
}

std::optional<Pairs> parse_form(std::string_view raw) {
    Pairs out;
    while (!raw.empty()) {
        auto const end = std::min(raw.find('&'), raw.size());
        auto const pair = raw.substr(0, end);
        raw.remove_prefix(std::min(end + 1, raw.size()));
        if (pair.empty()) continue;
        auto const equals = std::min(pair.find('='), pair.size());
        auto name = decode(pair.substr(0, equals), true);
        auto value = decode(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value) return std::nullopt;
        out.emplace_back(std::move(*name), std::move(*value));
    }
    return out;
}

std::optional<Target> parse_target(std::string_view raw) {
    if (raw.find('#') != std::string_view::npos) return std::nullopt;
    raw = without_authority(raw);
    if (!raw.starts_with('/')) return std::nullopt;
    auto const mark = std::min(raw.find('?'), raw.size());
    auto path = decode_path(raw.substr(0, mark));
    auto query = parse_form(raw.substr(std::min(mark + 1, raw.size())));
    if (!path || !query) return std::nullopt;
    return Target{std::move(*path), std::move(*query)};
}

}  // namespace anping::http
