// SPDX-License-Identifier: Apache-2.0
// A validator for the part of JSON Schema 2020-12 that the declarations use, written from the specification and apart
// from the reader: the document must accept and refuse what the reader does.
#pragma once

#include <algorithm>
#include <boost/json.hpp>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>

namespace anping::api {

inline bool is_of_type(boost::json::value const& value, std::string const& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_bool();
    if (type == "null") return value.is_null();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    throw std::invalid_argument("type " + type);
}

inline std::int64_t code_points(std::string const& text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

inline bool valid(boost::json::object const& schema, boost::json::value const& value);

inline bool valid_object(boost::json::object const& schema, boost::json::object const& object) {
    if (auto const* required = schema.if_contains("required"))
        for (auto const& name : required->as_array())
            if (!object.contains(name.as_string())) return false;
    auto const* properties = schema.if_contains("properties");
    for (auto const& [name, member] : object) {
        auto const* known = properties != nullptr ? properties->as_object().if_contains(name) : nullptr;
        if (known != nullptr && !valid(known->as_object(), member)) return false;
        auto const* more = schema.if_contains("additionalProperties");
        if (known == nullptr && more != nullptr && !more->as_bool()) return false;
    }
    return true;
}

inline bool valid(boost::json::object const& schema, boost::json::value const& value) {
    static std::set<std::string> const known{"type",    "properties", "required",  "additionalProperties",
                                             "items",   "maxItems",   "minLength", "maxLength",
                                             "pattern", "enum",       "anyOf",     "format"};
    for (auto const& keyword : schema)
        if (!known.contains(keyword.key())) throw std::invalid_argument("keyword " + std::string(keyword.key()));
    if (auto const* any = schema.if_contains("anyOf")) {
        auto const& choices = any->as_array();
        return std::any_of(choices.begin(), choices.end(),
                           [&](auto const& one) { return valid(one.as_object(), value); });
    }
    if (auto const* type = schema.if_contains("type"); type && !is_of_type(value, std::string(type->as_string())))
        return false;
    if (auto const* choices = schema.if_contains("enum")) {
        auto const& all = choices->as_array();
        if (std::find(all.begin(), all.end(), value) == all.end()) return false;
    }
    if (value.is_string()) {
        std::string const text(value.as_string());
        if (auto const* least = schema.if_contains("minLength");
            least && code_points(text) < least->to_number<std::int64_t>())
            return false;
        if (auto const* most = schema.if_contains("maxLength");
            most && code_points(text) > most->to_number<std::int64_t>())
            return false;
        if (auto const* pattern = schema.if_contains("pattern");
            pattern && !std::regex_search(text, std::regex(std::string(pattern->as_string()), std::regex::ECMAScript)))
            return false;
    }
    if (value.is_array()) {
        auto const& items = value.as_array();
        if (auto const* most = schema.if_contains("maxItems"); most && items.size() > most->to_number<std::size_t>())
            return false;
        if (auto const* each = schema.if_contains("items"))
            for (auto const& item : items)
                if (!valid(each->as_object(), item)) return false;
    }
    return !value.is_object() || valid_object(schema, value.as_object());
}

}  // namespace anping::api
