// SPDX-License-Identifier: Apache-2.0
#include "derived.hpp"

#include <algorithm>
#include <array>

namespace anping::forensics {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 3> kSum{"合计", "总计", "小计"};
constexpr std::array<Words, 3> kMean{"平均", "均值", "算术平均"};
constexpr std::array<Words, 2> kGreatest{"最大", "最高"};
constexpr std::array<Words, 2> kLeast{"最小", "最低"};
// What is not added up.
constexpr std::array<Words, 12> kNoSums{"序号", "编号", "率",   "比",   "%",    "浓度",
                                        "压力", "温度", "单价", "日期", "年份", "电阻"};
// Of columns whose numbers are readings of one thing.
constexpr std::array<Words, 8> kReading{"读数", "次", "测值", "测量值", "实测", "示值", "测点", "样"};

std::optional<Rule> rule_of(Words text) {
    if (holds_any(text, kSum)) return Rule::sum;
    if (holds_any(text, kMean)) return Rule::mean;
    if (holds_any(text, kGreatest)) return Rule::greatest;
    if (holds_any(text, kLeast)) return Rule::least;
    return std::nullopt;
}

struct Columns {
    std::size_t from = 0, to = 0;
    std::string quantity;
};

// "读数2", "第2次", "实测值②", "2" under 读数: what is left without its number, and that number.
struct Numbered {
    std::string base;
    int number = 0;
};
Numbered numbered(Words head) {
    Numbered out;
    constexpr std::array<Words, 9> kCircled{"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"};
    constexpr std::array<Words, 9> kHanzi{"第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九"};
    for (std::size_t i = 0; i < head.size();) {
        bool taken = false;
        for (std::size_t n = 0; n < 9 && !taken; ++n)
            for (Words const form : {kCircled[n], kHanzi[n]})
                if (!taken && head.substr(i).starts_with(form)) {
                    out.number = static_cast<int>(n) + 1;
                    i += form.size();
                    taken = true;
                }
        if (taken) continue;
        if (head[i] >= '1' && head[i] <= '9' && out.number == 0) out.number = head[i] - '0';
        else if (!head.substr(i).starts_with("第")) out.base += head[i];
        else i += Words("第").size() - 1;
        ++i;
    }
    return out;
}

// Neighbouring columns numbered 1, 2, 3 ... whose heads are otherwise the same.
std::vector<Columns> repeated_columns(Sheet const& sheet) {
    std::vector<Columns> out;
    auto const& heads = sheet.heads;
    for (std::size_t from = 0; from < heads.size();) {
        auto const first = numbered(heads[from]);
        auto to = from + 1;
        if (first.number == 1)
            while (to < heads.size()) {
                auto const next = numbered(heads[to]);
                if (next.base != first.base || next.number != static_cast<int>(to - from) + 1) break;
                ++to;
            }
        auto const words = first.base.empty() ? sheet.caption : first.base;
        if (to - from >= 2 && holds_any(words, kReading))
            out.push_back({from, to, first.base.empty() ? sheet.caption : sheet.caption + " " + first.base});
        from = to;
    }
    return out;
}

std::optional<std::vector<Decimal>> numbers(std::vector<SheetCell> const& row, std::size_t from, std::size_t to) {
    std::vector<Decimal> out;
    out.reserve(to - from);
    for (auto at = from; at < to; ++at) {
        if (!row[at].quantity) return std::nullopt;
        out.push_back(row[at].quantity->number);
    }
    return out;
}

Place place_of(SheetCell const& cell) { return {cell.where.from, cell.where.to}; }

// Columns behind the readings, as far as they say what was computed from them.
void take_behind(Sheet const& sheet, Columns const& columns, int table, Measurements& out) {
    for (auto at = columns.to; at < sheet.heads.size(); ++at) {
        auto const rule = rule_of(sheet.heads[at]);
        if (!rule) return;
        for (auto const& row : sheet.rows) {
            auto from = numbers(row, columns.from, columns.to);
            if (!from || !row[at].quantity) continue;
            out.derived.push_back(
                {*rule, table, sheet.heads[at], std::move(*from), row[at].quantity->number, place_of(row[at])});
        }
    }
}

struct Total {
    Rule rule = Rule::sum;
    std::size_t first = 0, last = 0;  // rows it is of, to before the last
    std::size_t row = 0;
};

void take_total(Sheet const& sheet, Total const& total, int table, Measurements& out) {
    auto const rule = total.rule;
    for (std::size_t at = 0; at < sheet.heads.size(); ++at) {
        auto const& stated = sheet.rows[total.row][at];
        if (!stated.quantity || (rule == Rule::sum && holds_any(sheet.heads[at], kNoSums))) continue;
        Derived one{rule, table, sheet.heads[at], {}, stated.quantity->number, place_of(stated)};
        bool whole = true;
        for (auto row = total.first; row < total.last; ++row) {
            auto const& cell = sheet.rows[row][at];
            if (cell.quantity) one.from.push_back(cell.quantity->number);
            else if (!cell.text.empty() && cell.text != "-" && cell.text != "/" && cell.text != "—") whole = false;
        }
        if (whole && one.from.size() >= 2) out.derived.push_back(std::move(one));
    }
}

// The cell that makes a row one of totals.
std::string_view total_words(std::vector<SheetCell> const& row) {
    for (auto const& cell : row)
        if (!cell.quantity && is_summary(cell.text)) return cell.text;
    return {};
}

}  // namespace

bool is_summary(std::string_view text) { return text.size() <= 24 && rule_of(text).has_value(); }

void take_readings(Sheet const& sheet, Series const& common, Measurements& out) {
    for (auto const& columns : repeated_columns(sheet)) {
        Readings readings{common.origin, columns.quantity, {}, common.instrument, {}, {}};
        for (auto const& row : sheet.rows) {
            auto values = numbers(row, columns.from, columns.to);
            if (!values) continue;
            readings.unit = row[columns.from].quantity->unit;
            readings.rows.push_back(std::move(*values));
            readings.where.push_back({row[columns.from].where.from, row[columns.to - 1].where.to});
        }
        if (!readings.rows.empty()) out.readings.push_back(std::move(readings));
    }
}

void take_derived(Sheet const& sheet, int table, Measurements& out) {
    for (auto const& columns : repeated_columns(sheet)) take_behind(sheet, columns, table, out);
    std::size_t first = 0, last = 0;
    bool summed = false;  // a total over totals does not say what it is of
    for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
        auto const words = total_words(sheet.rows[at]);
        if (words.empty()) {
            if (last < at && at > 0 && !total_words(sheet.rows[at - 1]).empty()) first = at;
            last = at + 1;
            continue;
        }
        auto const rule = *rule_of(words);
        bool const plain = rule != Rule::sum || !summed || words.find("小计") != std::string_view::npos;
        if (plain && first < last) take_total(sheet, {rule, first, last, at}, table, out);
        summed = summed || rule == Rule::sum;
    }
}

}  // namespace anping::forensics
