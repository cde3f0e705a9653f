// SPDX-License-Identifier: Apache-2.0
#include "docx_look.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "parts.hpp"

namespace anping::worker {
namespace {

constexpr int red(std::uint32_t rgb) { return static_cast<int>(rgb >> 16 & 0xFF); }
constexpr int green(std::uint32_t rgb) { return static_cast<int>(rgb >> 8 & 0xFF); }
constexpr int blue(std::uint32_t rgb) { return static_cast<int>(rgb & 0xFF); }

// WCAG 2.1: relative luminance.
double luminance(std::uint32_t rgb) {
    auto const linear = [](int channel) {
        double const share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(red(rgb)) + 0.7152 * linear(green(rgb)) + 0.0722 * linear(blue(rgb));
}

std::uint32_t mixed(std::uint32_t one, std::uint32_t other, double share) {
    auto const channel = [&](int a, int b) { return static_cast<std::uint32_t>(std::lround(a + (b - a) * share)); };
    return channel(red(one), red(other)) << 16 | channel(green(one), green(other)) << 8 |
           channel(blue(one), blue(other));
}

std::optional<int> hexadecimal_byte(std::string_view digits) {
    int out = 0;
    auto const [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), out, 16);
    if (digits.empty() || problem != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return std::clamp(out, 0, 255);
}

std::string_view scheme_name(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kNames = {
        {{"dark1", "dk1"},
         {"text1", "dk1"},
         {"tx1", "dk1"},
         {"light1", "lt1"},
         {"background1", "lt1"},
         {"bg1", "lt1"},
         {"dark2", "dk2"},
         {"text2", "dk2"},
         {"tx2", "dk2"},
         {"light2", "lt2"},
         {"background2", "lt2"},
         {"bg2", "lt2"},
         {"hyperlink", "hlink"},
         {"followedHyperlink", "folHlink"}}};
    for (auto const& [given, scheme] : kNames)
        if (given == name) return scheme;
    return name;
}

struct Highlight {
    std::string_view name;
    std::uint32_t rgb;
};
constexpr std::array kHighlights = {
    Highlight{"black", 0x000000},    Highlight{"blue", 0x0000FF},       Highlight{"cyan", 0x00FFFF},
    Highlight{"green", 0x00FF00},    Highlight{"magenta", 0xFF00FF},    Highlight{"red", 0xFF0000},
    Highlight{"yellow", 0xFFFF00},   Highlight{"white", 0xFFFFFF},      Highlight{"darkBlue", 0x00008B},
    Highlight{"darkCyan", 0x008B8B}, Highlight{"darkGreen", 0x006400},  Highlight{"darkMagenta", 0x800080},
    Highlight{"darkRed", 0x8B0000},  Highlight{"darkYellow", 0x808000}, Highlight{"darkGray", 0xA9A9A9},
    Highlight{"lightGray", 0xD3D3D3}};

std::optional<Ink> highlight_of(pugi::xml_node property) {
    if (!property) return std::nullopt;
    auto const name = attribute(property, "val");
    for (auto const& one : kHighlights)
        if (one.name == name) return Ink{false, one.rgb};
    return Ink{};
}

// A colour of a "color" element or of one side of a shading, named by the theme or by itself.
std::optional<Ink> ink_of(pugi::xml_node node, std::string_view value, std::string_view theme_name,
                          Theme const& theme) {
    if (auto const named = attribute(node, theme_name); !named.empty()) {
        auto const tint = attribute(node, std::string(theme_name == "themeFill" ? "themeFill" : "theme") + "Tint");
        auto const shade = attribute(node, std::string(theme_name == "themeFill" ? "themeFill" : "theme") + "Shade");
        if (auto const rgb = theme.colour(named, tint, shade)) return Ink{false, *rgb};
    }
    auto const said = attribute(node, value);
    if (said.empty()) return std::nullopt;
    auto const rgb = hexadecimal_colour(said);
    return rgb ? Ink{false, *rgb} : Ink{};
}

template <typename T>
void lay_one(std::optional<T>& below, std::optional<T> const& above) {
    if (above) below = above;
}

}  // namespace

bool looks_alike(std::uint32_t one, std::uint32_t other) {
    int const apart = std::max(
        {std::abs(red(one) - red(other)), std::abs(green(one) - green(other)), std::abs(blue(one) - blue(other))});
    if (apart > 32) return false;
    auto const light = luminance(one) + 0.05;
    auto const other_light = luminance(other) + 0.05;
    return std::max(light, other_light) / std::min(light, other_light) < 1.15;
}

std::optional<std::uint32_t> hexadecimal_colour(std::string_view digits) {
    if (digits.starts_with('#')) digits.remove_prefix(1);
    digits = digits.substr(0, digits.find(' '));
    std::uint32_t out = 0;
    auto const [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), out, 16);
    if (digits.size() != 6 || problem != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return out;
}

bool is_on(pugi::xml_node property) {
    if (!property) return false;
    auto const value = attribute(property, "val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

Theme::Theme(pugi::xml_node root) {
    for (auto const one : child(child(child(root, "theme"), "themeElements"), "clrScheme").children()) {
        auto const plain = child(one, "srgbClr");
        auto const rgb =
            hexadecimal_colour(plain ? attribute(plain, "val") : attribute(child(one, "sysClr"), "lastClr"));
        if (rgb) colours_.emplace(local_name(one), *rgb);
    }
}

std::optional<std::uint32_t> Theme::colour(std::string_view name, std::string_view tint, std::string_view shade) const {
    auto const scheme = scheme_name(name);
    auto const known = colours_.find(scheme);
    std::uint32_t rgb = 0;
    if (known != colours_.end()) rgb = known->second;
    else if (scheme == "lt1") rgb = 0xFFFFFF;
    else if (scheme != "dk1") return std::nullopt;
    if (auto const share = hexadecimal_byte(tint)) rgb = mixed(0xFFFFFF, rgb, *share / 255.0);
    if (auto const share = hexadecimal_byte(shade)) rgb = mixed(0, rgb, *share / 255.0);
    return rgb;
}

void RunLook::lay(RunLook const& other) {
    lay_one(vanish, other.vanish);
    lay_one(ink, other.ink);
    lay_one(shade, other.shade);
    lay_one(highlight, other.highlight);
    lay_one(points, other.points);
    lay_one(width, other.width);
}

RunLook run_look(pugi::xml_node properties, Theme const& theme) {
    RunLook look;
    for (auto const one : properties.children()) {
        auto const name = local_name(one);
        if (name == "vanish") look.vanish = is_on(one);
        else if (name == "color") look.ink = ink_of(one, "val", "themeColor", theme);
        else if (name == "shd") look.shade = shade_of(one, theme);
        else if (name == "highlight") look.highlight = highlight_of(one);
        else if (name == "sz") look.points = attribute_node(one, "val").as_double(20) / 2;
        else if (name == "w") look.width = attribute_node(one, "val").as_double(100);
    }
    return look;
}

std::optional<Ink> shade_of(pugi::xml_node shading, Theme const& theme) {
    if (!shading) return std::nullopt;
    auto const pattern = attribute(shading, "val");
    auto const fill = ink_of(shading, "fill", "themeFill", theme).value_or(Ink{});
    if (pattern.empty() || pattern == "clear" || pattern == "nil") return fill;
    auto const drawn = ink_of(shading, "color", "themeColor", theme).value_or(Ink{});
    auto const front = drawn.automatic ? 0 : drawn.rgb;
    double share = 0.5;  // stripes and the like
    if (pattern == "solid") share = 1;
    if (pattern.starts_with("pct")) {
        int percent = 50;
        std::from_chars(pattern.data() + 3, pattern.data() + pattern.size(), percent);
        share = std::clamp(percent, 0, 100) / 100.0;
    }
    return Ink{false, mixed(fill.automatic ? 0xFFFFFF : fill.rgb, front, share)};
}

Filling filling_of(pugi::xml_node shape, Theme const& theme) {
    for (auto const one : shape.children()) {
        auto const name = local_name(one);
        if (name == "noFill") return {Ink{}, false};
        if (name == "blipFill" || name == "gradFill" || name == "pattFill" || name == "grpFill") return {{}, true};
        if (name != "solidFill") continue;
        auto const colour = one.first_child();
        auto rgb = is(colour, "srgbClr") ? hexadecimal_colour(attribute(colour, "val"))
                                         : theme.colour(attribute(colour, "val"), "", "");
        // What changes it (lumMod, alpha and thirty more) is not computed.
        if (!rgb || colour.first_child()) return {{}, true};
        return {Ink{false, *rgb}, false};
    }
    return {};
}

}  // namespace anping::worker
