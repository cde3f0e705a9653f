// SPDX-License-Identifier: Apache-2.0
#include "node.hpp"

#include <boost/json.hpp>

namespace anping::rulebook {

Node const* Node::find(std::string_view key) const noexcept {
    for (auto const& member : members)
        if (member.key == key) return &member.value;
    return nullptr;
}

std::string Node::text_of(std::string_view key) const {
    auto const* node = find(key);
    return node != nullptr && node->is(Type::text) ? node->text : std::string();
}

bool Node::flag_of(std::string_view key, bool otherwise) const noexcept {
    auto const* node = find(key);
    return node != nullptr && node->is(Type::boolean) ? node->number != 0 : otherwise;
}

json::value to_json(Node const& node) {
    switch (node.type) {
        case Node::Type::boolean: return node.number != 0;
        case Node::Type::integer: return node.number;
        case Node::Type::text: return json::value(node.text);
        case Node::Type::list: {
            json::array out;
            for (auto const& item : node.items) out.push_back(to_json(item));
            return out;
        }
        case Node::Type::table: {
            json::object out;
            for (auto const& member : node.members) out.emplace(member.key, to_json(member.value));
            return out;
        }
        case Node::Type::other: break;
    }
    return nullptr;
}

}  // namespace anping::rulebook
