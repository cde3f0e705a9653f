// SPDX-License-Identifier: Apache-2.0
#include "sheet.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace anping::forensics {
namespace {

constexpr std::uint32_t kBefore = 400;
constexpr std::size_t kMostHeadRows = 4;

std::string without_spaces(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\u3000")) {
            i += 2;
            continue;
        }
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n' && text[i] != '\r') out += text[i];
    }
    return out;
}

std::string last_line(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    auto const end = text.rfind('\n');
    return without_spaces(end == std::string_view::npos ? text : text.substr(end + 1));
}

std::size_t width_of(vault::TextTable const& table) {
    std::map<std::size_t, std::size_t> count;
    for (auto const& row : table.rows) ++count[row.size()];
    std::size_t out = 0, most = 0;
    for (auto const& [width, rows] : count)
        if (rows >= most) {
            most = rows;
            out = width;
        }
    return out;
}

// More words than numbers, or the numbers 1, 2, 3 ... under a common head.
bool is_head(std::vector<SheetCell> const& row) {
    std::size_t numbers = 0, words = 0;
    bool ordinals = true;
    std::int64_t last = 0;
    for (auto const& cell : row) {
        if (cell.quantity) {
            ++numbers;
            ordinals = ordinals && cell.quantity->number == Decimal{last + 1, 0};
            last = cell.quantity->number.digits;
        } else if (!cell.text.empty()) {
            ++words;
        }
    }
    return numbers == 0 || (ordinals && numbers > 1) || (numbers == 1 && words > 3);
}

void add_head(Sheet& out, std::vector<SheetCell> const& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
        if (out.heads[i] != row[i].text) out.heads[i] += row[i].text;
}

}  // namespace

Points::Points(std::string_view utf8) : text_(utf8) {
    starts_.reserve(utf8.size() / 2);
    for (std::size_t i = 0; i < utf8.size(); ++i)
        if ((static_cast<unsigned char>(utf8[i]) & 0xc0U) != 0x80U) starts_.push_back(i);
    starts_.push_back(utf8.size());
}

std::string_view Points::between(std::uint32_t from, std::uint32_t to) const {
    auto const end = std::min<std::size_t>(to, starts_.size() - 1);
    auto const begin = std::min<std::size_t>(from, end);
    return text_.substr(starts_[begin], starts_[end] - starts_[begin]);
}

Sheet sheet_of(vault::TextTable const& table, Points const& points) {
    Sheet out;
    auto const width = width_of(table);
    if (width == 0) return out;
    out.heads.resize(width);
    auto const first = table.rows.front().empty() ? 0U : table.rows.front().front().from;
    out.before = points.between(first - std::min(first, kBefore), first);
    out.caption = last_line(out.before);
    bool head = true;
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        std::vector<SheetCell> row;
        row.reserve(table.rows[at].size());
        for (auto const& cell : table.rows[at]) {
            auto text = without_spaces(points.between(cell.from, cell.to));
            auto quantity = quantity_of(text);
            row.push_back({std::move(text), std::move(quantity), cell});
        }
        head = head && at < kMostHeadRows && is_head(row);
        if (row.size() != width) {
            for (auto& cell : row) {
                if (head) out.caption += " " + cell.text;
                out.loose.push_back(std::move(cell));
            }
        } else if (head) {
            add_head(out, row);
        } else {
            out.rows.push_back(std::move(row));
        }
    }
    return out;
}

bool holds_any(std::string_view text, std::span<std::string_view const> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace anping::forensics
