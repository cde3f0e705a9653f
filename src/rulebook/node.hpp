// SPDX-License-Identifier: Apache-2.0
// A book's text as a tree that knows where each part stands.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics.hpp"

namespace anping::rulebook {

struct Member;

struct Node {
    enum class Type { boolean, integer, text, list, table, other };  // other: fractions, times of day

    Type type = Type::other;
    std::int64_t number = 0;  // also of booleans
    std::string text;         // dates are text, "2026-11-20"
    std::vector<Node> items;
    std::vector<Member> members;
    Location where;

    bool is(Type wanted) const noexcept { return type == wanted; }
    Node const* find(std::string_view key) const noexcept;
    // Of a member that may be absent or of another type (a problem reported elsewhere).
    std::string text_of(std::string_view key) const;
    bool flag_of(std::string_view key, bool otherwise) const noexcept;
};

struct Member {
    std::string key;
    Location where;
    Node value;
};

json::value to_json(Node const& node);

}  // namespace anping::rulebook
