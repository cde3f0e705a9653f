// SPDX-License-Identifier: Apache-2.0
// Looking into texts of code points.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <anping/forensics/finding.hpp>
#include <anping/forensics/report.hpp>

namespace anping::forensics {

using View = std::u32string_view;
using Words = std::span<View const>;

// A byte that is no UTF-8 is one code point, U+FFFD.
std::u32string to_points(std::string_view utf8);
std::string to_utf8(View text);

constexpr bool is_digit(char32_t one) noexcept { return one >= U'0' && one <= U'9'; }
constexpr bool is_hanzi(char32_t one) noexcept {
    return (one >= 0x4e00 && one <= 0x9fff) || (one >= 0x3400 && one <= 0x4dbf) || one == U'〇';
}
constexpr bool is_letter(char32_t one) noexcept { return (one >= U'A' && one <= U'Z') || (one >= U'a' && one <= U'z'); }
// One that ends a sentence, of `Report::text`.
constexpr bool is_stop(char32_t one) noexcept {
    return one == U'。' || one == U';' || one == U'!' || one == U'?' || one == U'\n';
}

constexpr bool is_among(char32_t one, View letters) noexcept { return letters.find(one) != View::npos; }
bool contains(View text, View word) noexcept;
bool contains_any(View text, Words words) noexcept;
bool contains_all(View text, std::span<std::u32string const> words) noexcept;
bool starts_with_any(View text, Words words) noexcept;
bool ends_with_any(View text, Words words) noexcept;
// Where a word stands, ascending.
std::vector<std::uint32_t> places_of(View text, View word);
// Of any of the words, ascending, of those at one place the longest.
std::vector<Place> places_of_any(View text, Words words);

// Hanzi, letters and digits alone, as they are compared (full width in ASCII, capitals small).
std::u32string bare(View text);
std::u32string bare(std::string_view utf8);
View trimmed(View text) noexcept;
std::vector<std::u32string> split(View text, char32_t at);
// How much of `b` stands in `a`, by pairs of neighbouring characters: 0 to 1.
double pairs_in(View a, View b);
// The text as `Report::text` has it, without origin; blanks as there.
std::u32string plain(std::string_view utf8);

// Up to so many characters before and after, within the sentence.
View before(Report const& report, std::uint32_t at, std::uint32_t many) noexcept;
View after(Report const& report, std::uint32_t at, std::uint32_t many) noexcept;

// Adds what a finding says to what is given, in words.
Finding finding(char const* detector, Strength strength, std::string words, std::vector<Place> where,
                std::vector<Fact> facts);
// For a fact or a sentence: "12", "12.5".
std::string written(double value);

}  // namespace anping::forensics
