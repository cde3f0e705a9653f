// SPDX-License-Identifier: Apache-2.0
// The published JSON Schema of a book, made of the same declarations that check one.
#include <boost/json.hpp>

#include <anping/rulebook/tools.hpp>

#include "shape.hpp"
#include "vocabulary.hpp"

namespace anping::rulebook {
namespace {

json::object choice_of(json::array names) { return {{"type", "string"}, {"enum", std::move(names)}}; }

json::array fact_names(bool dates_only) {
    json::array out;
    for (auto const& fact : facts())
        if (!dates_only || fact.type == FactType::date) out.push_back(json::value(fact.name));
    return out;
}

json::object comparison() {
    json::object properties{{"fact", {{"$ref", "#/$defs/fact"}}}, {"setting", {{"$ref", "#/$defs/setting"}}}};
    for (auto const* op : {"is", "is_not", "before", "on_or_before", "after", "on_or_after", "less_than", "at_most",
                           "more_than", "at_least"})
        properties.emplace(op, json::object{{"$ref", "#/$defs/operand"}});
    for (auto const* op : {"present", "absent"}) properties.emplace(op, json::object{{"const", true}});
    return {{"type", "object"},
            {"additionalProperties", false},
            {"minProperties", 2},
            {"maxProperties", 2},
            {"properties", std::move(properties)}};
}

json::object joined(char const* word, json::object value) {
    json::object properties;
    properties.emplace(word, std::move(value));
    return {{"type", "object"},
            {"additionalProperties", false},
            {"required", json::array{word}},
            {"properties", std::move(properties)}};
}

json::object condition() {
    json::object const ref{{"$ref", "#/$defs/condition"}};
    json::object const list{{"type", "array"}, {"minItems", 1}, {"items", ref}};
    return {{"oneOf", json::array{joined("all", list), joined("any", list), joined("not", ref), comparison()}}};
}

json::object operand() {
    json::array choices;
    for (auto const* type : {"string", "integer", "boolean"}) choices.push_back(json::object{{"type", type}});
    choices.push_back(joined("fact", {{"$ref", "#/$defs/fact"}}));
    choices.push_back(joined("setting", {{"$ref", "#/$defs/setting"}}));
    return {{"oneOf", std::move(choices)}};
}

// A clause carries the table of its kind and no other.
json::object clause() {
    auto out = schema_of(clause_shape());
    json::array rules;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Kind>>([&](auto kind) {
        out["properties"].as_object().emplace(kind.name, schema_of(body_shape(kind.value)));
        json::object const is_kind{{"properties", {{"kind", {{"const", kind.name}}}}}};
        json::object const has_table{{"required", json::array{kind.name}}};
        rules.push_back(json::object{{"if", is_kind}, {"then", has_table}, {"else", {{"not", has_table}}}});
    });
    out.emplace("allOf", std::move(rules));
    return out;
}

void print(json::value const& value, std::string& out, std::size_t indent) {
    std::string const pad(indent + 2, ' ');
    bool first = true;
    if (value.is_object() && !value.get_object().empty()) {
        out += "{";
        for (auto const& [key, member] : value.get_object()) {
            out += (first ? "\n" : ",\n") + pad + json::serialize(json::value(key)) + ": ";
            print(member, out, indent + 2);
            first = false;
        }
        out += "\n" + std::string(indent, ' ') + "}";
    } else if (value.is_array() && !value.get_array().empty() && !value.get_array().front().is_string()) {
        out += "[";
        for (auto const& item : value.get_array()) {
            out += (first ? "\n" : ",\n") + pad;
            print(item, out, indent + 2);
            first = false;
        }
        out += "\n" + std::string(indent, ' ') + "]";
    } else {
        out += json::serialize(value);
    }
}

}  // namespace

json::object book_schema() {
    auto file = schema_of(clause_file_shape());
    auto& properties = file["properties"].as_object();
    properties["clause"] = json::object{{"type", "array"}, {"items", {{"$ref", "#/$defs/clause"}}}};
    json::object defs;
    defs.emplace("clause", clause());
    defs.emplace("condition", condition());
    defs.emplace("operand", operand());
    defs.emplace("fact", choice_of(fact_names(false)));
    defs.emplace("date_fact", choice_of(fact_names(true)));
    defs.emplace("setting", json::object{{"type", "string"}, {"pattern", "^[a-z]+\\.[a-z0-9_]+\\.[a-z0-9_]+$"}});
    json::object out{
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", "安评规则书"},
        {"description", "规则书目录中一个 TOML 文件的结构；calendar.toml、regions.toml 与 tests/ 另有结构"}};
    for (auto& [key, value] : file) out.emplace(key, std::move(value));
    out.emplace("$defs", std::move(defs));
    return out;
}

std::string book_schema_text() {
    std::string out;
    print(book_schema(), out, 0);
    return out + "\n";
}

}  // namespace anping::rulebook
