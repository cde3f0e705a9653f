// SPDX-License-Identifier: Apache-2.0
#include "forms.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <anping/base/field_reader.hpp>
#include <anping/documents/form.hpp>
#include <anping/rulebook/catalogue.hpp>

namespace anping::official {
namespace {

constexpr std::size_t kLine = 200;
constexpr std::size_t kText = 20'000;
constexpr std::size_t kNumber = 12;
constexpr std::size_t kCell = 4000;

std::string text_of(json::object const& in, char const* key) {
    auto const* found = in.if_contains(key);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::vector<std::string> texts_of(json::object const& in, char const* key) {
    std::vector<std::string> out;
    auto const* found = in.if_contains(key);
    if (found == nullptr || !found->is_array()) return out;
    for (auto const& one : found->get_array()) out.emplace_back(one.as_string());
    return out;
}

FormField field_of(json::object const& item) {
    FormField out{text_of(item, "code"), text_of(item, "name"), {}, false, {}};
    boost::describe::enum_from_string(text_of(item, "input").c_str(), out.input);
    if (auto const* required = item.if_contains("required")) out.required = required->as_bool();
    if (auto const* columns = item.if_contains("columns"))
        for (auto const& one : columns->as_array())
            out.columns.push_back({text_of(one.as_object(), "code"), text_of(one.as_object(), "name")});
    return out;
}

DocumentForm read(rulebook::Clause const& clause, std::string const& kind) {
    DocumentForm out;
    out.kind = kind;
    out.name = clause.citation.title;
    out.word = text_of(clause.body, "word");
    out.word_mark = text_of(clause.body, "word_mark");
    boost::describe::enum_from_string(text_of(clause.body, "to").c_str(), out.to);
    out.after = texts_of(clause.body, "after");
    out.body = texts_of(clause.body, "body");
    out.needs = texts_of(clause.body, "needs");
    out.citation = clause.citation;
    if (auto const* items = clause.body.if_contains("items"))
        for (auto const& item : items->as_array()) out.fields.push_back(field_of(item.as_object()));
    return out;
}

std::string limit_in_words(Statute const& statute, char const* duty) {
    auto const amount = statute.law.setting(rulebook::Kind::duty, duty, "amount", statute.place, statute.day);
    auto const unit = statute.law.setting(rulebook::Kind::duty, duty, "unit", statute.place, statute.day);
    if (!amount || !unit || !amount->is_int64() || !unit->is_string()) return "法定期限";
    char const* const word = *unit == "working_day" ? "个工作日" : *unit == "month" ? "个月" : "日";
    return fmt::format("{}{}", amount->get_int64(), word);
}

// A row: the texts of its columns; one with none of them is left out.
std::optional<json::object> checked_row(FormField const& field, json::value const& given, FieldReader& in) {
    auto const* row = in.object(given);
    if (row == nullptr) return std::nullopt;
    std::vector<std::string_view> known;
    for (auto const& column : field.columns) known.emplace_back(column.code);
    in.refuse_others(*row, known);
    json::object out;
    for (auto const& column : field.columns) {
        auto const* value = row->if_contains(column.code);
        if (value == nullptr || value->is_null()) continue;
        auto const inside = in.enter(column.code);
        if (auto text = in.string(*value, 0, kCell); !text.empty()) out[column.code] = text;
    }
    if (out.empty()) return std::nullopt;
    return out;
}

json::value checked_rows(FormField const& field, json::value const& given, FieldReader& in) {
    json::array out;
    auto const* rows = in.array(given, kMostRows);
    if (rows == nullptr) return out;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        auto const inside = in.enter(i);
        if (auto row = checked_row(field, (*rows)[i], in)) out.emplace_back(std::move(*row));
    }
    return out;
}

json::value checked_field(FormField const& field, json::value const& given, FieldReader& in) {
    if (field.input == FieldInput::rows) return checked_rows(field, given, in);
    auto const most = field.input == FieldInput::text ? kText : field.input == FieldInput::number ? kNumber : kLine;
    auto text = in.string(given, 0, most);
    if (text.empty()) return nullptr;
    if (field.input == FieldInput::sign) in.problem("sign", "打印后手写签名，不在这里填写");
    if (field.input == FieldInput::date && !field::parse_date(text)) in.problem("date", "应为日期，例如 2026-03-02");
    if (field.input == FieldInput::number && !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        in.problem("number", "应为数字");
    return json::value(text);
}

// As it is printed; what is not filled in leaves room to write by hand where it is within a sentence.
json::value printed(FormField const& field, json::value const* given, bool in_sentence) {
    bool const absent = given == nullptr || given->is_null();
    if (field.input == FieldInput::rows) return absent ? json::value(json::array()) : *given;
    if (absent) return json::value(in_sentence && field.input != FieldInput::sign ? "＿＿＿＿＿＿" : "");
    std::string const text(given->as_string());
    if (field.input == FieldInput::date)
        if (auto const day = field::parse_date(text)) return json::value(documents::chinese_day(*day));
    return json::value(text);
}

bool is_in_sentence(DocumentForm const& form, std::string const& code) {
    auto const mark = "{{" + code + "}}";
    return std::ranges::any_of(
        form.body, [&](std::string const& one) { return one != mark && one.find(mark) != std::string::npos; });
}

// Rows are numbered in print.
json::value numbered(json::value rows) {
    std::int64_t serial = 0;
    for (auto& row : rows.as_array()) row.as_object()["序号"] = std::to_string(++serial);
    return rows;
}

}  // namespace

std::vector<KindView> kinds(Statute const& statute) {
    std::vector<KindView> out;
    for (auto const& [code, name] :
         rulebook::catalogue_names(statute.law.catalogue("document_kinds", statute.place, statute.day)))
        if (auto const form = form_of(statute, code)) out.push_back({code, name, !form->word.empty(), form->to});
    return out;
}

std::optional<DocumentForm> form_of(Statute const& statute, std::string const& kind) {
    auto const* clause = statute.law.find(rulebook::Kind::form, "document_" + kind, statute.place, statute.day);
    if (clause == nullptr) return std::nullopt;
    return read(*clause, kind);
}

json::object limits(Statute const& statute) {
    return {{"听证", limit_in_words(statute, "hearing_request")},
            {"复议", limit_in_words(statute, "reconsideration")},
            {"诉讼", limit_in_words(statute, "litigation")},
            {"缴款", limit_in_words(statute, "fine_payment")}};
}

Result<json::object> checked_fields(DocumentForm const& form, json::object const& given) {
    FieldReader in;
    auto const fields = in.enter("fields");
    std::vector<std::string_view> known;
    for (auto const& field : form.fields) known.emplace_back(field.code);
    in.refuse_others(given, known);
    json::object out;
    for (auto const& field : form.fields) {
        auto const* value = given.if_contains(field.code);
        if (value == nullptr || value->is_null()) continue;
        auto const inside = in.enter(field.code);
        auto checked = checked_field(field, *value, in);
        bool const empty = checked.is_null() || (checked.is_array() && checked.get_array().empty());
        if (!empty) out[field.code] = std::move(checked);
    }
    if (!in.ok()) return unexpected<Error>(in.error());
    return out;
}

std::vector<std::string> missing_fields(DocumentForm const& form, json::object const& fields) {
    std::vector<std::string> out;
    for (auto const& field : form.fields)
        if (field.required && !fields.contains(field.code)) out.push_back(field.name);
    return out;
}

json::object template_values(DocumentForm const& form, json::object const& fields, Around const& around) {
    json::object out;
    for (auto const& field : form.fields) {
        auto value = printed(field, fields.if_contains(field.code), is_in_sentence(form, field.code));
        out[field.code] = field.input == FieldInput::rows ? numbered(std::move(value)) : std::move(value);
    }
    out["文书名称"] = form.name;
    out["机关"] = around.bureau_name;
    out["文号"] = around.number;
    out["受送达人"] = around.addressee_name.empty() ? "＿＿＿＿＿＿" : around.addressee_name;
    out["填发日期"] = around.day ? documents::chinese_day(*around.day) : "　　年　　月　　日";
    out["查验网址"] = around.check;
    out["期限"] = around.limits;
    return out;
}

std::vector<std::string> places(DocumentForm const& form) {
    std::vector<std::string> out{"文书名称", "机关",      "文号",      "受送达人",  "填发日期",
                                 "查验网址", "期限.听证", "期限.复议", "期限.诉讼", "期限.缴款"};
    for (auto const& field : form.fields) {
        out.push_back(field.code);
        if (field.input == FieldInput::rows) out.push_back("序号");
        for (auto const& column : field.columns) out.push_back(column.code);
    }
    return out;
}

}  // namespace anping::official
