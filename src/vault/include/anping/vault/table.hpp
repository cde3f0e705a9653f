// SPDX-License-Identifier: Apache-2.0
// A workbook's first sheet as the worker reads it: what each cell keeps, nothing computed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>

namespace anping::vault {

struct Table {
    struct Cell {
        std::string text;     // of a number as it is stored, "46082" or "4.6082E4"; of a date its serial number
        bool number = false;  // Excel keeps a number; a text may look like one
    };
    struct Row {
        std::int64_t number = 0;  // as Excel shows it, from 1
        std::vector<Cell> cells;  // from column A; blank ones between are there, at the end they are not
    };
    bool from_1904 = false;  // its dates count from 1904-01-01
    std::vector<Row> rows;   // those with something in them
};

inline constexpr std::int64_t kTableBytes = 8 << 20;  // of a workbook that is read

// What the worker answered; nothing of it is believed. Error "vault.no_table" with the reason in words.
Result<Table> table_from(std::string_view line);

}  // namespace anping::vault
