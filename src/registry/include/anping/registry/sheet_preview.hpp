// SPDX-License-Identifier: Apache-2.0
// What a table that is taken in would do, row by row: the same for every table, whoever's rows they are.
#pragma once

#include <string>
#include <vector>

#include <anping/documents/intake.hpp>
#include <anping/registry/sheets.hpp>

namespace anping::registry {

struct SheetOutcome {
    RowState state = RowState::wrong;
    std::string note;
    std::vector<FieldError> problems;
};

// One outcome for each row that was taken.
SheetPreview preview_of(std::string const& title, std::vector<documents::Field> const& fields,
                        documents::Intake const& taken, std::vector<SheetOutcome> const& outcomes, Timestamp now);

template <class Counts>
void count(RowState state, Counts& counts) {
    switch (state) {
        case RowState::added: ++counts.added; break;
        case RowState::known: ++counts.known; break;
        case RowState::wrong: ++counts.wrong; break;
    }
}

}  // namespace anping::registry
