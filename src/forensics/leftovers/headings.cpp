// SPDX-License-Identifier: Apache-2.0
#include "leftovers/headings.hpp"

#include <algorithm>

namespace anping::forensics {
namespace {

constexpr std::size_t kLongest = 40;
constexpr std::uint32_t kNothingUnder = 6;  // characters between two lines of a table of contents
constexpr int kInText = 9;                  // level of a line that is an item of a list
constexpr View kOrdinals = U"一二三四五六七八九十百零〇0123456789";
constexpr View kNamed[] = {U"前言", U"引言", U"编制说明", U"附件", U"附录", U"结论", U"评价结论"};
constexpr View kOfChapters[] = {U"概述", U"概况", U"总则", U"辨识", U"识别", U"评价", U"措施",
                                U"结论", U"附件", U"附录", U"依据", U"分析", U"前言"};
constexpr View kUnits[] = {U"米", U"吨", U"万", U"台", U"人", U"个", U"套",
                           U"座", U"年", U"月", U"日", U"级", U"倍", U"元"};

bool is_title(View title) {
    if (title.size() < 2 || title.size() > kLongest) return false;
    if (title.find_first_of(U"。;!?\t") != View::npos || title.back() == U':' || title.back() == U',') return false;
    if (!is_hanzi(title.front()) && title.front() != U'《') return false;
    return std::ranges::count_if(title, is_hanzi) >= 2 && !starts_with_any(title, kUnits);
}

// "……12", "\t12", "  12" at the end: the line stands in a table of contents.
bool is_of_contents(View line) {
    auto end = line.size();
    while (end > 0 && is_digit(line[end - 1])) --end;
    if (end == line.size() || end < 2) return false;
    auto const gap = line[end - 1];
    if (gap == U'\t' || gap == U'…' || gap == U'·') return true;
    return (gap == U'.' && (line[end - 2] == U'.' || is_hanzi(line[end - 2]))) ||
           (gap == U' ' && is_hanzi(line[end - 2]));
}

View after_blanks(View text) {
    auto const from = text.find_first_not_of(U" \t.、");
    return from == View::npos ? View{} : text.substr(from);
}

std::optional<NumberedLine> ordinal_line(View line) {
    if (!line.starts_with(U"第")) return std::nullopt;
    auto const end = line.find_first_not_of(kOrdinals, 1);
    if (end == View::npos || end == 1 || end > 5) return std::nullopt;
    auto const kind = line[end];
    bool const is_part = line.substr(end).starts_with(U"部分");
    auto const title = after_blanks(line.substr(end + (is_part ? 2 : 1)));
    if (!is_title(title)) return std::nullopt;
    if (kind == U'章' || kind == U'篇' || is_part)
        return NumberedLine{{}, Numbering::chapter, 1, {}, std::u32string(title)};
    if (kind == U'节') return NumberedLine{{}, Numbering::section, 1, {}, std::u32string(title)};
    return std::nullopt;
}

std::optional<NumberedLine> digit_line(View line) {
    NumberedLine out{{}, Numbering::single, 1, {}, {}};
    std::size_t at = 0;
    while (true) {
        int number = 0;
        auto const from = at;
        while (at < line.size() && is_digit(line[at]) && at - from < 3)
            number = number * 10 + static_cast<int>(line[at++] - U'0');
        if (at == from) return std::nullopt;
        out.number.push_back(number);
        if (at + 1 >= line.size() || line[at] != U'.' || !is_digit(line[at + 1])) break;
        ++at;
    }
    out.parts = static_cast<int>(out.number.size());
    if (out.parts > 1) out.numbering = Numbering::decimal;
    auto const title = after_blanks(line.substr(at));
    if (out.parts == 1 && title.size() == line.size() - at) return std::nullopt;  // nothing parts it from its number
    if (!is_title(title)) return std::nullopt;
    out.title = title;
    return out;
}

std::optional<NumberedLine> ideograph_line(View line) {
    bool const bracketed = line.starts_with(U"(");
    if (bracketed) line.remove_prefix(1);
    auto const end = line.find_first_not_of(kOrdinals.substr(0, 10));
    if (end == View::npos || end == 0 || end > 3) return std::nullopt;
    if (line[end] != (bracketed ? U')' : U'、')) return std::nullopt;
    auto const title = after_blanks(line.substr(end + 1));
    if (!is_title(title)) return std::nullopt;
    return NumberedLine{{}, bracketed ? Numbering::bracketed : Numbering::ideograph, 1, {}, std::u32string(title)};
}

struct Style {
    bool chapters = false;  // 第一章
    bool decimals = false;  // 1.1
};

// A single number heads a chapter where its first section follows, or its words are a chapter's; else it is an item.
bool heads_chapter(std::vector<NumberedLine> const& lines, std::size_t at) {
    if (contains_any(bare(lines[at].title), kOfChapters)) return true;
    for (auto i = at + 1; i < lines.size() && lines[i].numbering != Numbering::single; ++i)
        if (lines[i].numbering == Numbering::decimal && lines[i].number[0] == lines[at].number[0]) return true;
    return false;
}

// Singles between two chapters that bear just the numbers these leave out, each once; else nothing.
std::vector<std::size_t> between(std::vector<NumberedLine> const& lines, std::size_t former, std::size_t next) {
    std::vector<std::size_t> out;
    auto const low = lines[former].number[0];
    auto const high = lines[next].number[0];
    for (auto i = former + 1; i < next; ++i)
        if (lines[i].numbering == Numbering::single && low < lines[i].number[0] && lines[i].number[0] < high)
            out.push_back(i);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (lines[out[i]].number[0] != low + 1 + static_cast<int>(i)) return {};
    return low + 1 + static_cast<int>(out.size()) == high ? out : std::vector<std::size_t>();
}

// Of single numbers, which head chapters: those that do by themselves, and those between two of them that fill the gap.
std::vector<char> chapters_of(std::vector<NumberedLine> const& lines) {
    std::vector<char> out(lines.size());
    std::vector<std::size_t> sure;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].numbering == Numbering::single && heads_chapter(lines, i)) sure.push_back(i);
    for (auto const i : sure) out[i] = 1;
    auto const stands = [&](std::size_t from, std::size_t to, int number) {
        for (auto i = from; i < to; ++i)
            if (out[i] != 0 && lines[i].number[0] == number) return true;
        return false;
    };
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].numbering == Numbering::single && out[i] == 0 && stands(0, i, lines[i].number[0] - 1) &&
            stands(i, lines.size(), lines[i].number[0] + 1) && !stands(0, lines.size(), lines[i].number[0]))
            out[i] = 1;
    for (std::size_t i = 0; i + 1 < sure.size(); ++i)
        for (auto const one : between(lines, sure[i], sure[i + 1])) out[one] = 1;
    return out;
}

int level_of(NumberedLine const& line, Style style, char is_chapter) {
    switch (line.numbering) {
        case Numbering::none:
        case Numbering::chapter: return 1;
        case Numbering::section: return 2;
        case Numbering::decimal: return line.parts;
        case Numbering::single: return style.chapters || is_chapter == 0 ? kInText : 1;
        case Numbering::ideograph: return style.chapters || style.decimals ? kInText : 1;
        case Numbering::bracketed: return style.chapters || style.decimals ? kInText : 2;
    }
    return kInText;
}

// One whose title comes again, and under which nothing stands, is of a table of contents without page numbers.
void drop_contents(std::vector<Heading>& headings) {
    for (std::size_t i = 0; i + 1 < headings.size();) {
        auto const comes_again =
            std::ranges::any_of(headings.begin() + static_cast<std::ptrdiff_t>(i) + 1, headings.end(),
                                [&](Heading const& one) { return one.title == headings[i].title; });
        if (comes_again && headings[i + 1].line.from - headings[i].line.to < kNothingUnder) {
            headings.erase(headings.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
}

}  // namespace

std::optional<NumberedLine> numbered_line(View line) {
    line = trimmed(line);
    if (line.size() < 2 || line.size() > kLongest + 10 || is_of_contents(line)) return std::nullopt;
    for (auto const named : kNamed)
        if (line == named) return NumberedLine{{}, Numbering::none, 1, {}, std::u32string(line)};
    if (auto out = ordinal_line(line)) return out;
    if (auto out = digit_line(line)) return out;
    return ideograph_line(line);
}

std::size_t item_mark(View line) noexcept {
    if (line.empty()) return 0;
    if (line.front() >= U'①' && line.front() <= U'⑳') return 1;
    std::size_t const open = line.front() == U'(' ? 1 : 0;
    auto const end = line.find_first_not_of(kOrdinals, open);
    if (end == View::npos || end == open || end - open > 3) return 0;
    bool const closed = line[end] == U')' || (open == 0 && (line[end] == U'、' || line[end] == U'.'));
    return closed && (end + 1 == line.size() || !is_digit(line[end + 1])) ? end + 1 : 0;
}

std::vector<Heading> headings_of(std::vector<NumberedLine> lines, std::uint32_t size) {
    Style style;
    for (auto const& line : lines) {
        style.chapters |= line.numbering == Numbering::chapter;
        style.decimals |= line.numbering == Numbering::decimal;
    }
    auto const chapters = chapters_of(lines);
    std::vector<Heading> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const level = level_of(lines[i], style, chapters[i]);
        if (level < kInText) out.push_back({lines[i].line, level, lines[i].title, size});
    }
    drop_contents(out);
    for (std::size_t i = 0; i < out.size(); ++i)
        for (auto k = i + 1; k < out.size(); ++k)
            if (out[k].level <= out[i].level) {
                out[i].end = out[k].line.from;
                break;
            }
    return out;
}

}  // namespace anping::forensics
