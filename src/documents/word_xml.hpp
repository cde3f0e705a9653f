// SPDX-License-Identifier: Apache-2.0
// A part of a foreign DOCX as a tree.
#pragma once

#include <pugixml.hpp>
#include <string>

#include <anping/base/result.hpp>

namespace anping::documents {

// How this part spells the elements: the prefix is its author's choice.
struct WordNames {
    std::string paragraph;
    std::string text;
    std::string row;
    std::string line_break;
};

inline constexpr std::size_t kMaxPart = 8u << 20;

bool has_document_type(std::string const& part);
bool is_too_deep(pugi::xml_document const& tree);  // for what walks it by recursion
// UTF-8 only, of limited size and depth: what walks the tree may recurse.
Result<WordNames> parse(std::string const& part, pugi::xml_document& into);
std::string serialize(pugi::xml_document const& tree);

}  // namespace anping::documents
