// SPDX-License-Identifier: Apache-2.0
// Puts values into the tree of one part after another, within one budget for all.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/base/result.hpp>

#include "marks.hpp"
#include "word_xml.hpp"

namespace anping::documents {

// What a name means at a place: the members of the element a row stands for come first.
struct Scope {
    json::object const& members;
    Scope const* outer = nullptr;
    bool is_blank = false;  // the one row of an empty array: a name without a value is nothing to report

    json::value const* find(std::string_view dotted_name) const;
};

class Filling {
public:
    Result<void> fill(pugi::xml_node tree, WordNames const& names, json::object const& values);
    std::vector<std::string> const& unknown() const noexcept { return unknown_; }
    std::vector<std::string> const& known() const noexcept { return known_; }

private:
    Result<void> fill_children(pugi::xml_node node, Scope const& scope);
    Result<void> fill_child(pugi::xml_node child, Scope const& scope);
    Result<void> fill_paragraph(pugi::xml_node paragraph, Scope const& scope);
    Result<void> repeat(pugi::xml_node row, std::string const& name, Scope const& scope);
    // The name of the row's array, if it has one. Takes the marks out.
    Result<std::optional<std::string>> take_section(pugi::xml_node row);
    std::string value_text(std::string const& name, Scope const& scope);
    void report(std::string const& name, Scope const& scope);
    void note(std::string const& name);
    bool spend(std::size_t bytes);

    static constexpr std::size_t kMost = 64u << 20;

    WordNames names_;
    std::size_t left_ = kMost;
    std::set<std::string, std::less<>> reported_;
    std::vector<std::string> unknown_;
    std::set<std::string, std::less<>> noted_;
    std::vector<std::string> known_;
};

}  // namespace anping::documents
