// SPDX-License-Identifier: Apache-2.0
#include "leftovers/totals.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr View kTotal[] = {U"合计", U"总计", U"共计", U"总数"};
constexpr View kPartial[] = {U"小计"};
// Of a column that is not summed.
constexpr View kNoSum[] = {U"序号", U"编号", U"单价", U"比例", U"占比", U"温度", U"压力",
                           U"密度", U"日期", U"时间", U"年份", U"规格", U"型号", U"闪点",
                           U"沸点", U"系数", U"等级", U"标准", U"最大", U"平均", U"率"};

bool is_total(View cell) { return cell.size() <= 8 && contains_any(cell, kTotal); }
bool is_partial(View cell) { return cell.size() <= 8 && contains_any(cell, kPartial); }
bool is_empty(View cell) { return cell.empty() || cell == U"-" || cell == U"/" || cell == U"--" || cell == U"无"; }

struct Sum {
    double all = 0;       // without the partial ones
    double partials = 0;  // of those alone
    int decimals = 0;
    std::size_t terms = 0;
    bool whole = true;  // every cell was a number, or empty

    void add(View cell, bool of_partial) {
        if (is_empty(cell)) return;
        auto const number = number_of_cell(cell);
        if (!number) {
            whole = false;
            return;
        }
        (of_partial ? partials : all) += number->value;
        decimals = std::max(decimals, number->decimals);
        terms += of_partial ? 0 : 1;
    }
    bool agrees(double total) const {
        auto const slack = 0.5 * std::pow(10, -decimals) * static_cast<double>(decimals > 0 ? terms : 0) + 1e-6;
        return std::abs(all - total) <= slack || (partials > 0 && std::abs(partials - total) <= slack);
    }
};

Finding told(Report const& report, Cell const& cell, double total, Sum const& sum, std::string const& of) {
    return finding("leftovers.total", Strength::suspected,
                   fmt::format("表中“{}”合计为{}，各项相加为{}。", of, written(total), written(sum.all)),
                   {report.original(cell.place)}, {{"of", of}, {"total", written(total)}, {"sum", written(sum.all)}});
}

// The row that begins with the word; its first cells may be one that is merged.
bool is_total_row(std::vector<Cell> const& row) {
    return is_total(row.front().text) || (row.size() > 1 && row.front().text.empty() && is_total(row[1].text));
}

Sum sum_above(Grid const& grid, std::size_t row, std::size_t column, std::size_t since) {
    Sum out;
    for (auto i = since; i < row; ++i) {
        auto const& cells = grid.rows[i];
        if (column >= cells.size() || cells.size() != grid.rows[row].size()) {
            out.whole = false;
            continue;
        }
        out.add(cells[column].text, is_partial(cells.front().text) || (cells.size() > 1 && is_partial(cells[1].text)));
    }
    return out;
}

void add_columns(Report const& report, Grid const& grid, std::vector<Finding>& out) {
    std::size_t since = 1;
    for (std::size_t i = 1; i < grid.rows.size(); ++i) {
        if (!is_total_row(grid.rows[i])) continue;
        auto const& head = grid.rows.front();
        for (std::size_t k = 1; k < grid.rows[i].size(); ++k) {
            auto const& cell = grid.rows[i][k];
            auto const total = number_of_cell(cell.text);
            if (!total || grid.rows[i].size() != head.size() || contains_any(head[k].text, kNoSum)) continue;
            auto const sum = sum_above(grid, i, k, since);
            if (sum.whole && sum.terms > 1 && !sum.agrees(total->value))
                out.push_back(told(report, cell, total->value, sum, to_utf8(head[k].text)));
        }
        since = i + 1;
    }
}

struct RowSum {
    Cell const* cell;
    double total;
    Sum sum;
    std::string of;
};

void add_rows(Report const& report, Grid const& grid, std::vector<Finding>& out) {
    auto const& head = grid.rows.front();
    auto const column =
        std::ranges::find_if(head, [](Cell const& one) { return is_total(one.text) || one.text == U"小计"; });
    if (column == head.end()) return;
    auto const total_at = static_cast<std::size_t>(column - head.begin());
    std::vector<RowSum> rows;
    for (std::size_t i = 1; i < grid.rows.size(); ++i) {
        auto const& cells = grid.rows[i];
        auto const total = cells.size() == head.size() ? number_of_cell(cells[total_at].text) : std::nullopt;
        if (!total) continue;
        Sum sum;
        for (std::size_t k = 1; k < cells.size(); ++k)
            if (k != total_at && number_of_cell(cells[k].text) && !contains_any(head[k].text, kNoSum))
                sum.add(cells[k].text, false);
        if (sum.terms > 1) rows.push_back({&cells[total_at], total->value, sum, to_utf8(cells.front().text)});
    }
    auto const right = std::ranges::count_if(rows, [](RowSum const& one) { return one.sum.agrees(one.total); });
    if (right * 2 <= static_cast<std::ptrdiff_t>(rows.size())) return;  // it is no sum of the others
    for (auto const& one : rows)
        if (!one.sum.agrees(one.total)) out.push_back(told(report, *one.cell, one.total, one.sum, one.of));
}

}  // namespace

std::vector<Finding> totals(Report const& report, Known const&) {
    std::vector<Finding> out;
    for (auto const& grid : report.grids) {
        add_columns(report, grid, out);
        add_rows(report, grid, out);
    }
    return out;
}

}  // namespace anping::forensics
