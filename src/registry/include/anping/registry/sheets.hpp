// SPDX-License-Identifier: Apache-2.0
// Tables of people, instruments, enterprises and experts taken in at once: each row is what a single entry would be.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <anping/registry/commands.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/table.hpp>

namespace anping::registry {

enum class SheetKind { people, instruments, enterprises, experts };

// The commands a row of each table becomes. The person is not there yet: its parts name whom they come with.
struct PersonRow {
    AddPerson person;
    std::optional<RecordCredential> credential;
    std::optional<RecordEmployment> employment;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (person, credential, employment))

struct EnterpriseRow {
    RegisterEnterprise enterprise;
    std::optional<DescribeEnterprise> description;
};
BOOST_DESCRIBE_STRUCT(EnterpriseRow, (), (enterprise, description))

// Whether the asker may register, or describe, an enterprise there.
struct EnterpriseGate {
    std::function<Result<void>(RegisterEnterprise const&)> registers;
    std::function<Result<void>(RegisterEnterprise const&)> describes;
};

struct SheetQuestion {
    SheetKind kind = SheetKind::people;
    InstitutionId institution = {};  // whose people or instruments
    rulebook::Place bureau = {};     // whose experts
    vault::Table table = {};
    EnterpriseGate may = {};
};

// A row is added, is known already and skipped, or is wrong and left out.
enum class RowState { added, known, wrong };
BOOST_DESCRIBE_ENUM(RowState, added, known, wrong)

struct RowProblem {
    std::string column;  // its title; "" for the row as a whole
    std::string text;
};
BOOST_DESCRIBE_STRUCT(RowProblem, (), (column, text))

struct SheetRow {
    std::int64_t row = 0;  // as Excel shows it
    RowState state = RowState::wrong;
    std::vector<std::string> values;  // by column
    std::string note;                 // of one that is known: since when, or by which row
    std::vector<RowProblem> problems;
};
BOOST_DESCRIBE_STRUCT(SheetRow, (), (row, state, values, note, problems))

struct SheetPreview {
    std::vector<std::string> columns;
    std::vector<std::string> ignored;  // columns of the workbook that are not taken in
    std::vector<SheetRow> rows;
    std::int64_t added = 0;
    std::int64_t known = 0;
    std::int64_t wrong = 0;
    std::string workbook;  // base64: the rows with a last column of what is wrong, the wrong ones coloured
};
BOOST_DESCRIBE_STRUCT(SheetPreview, (), (columns, ignored, rows, added, known, wrong, workbook))

struct SheetDone {
    std::int64_t added = 0;
    std::int64_t known = 0;
    std::int64_t wrong = 0;
};
BOOST_DESCRIBE_STRUCT(SheetDone, (), (added, known, wrong))

}  // namespace anping::registry
