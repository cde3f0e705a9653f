// SPDX-License-Identifier: Apache-2.0
// A list as it is on a page, as a sheet: each column says what it shows of a row.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <anping/documents/sheet.hpp>

namespace anping::documents {

inline constexpr std::int64_t kListRows = 10'000;  // of a list that is exported

template <class Row>
struct ListColumn {
    std::string title;
    ColumnKind kind = ColumnKind::text;
    std::function<Cell(Row const&)> cell;
    int width = 0;
};

// Numbered rows, and below them how many there are: "共 3 家".
template <class Row>
Sheet list_sheet(std::string title, std::string const& counted, std::vector<ListColumn<Row>> const& columns,
                 std::vector<Row> const& rows) {
    Sheet out;
    out.name = title;
    out.title = std::move(title);
    out.columns.push_back({"序号", ColumnKind::integer, 7});
    for (auto const& column : columns) out.columns.push_back({column.title, column.kind, column.width});
    for (auto const& row : rows) {
        auto& cells = out.rows.emplace_back();
        cells.emplace_back(static_cast<std::int64_t>(out.rows.size()));
        for (auto const& column : columns) cells.push_back(column.cell(row));
    }
    out.footer = {"共 " + std::to_string(rows.size()) + " " + counted};
    return out;
}

// What is there, or a blank.
template <class T>
Cell cell_of(std::optional<T> const& value) {
    return value ? Cell(*value) : Cell();
}

}  // namespace anping::documents
