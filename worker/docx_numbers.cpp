// SPDX-License-Identifier: Apache-2.0
#include "docx_numbers.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "parts.hpp"

namespace anping::worker {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLists = 20'000;
constexpr std::array kDigits = {"〇"sv, "一"sv, "二"sv, "三"sv, "四"sv, "五"sv, "六"sv, "七"sv, "八"sv, "九"sv};
constexpr std::array kStems = {"甲"sv, "乙"sv, "丙"sv, "丁"sv, "戊"sv, "己"sv, "庚"sv, "辛"sv, "壬"sv, "癸"sv};

std::string digit_by_digit(int number) {
    std::string out;
    for (char c : std::to_string(number)) out += kDigits[static_cast<std::size_t>(c - '0')];
    return out;
}

// 十二, 二十, 一百零三; above 9999 digit by digit.
std::string counted(int number) {
    if (number <= 0 || number > 9999) return digit_by_digit(number);
    constexpr std::array kUnits = {std::pair{1000, "千"sv}, std::pair{100, "百"sv}, std::pair{10, "十"sv},
                                   std::pair{1, ""sv}};
    std::string out;
    bool gap = false;
    for (auto const& [unit, name] : kUnits) {
        int const digit = number / unit % 10;
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += "零";
        gap = false;
        if (digit != 1 || unit != 10 || !out.empty()) out += kDigits[static_cast<std::size_t>(digit)];
        out += name;
    }
    return out;
}

// a to z, aa to zz, aaa ...
std::string letters(int number, char first) {
    auto const index = number - 1;
    auto const times = static_cast<std::size_t>(std::clamp(index / 26 + 1, 1, 50));
    return std::string(times, static_cast<char>(first + index % 26));
}

std::string roman(int number, bool upper) {
    if (number > 3999) return std::to_string(number);
    constexpr std::array kParts = {std::pair{1000, "m"sv}, std::pair{900, "cm"sv}, std::pair{500, "d"sv},
                                   std::pair{400, "cd"sv}, std::pair{100, "c"sv},  std::pair{90, "xc"sv},
                                   std::pair{50, "l"sv},   std::pair{40, "xl"sv},  std::pair{10, "x"sv},
                                   std::pair{9, "ix"sv},   std::pair{5, "v"sv},    std::pair{4, "iv"sv},
                                   std::pair{1, "i"sv}};
    std::string out;
    for (auto const& [value, sign] : kParts)
        for (; number >= value; number -= value) out += sign;
    if (upper)
        for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
    return out;
}

// U+2460 to U+2473.
std::string circled(int number) {
    if (number > 20) return std::to_string(number);
    return std::string("\xE2\x91") + static_cast<char>(0x9F + number);
}

std::string full_width(int number) {
    std::string out;
    for (char c : std::to_string(number)) out += std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'));
    return out;
}

// Signs of the symbol fonts say nothing without their font.
std::string bullet(std::string_view text) {
    bool const of_symbol_font = text.size() == 3 && text[0] == '\xEF' &&
                                (text[1] == '\x80' || text[1] == '\x81' || text[1] == '\x82' || text[1] == '\x83');
    return of_symbol_font ? "•" : std::string(text.substr(0, 30));
}

}  // namespace

std::string list_number(std::string_view format, int number) {
    if (format == "none") return "";
    if (number <= 0) return std::to_string(number);
    if (format == "chineseCounting" || format == "chineseCountingThousand" || format == "japaneseCounting" ||
        format == "taiwaneseCountingThousand" || format == "taiwaneseCounting" || format == "chineseLegalSimplified")
        return counted(number);
    if (format == "ideographDigital" || format == "taiwaneseDigital" || format == "japaneseDigitalTenThousand")
        return digit_by_digit(number);
    if (format == "ideographTraditional" && number <= 10)
        return std::string(kStems[static_cast<std::size_t>(number - 1)]);
    if (format.starts_with("decimalEnclosedCircle")) return circled(number);
    if (format == "decimalFullWidth" || format == "decimalFullWidth2") return full_width(number);
    if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
    if (format == "upperLetter") return letters(number, 'A');
    if (format == "lowerLetter") return letters(number, 'a');
    if (format == "upperRoman" || format == "lowerRoman") return roman(number, format == "upperRoman");
    return std::to_string(number);
}

void Numbering::read_levels(pugi::xml_node node, Levels& levels) {
    for (auto const one : node.children()) {
        auto const index = attribute_node(one, "ilvl").as_int(-1);
        if (!is(one, "lvl") || index < 0 || index >= kLevels) continue;
        Level level;
        level.start = attribute_node(child(one, "start"), "val").as_int(1);
        auto format = child(one, "numFmt");
        if (!format) format = child(child(child(one, "AlternateContent"), "Choice"), "numFmt");
        level.format = format ? attribute(format, "val") : "decimal";
        level.text = attribute(child(one, "lvlText"), "val");
        level.style = attribute(child(one, "pStyle"), "val");
        level.tight = attribute(child(one, "suff"), "val") == "nothing";
        auto const legal = child(one, "isLgl");
        level.decimals = legal && attribute(legal, "val") != "0" && attribute(legal, "val") != "false";
        levels[static_cast<std::size_t>(index)] = std::move(level);
    }
}

Numbering::Numbering(pugi::xml_node root) {
    std::map<std::string, Levels, std::less<>> abstract;
    for (auto const one : child(root, "numbering").children())
        if (is(one, "abstractNum") && abstract.size() < kLists)
            read_levels(one, abstract[std::string(attribute(one, "abstractNumId"))]);
    for (auto const one : child(root, "numbering").children()) {
        if (!is(one, "num") || lists_.size() == kLists) continue;
        List list;
        list.abstract = attribute(child(one, "abstractNumId"), "val");
        if (auto const known = abstract.find(list.abstract); known != abstract.end()) list.levels = known->second;
        for (auto const change : one.children()) {
            auto const index = attribute_node(change, "ilvl").as_int(-1);
            if (!is(change, "lvlOverride") || index < 0 || index >= kLevels) continue;
            if (auto const start = child(change, "startOverride"))
                list.restart[static_cast<std::size_t>(index)] = attribute_node(start, "val").as_int(1);
            read_levels(change, list.levels);
        }
        lists_.emplace(attribute(one, "numId"), std::move(list));
    }
}

int Numbering::level_for(std::string const& list, std::string_view style) const {
    auto const found = lists_.find(list);
    if (found == lists_.end() || style.empty()) return 0;
    auto const& levels = found->second.levels;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (levels[i].style == style) return static_cast<int>(i);
    return 0;
}

std::string Numbering::next(std::string const& list, int level) {
    auto const found = lists_.find(list);
    if (found == lists_.end() || level < 0 || level >= kLevels) return "";
    auto& [abstract, levels, restart, begun] = found->second;
    auto& counts = counts_[abstract];
    if (!std::exchange(begun, true))
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (restart[i]) counts[i] = std::clamp(*restart[i], -1'000'000, 1'000'000) - 1;
    auto const at = static_cast<std::size_t>(level);
    auto const start = std::clamp(levels[at].start, -1'000'000, 1'000'000);
    counts[at] = std::min(counts[at].value_or(start - 1), 2'000'000) + 1;
    for (std::size_t i = at + 1; i < counts.size(); ++i) counts[i].reset();
    if (levels[at].format == "bullet") return levels[at].text.empty() ? "" : bullet(levels[at].text) + " ";
    auto out = shown(levels, counts, level);
    if (!out.empty() && !levels[at].tight) out += ' ';
    return out;
}

// "%1.%2" with the numbers of its levels.
std::string Numbering::shown(Levels const& levels, Counts const& counts, int level) const {
    auto const& own = levels[static_cast<std::size_t>(level)];
    std::string out;
    std::string_view const text = std::string_view(own.text).substr(0, 200);
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const sign = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        if (!sign) {
            out += text[i];
            continue;
        }
        auto const of = static_cast<std::size_t>(text[++i] - '1');
        out += list_number(own.decimals ? "decimal" : levels[of].format, counts[of].value_or(levels[of].start));
    }
    return out;
}

}  // namespace anping::worker
