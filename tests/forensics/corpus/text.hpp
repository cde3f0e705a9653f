// SPDX-License-Identifier: Apache-2.0
// Texts are worked on as code points, since every offset a set tells is counted in them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

using Text = std::u32string;
using View = std::u32string_view;

Text decoded(std::string_view utf8);
void append_utf8(std::string& out, View text);
std::string encoded(View text);
std::string file_bytes(std::filesystem::path const& path);

constexpr bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
constexpr bool is_stop(char32_t c) { return c == U'。' || c == U'！' || c == U'？'; }
// What parts clauses: no edit of words reaches across it.
constexpr bool is_mark(char32_t c) {
    return is_stop(c) || c == U'，' || c == U'；' || c == U'：' || c == U'、' || c == U'\n' || c == U'（' ||
           c == U'）' || c == U'“' || c == U'”' || c == U'《' || c == U'》' || c == U'\t' || c == U' ';
}

void replace_all(Text& text, View from, View to);
std::vector<View> split(View text, char32_t at);
// Sentences with their stop; a line end ends a sentence too.
std::vector<View> sentences(View text);
Text chinese_number(unsigned number);
Text decimal(std::size_t number);

}  // namespace corpus
