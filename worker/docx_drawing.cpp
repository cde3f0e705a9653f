// SPDX-License-Identifier: Apache-2.0
// What is drawn in a story: pictures, text boxes, diagrams; DrawingML (ISO/IEC 29500-1 20) and the older VML.
#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "docx_story.hpp"

namespace anping::worker {
namespace {

constexpr double kEmuPerPoint = 12'700;
constexpr double kFarthest = 22 * 72;  // points; no page of Word is larger
constexpr double kMargin = 3 * 72;
constexpr double kLarge = 280;  // about ten centimetres
constexpr std::size_t kAsides = 20'000;

struct Placed {
    double x = 0, y = 0, width = 100, height = 100;  // points
    bool behind = false;
    bool invisible = false;

    bool off_page() const { return x > kFarthest || y > kFarthest || x + width < -kMargin || y + height < -kMargin; }
    bool tiny() const { return width <= 1 || height <= 1; }
};

Placed place_of_anchor(pugi::xml_node anchor) {
    Placed out;
    auto const extent = child(anchor, "extent");
    out.width = attribute_node(extent, "cx").as_double(1e6) / kEmuPerPoint;
    out.height = attribute_node(extent, "cy").as_double(1e6) / kEmuPerPoint;
    out.x = child(child(anchor, "positionH"), "posOffset").text().as_double() / kEmuPerPoint;
    out.y = child(child(anchor, "positionV"), "posOffset").text().as_double() / kEmuPerPoint;
    out.behind = is(anchor, "anchor") && attribute_node(anchor, "behindDoc").as_bool();
    out.invisible = attribute_node(child(anchor, "docPr"), "hidden").as_bool();
    return out;
}

// "margin-left:12pt;width:100pt;visibility:hidden"
Placed place_of_style(std::string_view style) {
    Placed out;
    while (!style.empty()) {
        auto const end = std::min(style.find(';'), style.size());
        auto const one = style.substr(0, end);
        style.remove_prefix(std::min(end + 1, style.size()));
        auto const colon = std::min(one.find(':'), one.size());
        auto const name = one.substr(0, colon);
        auto const value = std::string(one.substr(std::min(colon + 1, one.size())));
        if (name == "visibility") out.invisible = value == "hidden";
        if (name == "z-index") out.behind = value.starts_with('-');
        if (value.find("pt") == value.npos) continue;
        auto const points = std::strtod(value.c_str(), nullptr);
        if (name == "margin-left" || name == "left") out.x = points;
        if (name == "margin-top" || name == "top") out.y = points;
        if (name == "width") out.width = points;
        if (name == "height") out.height = points;
    }
    return out;
}

bool is_vml_shape(std::string_view name) {
    return name == "shape" || name == "rect" || name == "roundrect" || name == "oval" || name == "polyline";
}

}  // namespace

void Story::drawing(pugi::xml_node node, Setting setting) {
    if (++setting.depth > 200) return;
    for (auto const one : node.children()) {
        auto const name = local_name(one);
        Setting below = setting;
        if (name == "anchor" || name == "inline") {
            auto const placed = place_of_anchor(one);
            if (*below.hidden == '\0' && placed.invisible) below.hidden = "invisible";
            if (*below.hidden == '\0' && name == "anchor" && placed.off_page()) below.hidden = "off_page";
            if (*below.hidden == '\0' && placed.tiny()) below.hidden = "tiny";
            if (placed.behind && placed.width >= kLarge && placed.height >= kLarge) backdrop_ = true;
            below.floating = name == "anchor";
        }
        if (name == "AlternateContent") {
            auto const choice = child(one, "Choice");
            drawing(choice ? choice : child(one, "Fallback"), below);
        } else if (name == "wsp" || is_vml_shape(name)) shape(one, below);
        else if (name == "blip") picture(attribute(one, "embed"), below);
        else if (name == "imagedata") picture(attribute(one, "id"), below);
        else if (name == "relIds") diagram(attribute(one, "dm"), below);
        else if (name == "chart" && attribute_node(one, "id")) diagram(attribute(one, "id"), below);
        else if (name == "txbxContent" && asides_.size() < kAsides) asides_.push_back({one, "", below});
        else if (name != "extLst") drawing(one, below);
    }
}

// The text in a shape stands on what fills it.
void Story::shape(pugi::xml_node node, Setting setting) {
    auto filling = filling_of(child(node, "spPr"), books_.styles.theme());
    if (!filling.ink && !filling.unknown && attribute_node(child(child(node, "style"), "fillRef"), "idx").as_int() > 0)
        filling.unknown = true;  // the theme's
    if (!is(node, "wsp")) {
        auto const placed = place_of_style(attribute(node, "style"));
        if (*setting.hidden == '\0' && placed.invisible) setting.hidden = "invisible";
        if (*setting.hidden == '\0' && placed.off_page()) setting.hidden = "off_page";
        if (placed.behind && placed.width >= kLarge && placed.height >= kLarge) backdrop_ = true;
        auto const off = attribute(node, "filled");
        auto const colour = attribute(node, "fillcolor");
        if (off == "f" || off == "false") filling.ink = Ink{};
        else if (auto const rgb = hexadecimal_colour(colour)) filling.ink = Ink{false, *rgb};
        else filling.unknown = !colour.empty() && colour != "white";
        auto const drawn = attribute(child(node, "textpath"), "string");
        aside(drawn, setting);
    }
    bool const filled = filling.ink && !filling.ink->automatic;
    if (filled) setting.ground = *filling.ink;
    if (filled || filling.unknown) painted_ = true;
    setting.in_shape = true;
    setting.ground_unknown = filling.unknown;
    drawing(node, setting);
}

// What is linked lies outside and is not fetched.
void Story::picture(std::string_view id, Setting const& setting) {
    auto const found = relations_.find(id);
    bool const gone = std::string_view(setting.hidden) == "deleted";
    if (found == relations_.end() || found->second.outside || gone) return;
    painted_ = painted_ || setting.floating;
    fill_page();
    books_.pictures.show(found->second.target);
}

// A chart or a diagram is drawn from a part of its own.
void Story::diagram(std::string_view id, Setting const& setting) {
    auto const found = relations_.find(id);
    Part part;
    if (found == relations_.end() || found->second.outside || !books_.parts.load(found->second.target, part)) return;
    struct Lines : pugi::xml_tree_walker {
        bool for_each(pugi::xml_node& one) override {
            constexpr std::size_t kBytes = 1u << 20;
            if (is(one, "p") && !all.empty() && all.back() != '\n') all += '\n';
            if (is(one, "t")) all += one.text().get();
            return all.size() < kBytes;
        }
        std::string all;
    } lines;
    part.tree.traverse(lines);
    aside(lines.all, setting);
}

// A diagram may be shown a thousand times.
void Story::aside(std::string_view words, Setting const& setting) {
    constexpr std::size_t kWords = 4u << 20;  // bytes
    if (words.empty() || asides_.size() >= kAsides || aside_bytes_ + words.size() > kWords) return;
    aside_bytes_ += words.size();
    asides_.push_back({{}, std::string(words), setting});
}

}  // namespace anping::worker
