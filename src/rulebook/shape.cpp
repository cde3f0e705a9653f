// SPDX-License-Identifier: Apache-2.0
#include "shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include <anping/field/date.hpp>

namespace anping::rulebook {
namespace {

Node::Type expected(KeyType type) noexcept {
    switch (type) {
        case KeyType::boolean: return Node::Type::boolean;
        case KeyType::integer: return Node::Type::integer;
        case KeyType::texts:
        case KeyType::choices:
        case KeyType::tables: return Node::Type::list;
        case KeyType::condition:
        case KeyType::table: return Node::Type::table;
        default: return Node::Type::text;
    }
}

std::string_view wanted(Node::Type type) noexcept {
    switch (type) {
        case Node::Type::boolean: return "true 或 false";
        case Node::Type::integer: return "整数";
        case Node::Type::list: return "列表";
        case Node::Type::table: return "表";
        default: return "文字";
    }
}

bool is_region(std::string const& text) {
    return text.size() == 6 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class Checker {
public:
    Checker(std::string const& affects, Report& report) : affects_(affects), report_(report) {}

    void table(Node const& node, Shape const& shape) {
        for (auto const& member : node.members) {
            if (auto const* key = shape.find(member.key)) value(member.value, *key);
            else unknown(member, shape);
        }
        for (auto const& key : shape.keys)
            if (key.required && node.find(key.name) == nullptr)
                problem(Code::missing_key, node.where, fmt::format("缺少 {}（{}）", key.name, key.says));
    }
    bool clean() const noexcept { return clean_; }

private:
    void problem(Code code, Location const& where, std::string message) {
        clean_ = false;
        report_.add(code, where, std::move(message), affects_);
    }

    void unknown(Member const& member, Shape const& shape) {
        std::vector<std::string_view> names;
        names.reserve(shape.keys.size());
        for (auto const& key : shape.keys) names.push_back(key.name);
        problem(Code::unknown_key, member.where,
                fmt::format("{} 中没有 {} 这一项{}", shape.name, member.key, suggestion(member.key, names)));
    }

    void value(Node const& node, Key const& key) {
        if (key.type == KeyType::any) return;
        auto const type = expected(key.type);
        if (!node.is(type)) {
            problem(Code::wrong_type, node.where, fmt::format("{} 应为{}", key.name, wanted(type)));
            return;
        }
        if (type == Node::Type::list) list(node, key);
        else if (key.type == KeyType::table) table(node, *key.inner);
        else if (type == Node::Type::text) text(node, key);
    }

    void list(Node const& node, Key const& key) {
        auto const item_type = key.type == KeyType::tables ? Node::Type::table : Node::Type::text;
        for (auto const& item : node.items) {
            if (!item.is(item_type))
                problem(Code::wrong_type, item.where, fmt::format("{} 的每一项应为{}", key.name, wanted(item_type)));
            else if (key.type == KeyType::tables) table(item, *key.inner);
            else text(item, key);
        }
    }

    void text(Node const& node, Key const& key) {
        if (node.text.empty()) problem(Code::bad_value, node.where, fmt::format("{} 不能为空", key.name));
        else if (!key.choices.empty() && std::ranges::find(key.choices, node.text) == key.choices.end())
            problem(key.name == "kind" ? Code::unknown_kind : Code::bad_value, node.where,
                    fmt::format("{} 不能是 {}{}；可用：{}", key.name, node.text, suggestion(node.text, key.choices),
                                fmt::join(key.choices, "、")));
        else if (key.type == KeyType::date && !field::parse_date(node.text))
            problem(Code::bad_date, node.where, fmt::format("{} 不是存在的日期（年-月-日）：{}", key.name, node.text));
        else if (key.type == KeyType::region && !is_region(node.text))
            problem(Code::bad_value, node.where, fmt::format("{} 应为六位行政区划代码：{}", key.name, node.text));
    }

    std::string const& affects_;
    Report& report_;
    bool clean_ = true;
};

json::object type_schema(Key const& key) {
    switch (key.type) {
        case KeyType::boolean: return {{"type", "boolean"}};
        case KeyType::integer: return {{"type", "integer"}};
        case KeyType::date: return {{"type", "string"}, {"format", "date"}};
        case KeyType::region: return {{"type", "string"}, {"pattern", "^[0-9]{6}$"}};
        case KeyType::condition: return {{"$ref", "#/$defs/condition"}};
        case KeyType::fact: return {{"$ref", "#/$defs/date_fact"}};
        case KeyType::table: return schema_of(*key.inner);
        case KeyType::tables: return {{"type", "array"}, {"items", schema_of(*key.inner)}};
        case KeyType::any: return {{"type", "object"}};
        default: break;
    }
    json::object out{{"type", "string"}, {"minLength", 1}};
    if (!key.choices.empty()) {
        json::array choices;
        for (auto const choice : key.choices) choices.push_back(json::value(choice));
        out = {{"type", "string"}, {"enum", std::move(choices)}};
    }
    if (key.type != KeyType::texts && key.type != KeyType::choices) return out;
    return {{"type", "array"}, {"items", std::move(out)}};
}

}  // namespace

Key const* Shape::find(std::string_view key) const noexcept {
    auto const found = std::ranges::find(keys, key, &Key::name);
    return found == keys.end() ? nullptr : &*found;
}

bool check_shape(Node const& table, Shape const& shape, std::string const& affects, Report& report) {
    Checker checker(affects, report);
    checker.table(table, shape);
    return checker.clean();
}

json::object schema_of(Shape const& shape) {
    json::object properties;
    json::array required;
    for (auto const& key : shape.keys) {
        auto property = type_schema(key);
        property["description"] = key.says;
        properties.emplace(key.name, std::move(property));
        if (key.required) required.push_back(json::value(key.name));
    }
    json::object out{{"type", "object"}, {"additionalProperties", false}};
    out.emplace("properties", std::move(properties));
    if (!required.empty()) out.emplace("required", std::move(required));
    return out;
}

}  // namespace anping::rulebook
