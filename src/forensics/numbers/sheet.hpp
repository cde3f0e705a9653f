// SPDX-License-Identifier: Apache-2.0
// A table of a document as it is read for numbers: what stands in each cell, which rows are the head, what stands over
// it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <anping/forensics/decimal.hpp>
#include <anping/vault/document.hpp>

namespace anping::forensics {

// The text of a document by code points.
class Points {
public:
    explicit Points(std::string_view utf8);
    // Cut to what there is.
    std::string_view between(std::uint32_t from, std::uint32_t to) const;

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;  // of each code point, and the end
};

struct SheetCell {
    std::string text;  // without spaces
    std::optional<Quantity> quantity;
    vault::TableCell where;
};

struct Sheet {
    std::string before;                        // the lines over the table, at most 400 code points
    std::string caption;                       // the last of them, and head rows that are not as wide as the table
    std::vector<std::string> heads;            // one a column: its head cells after one another
    std::vector<std::vector<SheetCell>> rows;  // below the head, all as wide as `heads`
    std::vector<SheetCell> loose;              // cells of rows that are not
};

Sheet sheet_of(vault::TextTable const& table, Points const& points);

bool holds_any(std::string_view text, std::span<std::string_view const> words);

}  // namespace anping::forensics
