// SPDX-License-Identifier: Apache-2.0
// The platform's own templates, from what the books say of a kind: bureau and name above, number, whom it is for, the
// fields the text does not name as a table, the text, signatures, the bureau with room for its seal, the code.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include <anping/documents/form.hpp>
#include <anping/documents/qr.hpp>

#include "forms.hpp"

namespace anping::official {
namespace {

std::string mark(std::string const& code) { return "{{" + code + "}}"; }

bool is_named(DocumentForm const& form, FormField const& field) {
    auto const looked_for = field.input == FieldInput::rows ? "{{#" + field.code + "}}" : mark(field.code);
    return std::ranges::any_of(form.body,
                               [&](std::string const& one) { return one.find(looked_for) != std::string::npos; });
}

documents::Table table_of(FormField const& field) {
    documents::Table out;
    if (field.columns.size() > 1) out.heading = field.name;
    out.columns.push_back({"序号", 1});
    std::vector<std::string> row{"{{#" + field.code + "}}{{序号}}"};
    for (auto const& column : field.columns) {
        out.columns.push_back({field.columns.size() == 1 ? field.name : column.name, 8});
        row.push_back(mark(column.code));
    }
    row.back() += "{{/" + field.code + "}}";
    out.rows.push_back(std::move(row));
    return out;
}

// Signatures, and the certificates and days that go with them, stand below the text.
bool goes_with_signature(DocumentForm const& form, std::size_t at) {
    auto const is_sign = [&](std::size_t i) { return form.fields[i].input == FieldInput::sign; };
    if (is_sign(at)) return true;
    if (at == 0 || form.fields[at].input == FieldInput::text) return false;
    auto const& name = form.fields[at].name;
    bool const about = name.find("证") != std::string::npos || name.find("时间") != std::string::npos ||
                       name.find("日期") != std::string::npos || name.find("电话") != std::string::npos;
    return about && is_sign(at - 1);
}

void add(documents::Form& form, documents::Grid grid) {
    if (!grid.pairs.empty()) form.blocks.emplace_back(std::move(grid));
}

// A line that is nothing but the beginning of rows is the table of them.
FormField const* rows_of(DocumentForm const& form, std::string const& line) {
    for (auto const& field : form.fields)
        if (field.input == FieldInput::rows && line == "{{#" + field.code + "}}") return &field;
    return nullptr;
}

}  // namespace

std::string default_template(DocumentForm const& form) {
    documents::Form out;
    out.issuer = mark("机关");
    out.title = form.name;
    out.number = "{{文号}}";
    if (form.to != Recipient::internal && !form.body.empty()) out.salutation = mark("受送达人") + "：";
    documents::Grid facts;
    documents::Grid signatures;
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        auto const& field = form.fields[i];
        if (field.input == FieldInput::rows || is_named(form, field)) continue;
        (goes_with_signature(form, i) ? signatures : facts).pairs.push_back({field.name, mark(field.code)});
    }
    add(out, std::move(facts));
    for (auto const& line : form.body) {
        if (auto const* rows = rows_of(form, line)) out.blocks.emplace_back(table_of(*rows));
        else out.blocks.emplace_back(documents::Paragraph{line});
    }
    for (auto const& field : form.fields)
        if (field.input == FieldInput::rows && !is_named(form, field)) out.blocks.emplace_back(table_of(field));
    add(out, std::move(signatures));
    if (form.to != Recipient::internal) out.blocks.emplace_back(documents::Paragraph{"{{机关}}（印章）　{{填发日期}}"});
    out.blocks.emplace_back(documents::Picture{documents::qr_png(""), kCodePicture,
                                               "扫描二维码，或者打开下面的网址，可以查验本文书：\n{{查验网址}}", 24});
    return documents::docx(out);
}

}  // namespace anping::official
