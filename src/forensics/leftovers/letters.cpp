// SPDX-License-Identifier: Apache-2.0
#include "leftovers/letters.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include <fmt/format.h>

namespace anping::forensics {
namespace {

constexpr char32_t kNoPoint = 0xfffd;

bool follows(std::string_view utf8, std::size_t at) { return at < utf8.size() && (utf8[at] & 0xc0) == 0x80; }

char32_t low_bits(std::string_view utf8, std::size_t at) { return static_cast<unsigned char>(utf8[at]) & 0x3f; }

// The code point at `at`, which moves past it.
char32_t next_point(std::string_view utf8, std::size_t& at) {
    auto const first = static_cast<unsigned char>(utf8[at++]);
    if (first < 0x80) return first;
    std::size_t const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4) return kNoPoint;
    for (std::size_t k = 0; k < more; ++k)
        if (!follows(utf8, at + k)) return kNoPoint;
    char32_t out = first & (0x3fu >> more);
    for (std::size_t k = 0; k < more; ++k) out = out << 6 | low_bits(utf8, at + k);
    at += more;
    return out;
}

void put(std::string& out, char32_t one) {
    auto const tail = [&](unsigned shift) { out.push_back(static_cast<char>(0x80 | (one >> shift & 0x3f))); };
    if (one < 0x80) {
        out.push_back(static_cast<char>(one));
    } else if (one < 0x800) {
        out.push_back(static_cast<char>(0xc0 | one >> 6));
        tail(0);
    } else if (one < 0x10000) {
        out.push_back(static_cast<char>(0xe0 | one >> 12));
        tail(6);
        tail(0);
    } else {
        out.push_back(static_cast<char>(0xf0 | one >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::uint64_t pair_at(View text, std::size_t at) {
    return static_cast<std::uint64_t>(text[at]) << 32 | static_cast<std::uint64_t>(text[at + 1]);
}

}  // namespace

std::u32string to_points(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) out.push_back(next_point(utf8, at));
    return out;
}

std::string to_utf8(View text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (auto const one : text) put(out, one);
    return out;
}

bool contains(View text, View word) noexcept { return text.find(word) != View::npos; }

bool contains_any(View text, Words words) noexcept {
    return std::ranges::any_of(words, [&](View word) { return contains(text, word); });
}

bool contains_all(View text, std::span<std::u32string const> words) noexcept {
    return std::ranges::all_of(words, [&](View word) { return contains(text, word); });
}

bool starts_with_any(View text, Words words) noexcept {
    return std::ranges::any_of(words, [&](View word) { return text.starts_with(word); });
}

bool ends_with_any(View text, Words words) noexcept {
    return std::ranges::any_of(words, [&](View word) { return text.ends_with(word); });
}

std::vector<std::uint32_t> places_of(View text, View word) {
    std::vector<std::uint32_t> out;
    if (word.empty()) return out;
    for (auto at = text.find(word); at != View::npos; at = text.find(word, at + word.size()))
        out.push_back(static_cast<std::uint32_t>(at));
    return out;
}

std::vector<Place> places_of_any(View text, Words words) {
    std::vector<Place> out;
    for (auto const word : words)
        for (auto const at : places_of(text, word)) out.push_back({at, at + static_cast<std::uint32_t>(word.size())});
    std::ranges::sort(out, [](Place a, Place b) { return a.from != b.from ? a.from < b.from : a.to > b.to; });
    std::uint32_t end = 0;
    std::erase_if(out, [&end](Place one) {
        if (one.from < end) return true;
        end = one.to;
        return false;
    });
    return out;
}

std::u32string bare(View text) {
    std::u32string out;
    out.reserve(text.size());
    for (auto one : text) {
        if (one >= 0xff01 && one <= 0xff5e) one -= 0xfee0;
        if (one >= U'A' && one <= U'Z') one += 32;
        if (is_hanzi(one) || is_letter(one) || is_digit(one)) out.push_back(one);
    }
    return out;
}

std::u32string bare(std::string_view utf8) { return bare(to_points(utf8)); }

View trimmed(View text) noexcept {
    constexpr View blanks = U" \t\n\r　\u00a0";
    auto const from = text.find_first_not_of(blanks);
    if (from == View::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) + 1 - from);
}

std::vector<std::u32string> split(View text, char32_t at) {
    std::vector<std::u32string> out;
    while (!text.empty()) {
        auto const end = std::min(text.find(at), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

double pairs_in(View a, View b) {
    if (b.size() < 2 || a.size() < 2) return 0;
    std::unordered_set<std::uint64_t> of_a;
    for (std::size_t i = 0; i + 1 < a.size(); ++i) of_a.insert(pair_at(a, i));
    std::size_t in_both = 0;
    for (std::size_t i = 0; i + 1 < b.size(); ++i) in_both += of_a.contains(pair_at(b, i)) ? 1 : 0;
    return static_cast<double>(in_both) / static_cast<double>(b.size() - 1);
}

View before(Report const& report, std::uint32_t at, std::uint32_t many) noexcept {
    auto from = at;
    while (from > 0 && at - from < many && !is_stop(report.text[from - 1])) --from;
    return report.at({from, at});
}

View after(Report const& report, std::uint32_t at, std::uint32_t many) noexcept {
    auto to = at;
    while (to < report.text.size() && to - at < many && !is_stop(report.text[to])) ++to;
    return report.at({at, to});
}

Finding finding(char const* detector, Strength strength, std::string words, std::vector<Place> where,
                std::vector<Fact> facts) {
    return {detector, strength, std::move(words), std::move(where), std::move(facts)};
}

std::string written(double value) {
    auto out = fmt::format("{:.4f}", value);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.')) out.pop_back();
    return out;
}

}  // namespace anping::forensics
