// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace corpus {

namespace {

std::size_t sequence_length(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

}  // namespace

Text decoded(std::string_view utf8) {
    Text out;
    out.reserve(utf8.size() / 2);
    for (std::size_t at = 0; at < utf8.size();) {
        auto const lead = static_cast<unsigned char>(utf8[at]);
        std::size_t const length = sequence_length(lead);
        if (at + length > utf8.size()) throw std::runtime_error("a text ends within a UTF-8 sequence");
        char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i)
            point = (point << 6) | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
        out.push_back(point);
        at += length;
    }
    return out;
}

void append_utf8(std::string& out, View text) {
    std::size_t const before = out.size();
    out.resize(before + text.size() * 4);
    char* to = out.data() + before;
    for (char32_t const c : text) {
        if (c < 0x80) {
            *to++ = static_cast<char>(c);
        } else if (c < 0x800) {
            *to++ = static_cast<char>(0xC0 | (c >> 6));
            *to++ = static_cast<char>(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            *to++ = static_cast<char>(0xE0 | (c >> 12));
            *to++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            *to++ = static_cast<char>(0x80 | (c & 0x3F));
        } else {
            *to++ = static_cast<char>(0xF0 | (c >> 18));
            *to++ = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
            *to++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            *to++ = static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
}

std::string encoded(View text) {
    std::string out;
    append_utf8(out, text);
    return out;
}

std::string file_bytes(std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

void replace_all(Text& text, View from, View to) {
    if (from.empty()) return;
    for (std::size_t at = text.find(from); at != Text::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

std::vector<View> split(View text, char32_t at) {
    std::vector<View> parts;
    while (true) {
        std::size_t const end = text.find(at);
        if (end != 0 && !text.empty()) parts.push_back(text.substr(0, end));
        if (end == View::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<View> sentences(View text) {
    std::vector<View> parts;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_stop(text[at]) && text[at] != U'\n') continue;
        parts.push_back(text.substr(start, at + 1 - start));
        start = at + 1;
    }
    if (start < text.size()) parts.push_back(text.substr(start));
    return parts;
}

Text chinese_number(unsigned number) {
    static constexpr View digits = U"零一二三四五六七八九";
    Text out;
    unsigned const thousands = number / 1000;
    unsigned const hundreds = number / 100 % 10;
    unsigned const tens = number / 10 % 10;
    unsigned const ones = number % 10;
    if (thousands > 0) out.append({digits[thousands], U'千'});
    if (hundreds > 0) out.append({digits[hundreds], U'百'});
    if (thousands > 0 && hundreds == 0 && number % 100 > 0) out.push_back(U'零');
    if (tens > 0 && !(out.empty() && tens == 1)) out.push_back(digits[tens]);
    if (tens > 0) out.push_back(U'十');
    if (!out.empty() && tens == 0 && ones > 0 && number > 10 && out.back() != U'零') out.push_back(U'零');
    if (ones > 0) out.push_back(digits[ones]);
    return out;
}

Text decimal(std::size_t number) {
    Text out;
    for (char const c : std::to_string(number)) out.push_back(static_cast<char32_t>(c));
    return out;
}

}  // namespace corpus
