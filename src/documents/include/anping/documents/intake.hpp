// SPDX-License-Identifier: Apache-2.0
// A table somebody filled in: its rows become the JSON that a form would send, to be decoded and decided as that is.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <anping/base/error.hpp>
#include <anping/base/json.hpp>
#include <anping/documents/sheet.hpp>
#include <anping/vault/table.hpp>

namespace anping::documents {

// A code is a number or name that is written in half-width letters and digits; a choice is one of a few words, a flag
// one of two, sent as true ("true") or false; a list is texts divided by 、 or ； or new lines, sent as an array.
enum class FieldKind { text, code, date, choice, flag, list };

// A column of the table, and where its value goes.
struct Field {
    std::string pointer;  // "/calibration/until"; what it is part of is there once one of its parts is
    std::string title;
    FieldKind kind = FieldKind::text;
    bool required = false;  // said in the blank table; the decoder decides
    std::string hint = {};
    std::vector<std::pair<std::string, std::string>> choices = {};  // as written, as sent
    std::string absent = {};                                        // sent for a blank cell; nothing is left out
    // For choices that are too many to offer; what it does not know is a problem with `hint`.
    std::function<std::optional<std::string>(std::string const&)> find = {};
};

struct TakenRow {
    std::int64_t number = 0;           // as Excel shows it
    std::vector<Cell> cells;           // by field, as understood, or as written where it was not
    json::object values;               // without what was not understood
    std::vector<FieldError> problems;  // by the field's pointer
};

struct Intake {
    std::vector<TakenRow> rows;
    std::vector<std::string> ignored;  // columns it has besides
};

inline constexpr std::size_t kIntakeRows = 1000;
inline constexpr char const* kProblemColumn = "错误";

// Its header is the first of ten rows that has most of the titles. Error "documents.intake" when columns that are
// required are missing, and for more rows than are taken at once.
Result<Intake> take_in(std::span<Field const> fields, vault::Table const& table);
// To be filled in: the columns, and a sheet that says what belongs there.
std::string blank_table(std::string const& title, std::span<Field const> fields, std::vector<std::string> const& notes,
                        Timestamp now);
// The rows as they were given with a last column of problems, those that have any coloured. A row is told twice what
// is known of it only if `problems` says so.
struct Checked {
    TakenRow const* row = nullptr;
    std::string text;    // for the last column
    bool wrong = false;  // coloured
};
std::string checked_table(std::string const& title, std::span<Field const> fields, std::vector<Checked> const& rows,
                          Timestamp now);

// A cell's text as it is shown: without blanks around, "2026-03-01" for a day.
std::string shown(Cell const& cell);

}  // namespace anping::documents
