// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <cstdint>

namespace anping::documents {
namespace {

constexpr char32_t kNone = 0xFFFFFFFF;

struct Point {
    char32_t code = kNone;  // kNone: one byte that begins no character
    std::size_t bytes = 1;
};

Point first_point(std::string_view text) noexcept {
    auto const lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {lead, 1};
    std::size_t const bytes = lead >= 0xF0 && lead < 0xF8 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {};
    char32_t code = lead & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        auto const next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) return {};
        code = (code << 6) | (next & 0x3Fu);
    }
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    bool const surrogate = code >= 0xD800 && code < 0xE000;
    if (code < kLeast[bytes] || code > 0x10FFFF || surrogate) return {};
    return {code, bytes};
}

bool allowed(char32_t code) noexcept {
    if (code == kNone || code == 0xFFFE || code == 0xFFFF) return false;
    return code >= 0x20 || code == '\t' || code == '\n';
}

// Printing characters of ASCII at the beginning: most of what is cleaned, and nothing to look at twice.
std::size_t plain_beginning(std::string_view text) noexcept {
    std::size_t count = 0;
    for (; count < text.size(); ++count)
        if (text[count] < ' ' || text[count] > '~') break;
    return count;
}

bool is_wide(char32_t code) noexcept {
    // Quotes, dashes and the ellipsis have the width of their neighbours, which are Chinese here.
    if (code >= 0x2010 && code <= 0x203B) return true;
    return (code >= 0x1100 && code < 0x1160) || (code >= 0x2160 && code < 0xA4D0) ||
           (code >= 0xAC00 && code < 0xD7A4) || (code >= 0xF900 && code < 0xFB00) ||
           (code >= 0xFE30 && code < 0xFE70) || (code >= 0xFF00 && code < 0xFF61) ||
           (code >= 0xFFE0 && code < 0xFFE7) || (code >= 0x1F300 && code < 0x20000 + 0x20000);
}

}  // namespace

bool is_utf8(std::string_view text) noexcept {
    while (!text.empty()) {
        auto const point = first_point(text);
        if (point.code == kNone) return false;
        text.remove_prefix(point.bytes);
    }
    return true;
}

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (;;) {
        auto const plain = plain_beginning(text);
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) return out;
        auto const point = first_point(text);
        if (point.code == '\r') {
            if (text.size() < 2 || text[1] != '\n') out += '\n';
        } else if (allowed(point.code)) {
            out += text.substr(0, point.bytes);
        }
        text.remove_prefix(point.bytes);
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    for (char c : clean(text)) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

std::vector<std::string_view> lines(std::string_view text) {
    std::vector<std::string_view> out;
    for (;;) {
        auto const end = text.find('\n');
        out.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

int width(std::string_view line) noexcept {
    int total = 0;
    while (!line.empty()) {
        auto const point = first_point(line);
        if (point.code != kNone) total += is_wide(point.code) ? 2 : 1;
        line.remove_prefix(point.bytes);
    }
    return total;
}

std::size_t utf16_length(std::string_view text) noexcept {
    std::size_t units = 0;
    for (; !text.empty(); text.remove_prefix(first_point(text).bytes))
        units += first_point(text).code >= 0x10000 ? 2 : 1;
    return units;
}

std::string_view beginning(std::string_view text, std::size_t units) noexcept {
    std::size_t used = 0;
    std::size_t bytes = 0;
    while (bytes < text.size()) {
        auto const point = first_point(text.substr(bytes));
        used += point.code >= 0x10000 ? 2 : 1;
        if (used > units) break;
        bytes += point.bytes;
    }
    return text.substr(0, bytes);
}

}  // namespace anping::documents
