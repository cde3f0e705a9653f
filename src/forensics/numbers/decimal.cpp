// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/decimal.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace anping::forensics {
namespace {

constexpr int kMostDigits = 15;
constexpr int kMostPlaces = 9;
constexpr std::int64_t kMostSteps = 1'000'000'000'000'000;

struct Form {
    std::string_view wide;
    char plain;
};
constexpr std::array<Form, 16> kWide{{{"０", '0'},
                                      {"１", '1'},
                                      {"２", '2'},
                                      {"３", '3'},
                                      {"４", '4'},
                                      {"５", '5'},
                                      {"６", '6'},
                                      {"７", '7'},
                                      {"８", '8'},
                                      {"９", '9'},
                                      {"．", '.'},
                                      {"，", ','},
                                      {"－", '-'},
                                      {"−", '-'},
                                      {"＋", '+'},
                                      {"\u3000", ' '}}};

std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const* const form = std::ranges::find_if(
            kWide, [&](std::string_view wide) { return text.substr(at).starts_with(wide); }, &Form::wide);
        bool const wide = form != kWide.end();
        out += wide ? form->plain : text[at];
        at += wide ? form->wide.size() : 1;
    }
    auto const first = out.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return out.substr(first, out.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_digit(char one) { return one >= '0' && one <= '9'; }

// Commas count between digits with three digits behind each.
bool comma_fits(std::string_view text, std::size_t at) {
    if (at == 0 || at + 3 >= text.size() || !is_digit(text[at - 1])) return false;
    for (auto i = at + 1; i <= at + 3; ++i)
        if (!is_digit(text[i])) return false;
    return at + 4 == text.size() || !is_digit(text[at + 4]);
}

// Reads a number at the front and says where it ends; 0 where there is none.
std::size_t read(std::string_view text, Decimal& out) {
    std::size_t at = 0;
    bool const negative = !text.empty() && text[0] == '-';
    if (negative || (!text.empty() && text[0] == '+')) ++at;
    int count = 0;
    bool point = false;
    for (; at < text.size(); ++at) {
        if (text[at] == ',' && !point && comma_fits(text, at)) continue;
        if (text[at] == '.' && !point && count > 0 && at + 1 < text.size() && is_digit(text[at + 1])) {
            point = true;
            continue;
        }
        if (!is_digit(text[at])) break;
        if (++count > kMostDigits) return 0;
        out.digits = out.digits * 10 + (text[at] - '0');
        if (point) ++out.places;
    }
    if (count == 0 || out.places > kMostPlaces) return 0;
    if (negative) out.digits = -out.digits;
    return at;
}

// Times, ordinals and numbers of things are no measured quantities.
constexpr std::array<std::string_view, 26> kNoUnits{"年", "月", "日", "号", "时", "分", "个", "台", "套",
                                                    "人", "次", "条", "项", "份", "页", "层", "座", "辆",
                                                    "家", "级", "类", "班", "户", "具", "只", "章"};

bool is_unit(std::string_view text) {
    if (text.size() > 12 || std::string_view("0123456789.,-+~/*×<>=#_:;").find(text[0]) != std::string_view::npos)
        return false;
    for (std::string_view const range : {"～", "—", "–", "－", "至", "×", "、", "：", "±", "≤", "≥"})
        if (text.starts_with(range)) return false;
    return std::ranges::none_of(kNoUnits, [&](std::string_view one) { return text.starts_with(one); });
}

}  // namespace

std::optional<Decimal> decimal_of(std::string_view utf8) {
    Decimal out;
    auto const text = plain(utf8);
    if (text.empty() || read(text, out) != text.size()) return std::nullopt;
    return out;
}

std::optional<Quantity> quantity_of(std::string_view utf8) {
    Quantity out;
    auto const text = plain(utf8);
    auto const end = read(text, out.number);
    if (end == 0) return std::nullopt;
    for (auto const one : std::string_view(text).substr(end))
        if (one != ' ') out.unit += one;
    if (!out.unit.empty() && !is_unit(out.unit)) return std::nullopt;
    return out;
}

double value_of(Decimal number) noexcept { return static_cast<double>(number.digits) / std::pow(10.0, number.places); }

std::string to_string(Decimal number) {
    auto out = std::to_string(std::abs(number.digits));
    auto const places = static_cast<std::size_t>(number.places);
    if (out.size() <= places) out.insert(0, places + 1 - out.size(), '0');
    if (places > 0) out.insert(out.size() - places, ".");
    return number.digits < 0 ? "-" + out : out;
}

std::optional<std::int64_t> in_steps(Decimal number, int places) noexcept {
    if (places < number.places) return std::nullopt;
    for (auto i = number.places; i < places; ++i) {
        if (std::abs(number.digits) > kMostSteps / 10) return std::nullopt;
        number.digits *= 10;
    }
    return number.digits;
}

}  // namespace anping::forensics
