// SPDX-License-Identifier: Apache-2.0
// What may stand in a book, declared once: the check of a book and its published JSON Schema both read it.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "node.hpp"

namespace anping::rulebook {

struct Shape;

enum class KeyType {
    text,
    message,  // text with {fact} placeholders
    date,
    boolean,
    integer,
    choice,
    texts,
    choices,  // list of choices
    fact,     // name of a fact that is a date
    condition,
    table,   // of the inner shape
    tables,  // list of them
    region,
    any  // checked where it is compiled
};

struct Key {
    std::string_view name;
    KeyType type = KeyType::text;
    bool required = false;
    std::string_view says;  // for the schema
    std::vector<std::string_view> choices = {};
    Shape const* inner = nullptr;
};

struct Shape {
    std::string_view name;
    std::vector<Key> keys;
    Key const* find(std::string_view key) const noexcept;
};

Shape const& clause_file_shape();    // [[clause]] and, in book.toml, [book] and [defaults]
Shape const& clause_shape();         // without the kind's own table
Shape const& body_shape(Kind kind);  // [clause.duty] and the others
Shape const& test_file_shape();

// Reports unknown and missing keys, wrong types, values outside a choice and impossible dates. Conditions, messages
// and facts are left to the compiler. True when nothing was reported.
bool check_shape(Node const& table, Shape const& shape, std::string const& affects, Report& report);

json::object schema_of(Shape const& shape);

}  // namespace anping::rulebook
