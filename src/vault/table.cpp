// SPDX-License-Identifier: Apache-2.0
#include <anping/vault/table.hpp>

#include <anping/base/json.hpp>

#include "errors.hpp"

namespace anping::vault {
namespace {

constexpr std::int64_t kRows = 1'048'576;
constexpr std::int64_t kColumns = 100;
constexpr std::size_t kCellBytes = 4096;

struct Unlikely {};

json::value const& at(json::object const& object, char const* name) {
    auto const* value = object.if_contains(name);
    if (value == nullptr) throw Unlikely{};
    return *value;
}
template <class T>
T const& as(T const* value) {
    if (value == nullptr) throw Unlikely{};
    return *value;
}

void add_cell(json::value const& value, Table::Row& row) {
    auto const& parts = as(value.if_array());
    if (parts.size() != 3) throw Unlikely{};
    auto const column = as(parts[0].if_int64());
    auto const& text = as(parts[1].if_string());
    bool const in_order = column >= static_cast<std::int64_t>(row.cells.size()) && column < kColumns;
    if (!in_order || text.size() > kCellBytes) throw Unlikely{};
    row.cells.resize(static_cast<std::size_t>(column));
    row.cells.push_back({std::string(text), as(parts[2].if_bool())});
}

Table table_of(json::object const& answer) {
    Table out;
    out.from_1904 = as(at(answer, "from_1904").if_bool());
    std::int64_t last = 0;
    for (auto const& item : as(at(answer, "rows").if_array())) {
        auto const& object = as(item.if_object());
        auto& row = out.rows.emplace_back();
        row.number = as(at(object, "row").if_int64());
        if (row.number <= last || row.number > kRows) throw Unlikely{};
        last = row.number;
        for (auto const& cell : as(at(object, "cells").if_array())) add_cell(cell, row);
    }
    return out;
}

}  // namespace

Result<Table> table_from(std::string_view line) {
    auto const answer = parse_json(line);
    auto const* object = answer ? answer->if_object() : nullptr;
    if (object == nullptr) return errors::no_table("damaged");
    try {
        auto const& problem = as(at(*object, "problem").if_string());
        if (!problem.empty()) return errors::no_table(std::string(problem));
        return table_of(*object);
    } catch (Unlikely const&) { return errors::no_table("damaged"); }
}

}  // namespace anping::vault
