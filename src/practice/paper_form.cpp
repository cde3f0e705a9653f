// SPDX-License-Identifier: Apache-2.0
// The platform's own form of a record: its fields, its tables, room for those who sign.
#include <fmt/format.h>

#include "paper_values.hpp"

namespace anping::practice {
namespace {

constexpr std::size_t kBlankRows = 3;  // of a table that is written by hand

std::string text_of(json::object const& values, std::string const& name) {
    auto const* value = values.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

documents::Table table_of(PaperList const& list, json::object const& values, bool goes_on) {
    documents::Table out;
    out.heading = list.name;
    for (auto const& column : list.columns) out.columns.push_back({column.name, 1});
    for (auto const& row : values.at(list.name).as_array()) {
        auto& cells = out.rows.emplace_back();
        for (auto const& column : list.columns) cells.push_back(text_of(row.as_object(), column.name));
    }
    if (out.rows.empty() || goes_on)
        out.rows.resize(out.rows.size() + kBlankRows, std::vector<std::string>(list.columns.size()));
    return out;
}

}  // namespace

documents::Form record_form(PaperShape const& shape, json::object const& values) {
    documents::Form out;
    out.title = shape.title;
    documents::Grid grid;
    for (auto const& field : shape.fields) {
        auto text = text_of(values, field.name);
        if (text.empty() && field.roomy) text = "\n\n";
        grid.pairs.push_back({field.name, std::move(text)});
    }
    out.blocks.emplace_back(std::move(grid));
    for (auto const& list : shape.lists) {
        // Of the plan only the deadlines are known.
        bool const goes_on = shape.kind == PaperKind::team_plan && &list == &shape.lists.back();
        out.blocks.emplace_back(table_of(list, values, goes_on));
    }
    documents::Grid signing;
    for (auto const& who : shape.signatures) {
        signing.pairs.push_back({who + "（签字）", ""});
        signing.pairs.push_back({"日期", ""});
    }
    if (!signing.pairs.empty()) out.blocks.emplace_back(std::move(signing));
    out.footnote = fmt::format("{}　已有的内容由平台按账本中的记录填写，空白处手写。", text_of(values, "项目编号"));
    return out;
}

}  // namespace anping::practice
