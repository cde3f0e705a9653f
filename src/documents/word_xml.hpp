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

bool has_document_type(std::string const& part);
// UTF-8 only, of limited size and depth: what walks the tree may recurse.
Result<WordNames> parse(std::string const& part, pugi::xml_document& into);
std::string serialize(pugi::xml_document const& tree);

}  // namespace anping::documents
