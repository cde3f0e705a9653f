// SPDX-License-Identifier: Apache-2.0
#include "docx_styles.hpp"

#include <vector>

#include "parts.hpp"

namespace anping::worker {
namespace {

constexpr std::size_t kStyles = 10'000;
constexpr std::size_t kChain = 20;  // the words of the field's programs end at eleven

// A style by itself. Each is looked at once, whatever is based on it.
struct StyleEntry {
    Style own;
    std::string based_on;
};
using StyleEntries = std::map<std::string, StyleEntry, std::less<>>;

Style own_style(pugi::xml_node node, Theme const& theme) {
    constexpr std::size_t kParts = 13;  // ST_TblStyleOverrideType
    Style style;
    style.paragraph = paragraph_look(child(node, "pPr"), theme);
    style.paragraph.run.lay(run_look(child(node, "rPr"), theme));
    auto const cell = [&](std::string_view part, pugi::xml_node properties) {
        auto& look = style.cells[std::string(part)];
        look.run.lay(run_look(child(properties, "rPr"), theme));
        for (auto const* kind : {"tblPr", "tcPr"})
            if (auto const shade = shade_of(child(child(properties, kind), "shd"), theme)) look.shade = shade;
    };
    if (attribute(node, "type") != "table") return style;
    cell("wholeTable", node);
    for (auto const one : node.children())
        if (is(one, "tblStylePr") && style.cells.size() < kParts) cell(attribute(one, "type"), one);
    return style;
}

Style laid(StyleEntries const& entries, StyleEntry const& entry) {
    std::vector<StyleEntry const*> chain = {&entry};
    while (chain.size() < kChain) {
        auto const below = entries.find(chain.back()->based_on);
        if (below == entries.end()) break;
        chain.push_back(&below->second);
    }
    Style style;
    for (auto one = chain.rbegin(); one != chain.rend(); ++one) style.lay((*one)->own);
    return style;
}

}  // namespace

void ParagraphLook::lay(ParagraphLook const& other) {
    run.lay(other.run);
    if (other.shade) shade = other.shade;
    if (other.squeezed) squeezed = other.squeezed;
    if (other.list) list = other.list;
    if (other.level) level = other.level;
}

void Style::lay(Style const& other) {
    paragraph.lay(other.paragraph);
    for (auto const& [part, look] : other.cells) {
        auto& own = cells[part];
        own.run.lay(look.run);
        if (look.shade) own.shade = look.shade;
    }
}

ParagraphLook paragraph_look(pugi::xml_node properties, Theme const& theme) {
    ParagraphLook look;
    look.shade = shade_of(child(properties, "shd"), theme);
    if (auto const spacing = child(properties, "spacing"); attribute_node(spacing, "line"))
        look.squeezed =
            attribute(spacing, "lineRule") == "exact" && attribute_node(spacing, "line").as_double(240) <= 20;
    auto const numbering = child(properties, "numPr");
    if (auto const list = child(numbering, "numId")) look.list = std::string(attribute(list, "val"));
    if (auto const level = child(numbering, "ilvl")) look.level = attribute_node(level, "val").as_int();
    return look;
}

Styles::Styles(pugi::xml_node root, Theme theme) : theme_(std::move(theme)) {
    auto const styles = child(root, "styles");
    auto const defaults = child(styles, "docDefaults");
    defaults_ = paragraph_look(child(child(defaults, "pPrDefault"), "pPr"), theme_);
    defaults_.run = run_look(child(child(defaults, "rPrDefault"), "rPr"), theme_);
    StyleEntries entries;
    for (auto const one : styles.children()) {
        if (!is(one, "style") || entries.size() == kStyles) continue;
        auto const id = std::string(attribute(one, "styleId"));
        entries.emplace(id, StyleEntry{own_style(one, theme_), std::string(attribute(child(one, "basedOn"), "val"))});
        auto const is_default = attribute(one, "default");
        if (is_default == "1" || is_default == "true") default_ids_.emplace(attribute(one, "type"), id);
    }
    for (auto const& [id, entry] : entries) styles_.emplace(id, laid(entries, entry));
}

Style const& Styles::style(std::string_view id, std::string_view kind) const {
    static Style const kNone;
    auto found = styles_.find(id);
    if (id.empty())
        if (auto const known = default_ids_.find(kind); known != default_ids_.end())
            found = styles_.find(known->second);
    return found == styles_.end() ? kNone : found->second;
}

}  // namespace anping::worker
