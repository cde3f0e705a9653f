// SPDX-License-Identifier: Apache-2.0
#include "leftovers/standard_numbers.hpp"

#include <algorithm>

namespace anping::forensics {
namespace {

constexpr View kSeries[] = {U"GB", U"GBZ", U"GBJ", U"AQ",   U"HG",  U"SH", U"TSG", U"MT", U"JB",  U"YB", U"YS",
                            U"SY", U"GA",  U"XF",  U"JGJ",  U"CJJ", U"NB", U"DL",  U"QB", U"SB",  U"YJ", U"DB",
                            U"JT", U"HJ",  U"LD",  U"CECS", U"KA",  U"EJ", U"TB",  U"CJ", U"JJG", U"JJF"};
constexpr std::size_t kLongestSeries = 4;

bool is_dash(char32_t one) { return one == U'-' || one == U'—' || one == U'–'; }

std::uint32_t digits_to(View text, std::uint32_t at, std::uint32_t most) {
    auto end = at;
    while (end < text.size() && end - at < most && is_digit(text[end])) ++end;
    return end;
}

int value(View digits) {
    int out = 0;
    for (auto const one : digits) out = out * 10 + static_cast<int>(one - U'0');
    return out;
}

// "-2018", "-92".
void read_year(View text, std::uint32_t at, StandardNumber& out) {
    if (at >= text.size() || !is_dash(text[at])) return;
    while (at < text.size() && is_dash(text[at])) ++at;
    auto const end = digits_to(text, at, 5);
    if (end - at != 4 && end - at != 2) return;
    auto const year = value(text.substr(at, end - at));
    auto const full = end - at == 2 ? 1900 + year : year;
    if (full < 1950 || full > 2100) return;
    out.year = full;
    out.place.to = end;
}

// From the series' letters on; `at` is after them.
std::optional<StandardNumber> number_from(View text, std::uint32_t from, std::uint32_t at) {
    StandardNumber out{{from, at}, std::u32string(text.substr(from, at - from)), 0};
    auto end = digits_to(text, at, 2);
    if (out.series == U"DB" && end > at) {  // of a province
        out.series += text.substr(at, end - at);
        at = end;
    }
    if (text.substr(at).starts_with(U"/T") || text.substr(at).starts_with(U"/Z")) {
        out.series += text.substr(at, 2);
        at += 2;
    }
    if (at < text.size() && text[at] == U' ') ++at;
    if (out.series == U"TSG" && at < text.size() && is_letter(text[at])) out.series.push_back(text[at++]);
    end = digits_to(text, at, 6);
    if (end == at) return std::nullopt;
    if (end + 1 < text.size() && text[end] == U'.' && is_digit(text[end + 1])) end = digits_to(text, end + 1, 2);
    out.series += text.substr(at, end - at);
    out.place.to = end;
    read_year(text, end, out);
    return out;
}

}  // namespace

std::vector<StandardNumber> standard_numbers(View text) {
    std::vector<StandardNumber> out;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        if (!is_letter(text[at]) || (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1])))) continue;
        auto end = at;
        while (end < text.size() && end - at <= kLongestSeries && is_letter(text[end])) ++end;
        if (std::ranges::find(kSeries, text.substr(at, end - at)) == std::end(kSeries)) continue;
        if (auto one = number_from(text, at, end)) {
            at = one->place.to - 1;
            out.push_back(std::move(*one));
        }
    }
    return out;
}

std::optional<StandardNumber> standard_number(std::string_view utf8) {
    auto found = standard_numbers(plain(utf8));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

View title_beside(View text, Place number) noexcept {
    constexpr std::size_t longest = 60;
    auto const head = text.substr(0, number.from);
    auto const blank = head.find_last_not_of(U"( :,[");
    if (blank != View::npos && head[blank] == U'》') {
        auto const open = head.rfind(U'《', blank);
        if (open != View::npos && blank - open < longest) return head.substr(open + 1, blank - open - 1);
    }
    auto const rest = text.substr(number.to);
    auto const open = rest.find_first_not_of(U") ]:");
    if (open == View::npos || rest[open] != U'《') return {};
    auto const close = rest.find(U'》', open);
    if (close == View::npos || close - open > longest) return {};
    return rest.substr(open + 1, close - open - 1);
}

}  // namespace anping::forensics
