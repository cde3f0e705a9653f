// SPDX-License-Identifier: Apache-2.0
// A list as an XLSX: to sort and filter on the screen, and to print on A4 landscape.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <anping/base/time.hpp>
#include <anping/field/date.hpp>
#include <anping/field/money.hpp>

namespace anping::documents {

enum class ColumnKind { text, integer, yuan, ten_thousand_yuan, date, timestamp };

// The value says how it is written; its column says in which unit and form. A text in a column of numbers stays a text.
using Cell = std::variant<std::monostate, std::string, std::int64_t, field::Money, field::Date, Timestamp>;

struct Sheet {
    struct Column {
        std::string title;
        ColumnKind kind = ColumnKind::text;
        int width = 0;  // in narrow characters, of which a Chinese one takes two; 0 is the kind's own
        std::vector<std::string> choices = {};  // offered in a sheet to fill
    };
    std::string name;  // of the tab; what Excel does not allow there is replaced
    std::string title;
    std::vector<std::string> notes = {};   // between title and header
    std::vector<Column> columns;           // at least one
    std::vector<std::vector<Cell>> rows;   // a row with fewer cells than columns ends in blank ones
    std::vector<std::string> footer = {};  // below the last row
    std::set<std::size_t> marked = {};     // rows, from 0, that are coloured
    bool to_fill =
        false;  // what is typed below the rows stays text where its column is one, and is offered the choices
};

// `created` is what the file's properties say. Equal sheets give equal bytes. A text is never a formula, whatever it
// begins with. Throws std::length_error beyond Excel's 1 048 576 rows.
std::string xlsx(std::span<Sheet const> sheets, Timestamp created);

}  // namespace anping::documents
