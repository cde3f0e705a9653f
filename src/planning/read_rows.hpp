// SPDX-License-Identifier: Apache-2.0
// What was taken in from a workbook, row by row.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/documents/intake.hpp>

namespace anping::planning {

// Each row that reads as a Row goes to `take`; returns what is wrong with the others, by the number of their row. A
// column left blank is as `blank` says.
template <class Row, class Take>
std::vector<std::string> read_rows(documents::Intake const& taken, json::object const& blank, Take take) {
    std::vector<std::string> out;
    for (auto const& row : taken.rows) {
        auto const told = [&](std::vector<FieldError> const& problems) {
            for (auto const& one : problems) out.push_back(fmt::format("第 {} 行：{}", row.number, one.text));
        };
        if (!row.problems.empty()) {
            told(row.problems);
            continue;
        }
        auto values = row.values;
        for (auto const& [name, value] : blank) values.emplace(name, value);
        auto read = from_json<Row>(values);
        if (read) take(std::move(*read));
        else told(read.error().fields);
    }
    return out;
}

}  // namespace anping::planning
