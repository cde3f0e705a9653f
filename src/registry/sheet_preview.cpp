// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <anping/crypto/digest.hpp>
#include <anping/registry/sheet_preview.hpp>

namespace anping::registry {
namespace {

std::string column_of(std::vector<documents::Field> const& fields, std::string const& pointer) {
    for (auto const& field : fields)
        if (pointer == field.pointer || pointer.starts_with(field.pointer + "/")) return field.title;
    return {};
}

SheetRow row_view(documents::TakenRow const& row, SheetOutcome const& outcome,
                  std::vector<documents::Field> const& fields) {
    SheetRow out;
    out.row = row.number;
    out.state = outcome.state;
    out.note = outcome.note;
    for (auto const& cell : row.cells) out.values.push_back(documents::shown(cell));
    for (auto const& one : outcome.problems) out.problems.push_back({column_of(fields, one.pointer), one.text});
    return out;
}

std::string words_of(SheetRow const& row) {
    if (row.state == RowState::known) return "已有：" + row.note;
    std::vector<std::string> out;
    out.reserve(row.problems.size());
    for (auto const& one : row.problems) out.push_back(one.column.empty() ? one.text : one.column + "：" + one.text);
    return fmt::format("{}", fmt::join(out, "；"));
}

}  // namespace

SheetPreview preview_of(std::string const& title, std::vector<documents::Field> const& fields,
                        documents::Intake const& taken, std::vector<SheetOutcome> const& outcomes, Timestamp now) {
    SheetPreview out;
    out.ignored = taken.ignored;
    for (auto const& field : fields) out.columns.push_back(field.title);
    std::vector<documents::Checked> checked;
    for (std::size_t i = 0; i < taken.rows.size(); ++i) {
        auto const& row = taken.rows[i];
        count(outcomes[i].state, out);
        out.rows.push_back(row_view(row, outcomes[i], fields));
        checked.push_back({&row, words_of(out.rows.back()), outcomes[i].state == RowState::wrong});
    }
    out.workbook = crypto::to_base64(documents::checked_table(title, fields, checked, now));
    return out;
}

}  // namespace anping::registry
