// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json.hpp>

#include <anping/documents/intake.hpp>

#include "errors.hpp"
#include "intake_cell.hpp"

namespace anping::documents {
namespace {

constexpr std::size_t kHeaderWithin = 10;
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// A title as it is compared: "姓名 *" is "姓名".
std::string plain_title(std::string_view text) {
    std::string out(text);
    for (std::string_view const one : {"*", "＊", " ", "\u3000"})
        for (auto at = out.find(one); at != std::string::npos; at = out.find(one, at)) out.erase(at, one.size());
    return out;
}

// Where the columns of each field are in the header.
struct Header {
    std::size_t row = 0;
    std::vector<std::size_t> at;  // by field
    std::size_t found = 0;
};

Header header_in(std::span<Field const> fields, vault::Table const& table, std::size_t row) {
    Header out{row, std::vector<std::size_t>(fields.size(), kNowhere), 0};
    auto const& cells = table.rows[row].cells;
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (std::size_t k = 0; k < cells.size() && out.at[i] == kNowhere; ++k)
            if (plain_title(cells[k].text) == plain_title(fields[i].title)) out.at[i] = k, ++out.found;
    return out;
}

Result<Header> header_of(std::span<Field const> fields, vault::Table const& table) {
    Header best{0, std::vector<std::size_t>(fields.size(), kNowhere), 0};
    for (std::size_t row = 0; row < std::min(table.rows.size(), kHeaderWithin); ++row)
        if (auto one = header_in(fields, table, row); one.found > best.found) best = std::move(one);
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].required && best.at[i] == kNowhere) missing.push_back(fields[i].title);
    if (!missing.empty()) return missing_columns(fmt::format("{}", fmt::join(missing, "、")));
    return best;
}

std::vector<std::string> others(vault::Table::Row const& header, Header const& known) {
    std::vector<std::string> out;
    for (std::size_t k = 0; k < header.cells.size(); ++k) {
        auto const title = trimmed(header.cells[k].text);
        bool const taken = std::ranges::find(known.at, k) != known.at.end();
        if (!taken && !title.empty() && title != kProblemColumn) out.push_back(title);
    }
    return out;
}

void put(json::object& values, std::string_view pointer, json::value value) {
    pointer.remove_prefix(1);
    auto const slash = pointer.find('/');
    if (slash == std::string_view::npos) {
        values[pointer] = std::move(value);
        return;
    }
    auto& part = values[pointer.substr(0, slash)];
    if (!part.is_object()) part = json::object{};
    put(part.get_object(), pointer.substr(slash), std::move(value));
}

std::string choice_problem(Field const& field) {
    if (!field.hint.empty()) return field.hint;
    std::vector<std::string> names;
    for (auto const& [name, code] : field.choices)
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    return names.empty() ? "没有可选的内容，请留空" : fmt::format("应为：{}", fmt::join(names, "、"));
}

std::optional<std::string> chosen(Field const& field, std::string const& text) {
    for (auto const& [name, code] : field.choices)
        if (text == name || text == code) return code;
    return field.find ? field.find(text) : std::nullopt;
}

json::array parts_of(std::string const& text) {
    json::array out;
    std::vector<std::string> parts{text};
    for (std::string_view const mark : {"、", "；", ";", "\n"}) {
        std::vector<std::string> finer;
        for (auto const& part : parts)
            for (std::size_t from = 0, to = 0; to != std::string::npos; from = to + mark.size()) {
                to = part.find(mark, from);
                finer.push_back(part.substr(from, to - from));
            }
        parts = std::move(finer);
    }
    for (auto const& part : parts)
        if (auto one = trimmed(part); !one.empty()) out.emplace_back(std::move(one));
    return out;
}

// One cell into the row: what it is shown as, what is sent, what is wrong.
void take(Field const& field, vault::Table::Cell const& cell, bool from_1904, TakenRow& row) {
    auto const wrong = [&](std::string rule, std::string text) {
        row.cells.emplace_back(trimmed(cell.text));
        row.problems.push_back({field.pointer, std::move(rule), std::move(text)});
    };
    if (trimmed(cell.text).empty()) {
        row.cells.emplace_back();
        if (!field.absent.empty()) put(row.values, field.pointer, json::value(field.absent));
        return;
    }
    if (field.kind == FieldKind::date) {
        auto const day = day_of(cell, from_1904);
        if (!day) return wrong("date", "应为日期，例如 2026-03-01 或 2026年3月1日");
        put(row.values, field.pointer, json::value(field::to_string(*day)));
        row.cells.emplace_back(*day);
        return;
    }
    auto text = typed(cell);
    if (!text) return wrong("digits", text.error().text);
    if (field.kind != FieldKind::text && field.kind != FieldKind::list) *text = narrow(*text);
    if (field.kind == FieldKind::choice || field.kind == FieldKind::flag) {
        auto const code = chosen(field, *text);
        if (!code) return wrong("choice", choice_problem(field));
        bool const flag = field.kind == FieldKind::flag;
        put(row.values, field.pointer, flag ? json::value(*code == "true") : json::value(*code));
    } else {
        put(row.values, field.pointer,
            field.kind == FieldKind::list ? json::value(parts_of(*text)) : json::value(*text));
    }
    row.cells.emplace_back(std::move(*text));
}

bool is_blank(vault::Table::Row const& row, Header const& header) {
    return std::ranges::all_of(header.at, [&](std::size_t k) {
        return k == kNowhere || k >= row.cells.size() || trimmed(row.cells[k].text).empty();
    });
}

Sheet sheet_of(std::string const& title, std::span<Field const> fields) {
    Sheet out;
    out.name = title;
    for (auto const& field : fields) {
        auto& column = out.columns.emplace_back();
        column.title = field.title;
        if (field.kind == FieldKind::date) column.kind = ColumnKind::date;
        for (auto const& [name, code] : field.choices)
            if (std::ranges::find(column.choices, name) == column.choices.end()) column.choices.push_back(name);
    }
    return out;
}

}  // namespace

Result<Intake> take_in(std::span<Field const> fields, vault::Table const& table) {
    auto const header = header_of(fields, table);
    if (!header) return unexpected<Error>(header.error());
    Intake out;
    if (table.rows.empty()) return out;
    out.ignored = others(table.rows[header->row], *header);
    for (auto row = header->row + 1; row < table.rows.size(); ++row) {
        auto const& given = table.rows[row];
        if (is_blank(given, *header)) continue;
        if (out.rows.size() == kIntakeRows) return too_many_rows(kIntakeRows);
        auto& taken = out.rows.emplace_back();
        taken.number = given.number;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            auto const k = header->at[i];
            take(fields[i], k < given.cells.size() ? given.cells[k] : vault::Table::Cell{}, table.from_1904, taken);
        }
    }
    return out;
}

std::string blank_table(std::string const& title, std::span<Field const> fields, std::vector<std::string> const& notes,
                        Timestamp now) {
    std::vector<Sheet> sheets{sheet_of(title, fields)};
    sheets.front().to_fill = true;
    auto& said = sheets.emplace_back();
    said.name = "填写说明";
    said.title = title + "：填写说明";
    said.notes = notes;
    said.columns = {{"栏目", ColumnKind::text, 24}, {"必填", ColumnKind::text, 8}, {"说明", ColumnKind::text, 80}};
    for (auto const& field : fields) {
        auto hint = field.hint;
        if (hint.empty() && !field.choices.empty()) hint = choice_problem(field);
        if (hint.empty() && field.kind == FieldKind::date) hint = "日期，例如 2026-03-01、2026/3/1 或 2026年3月1日";
        said.rows.push_back({field.title, std::string(field.required ? "必填" : ""), std::move(hint)});
    }
    return xlsx(sheets, now);
}

std::string checked_table(std::string const& title, std::span<Field const> fields, std::vector<Checked> const& rows,
                          Timestamp now) {
    auto sheet = sheet_of(title, fields);
    sheet.to_fill = true;
    sheet.columns.push_back({kProblemColumn, ColumnKind::text, 60});
    for (auto const& one : rows) {
        if (one.wrong) sheet.marked.insert(sheet.rows.size());
        sheet.rows.push_back(one.row->cells);
        sheet.rows.back().emplace_back(one.text);
    }
    return xlsx({&sheet, 1}, now);
}

std::string shown(Cell const& cell) {
    if (auto const* text = std::get_if<std::string>(&cell)) return *text;
    if (auto const* day = std::get_if<field::Date>(&cell)) return field::to_string(*day);
    return {};
}

}  // namespace anping::documents
