// SPDX-License-Identifier: Apache-2.0
// The styles of a WordprocessingML document (ISO/IEC 29500-1 17.7), what they are based on already laid below.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "docx_look.hpp"

namespace anping::worker {

struct ParagraphLook {
    RunLook run;
    std::optional<Ink> shade;
    std::optional<bool> squeezed;     // its lines are a point high or less
    std::optional<std::string> list;  // of which numbering
    std::optional<int> level;

    void lay(ParagraphLook const& other);
};

ParagraphLook paragraph_look(pugi::xml_node properties, Theme const& theme);

// What a style says of a part of a table, "wholeTable" or "firstRow".
struct CellLook {
    RunLook run;
    std::optional<Ink> shade;
};

struct Style {
    ParagraphLook paragraph;
    std::map<std::string, CellLook, std::less<>> cells;

    void lay(Style const& other);
};

class Styles {
public:
    Styles() = default;
    Styles(pugi::xml_node root, Theme theme);

    Theme const& theme() const noexcept { return theme_; }
    // What holds where nothing else is said.
    ParagraphLook const& defaults() const noexcept { return defaults_; }
    // The one of this id, or the default one of the kind ("paragraph", "table") when the id is empty; one that says
    // nothing when there is none.
    Style const& style(std::string_view id, std::string_view kind) const;

private:
    Theme theme_;
    ParagraphLook defaults_;
    std::map<std::string, Style, std::less<>> styles_;
    std::map<std::string, std::string, std::less<>> default_ids_;
};

}  // namespace anping::worker
