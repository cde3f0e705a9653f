// SPDX-License-Identifier: Apache-2.0
// How the text of a WordprocessingML document looks (ISO/IEC 29500-1 17.3.2), as far as it decides whether it is seen.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

namespace anping::worker {

// A colour, or the one the program chooses: of text what can be read, of a ground none at all.
struct Ink {
    bool automatic = true;
    std::uint32_t rgb = 0;
};

// Nobody tells them apart: white on white, but not grey on white.
bool looks_alike(std::uint32_t one, std::uint32_t other);

// The colours a document names by their part: "accent1", "background1".
class Theme {
public:
    Theme() = default;
    explicit Theme(pugi::xml_node root);
    // With its tint and shade, each two hexadecimal digits or nothing. Nothing when it has no such colour.
    std::optional<std::uint32_t> colour(std::string_view name, std::string_view tint, std::string_view shade) const;

private:
    std::map<std::string, std::uint32_t, std::less<>> colours_;
};

std::optional<std::uint32_t> hexadecimal_colour(std::string_view digits);
// A property that is there is on unless it says otherwise.
bool is_on(pugi::xml_node property);

// What the properties of a run say; what they do not say stays empty.
struct RunLook {
    std::optional<bool> vanish;
    std::optional<Ink> ink;
    std::optional<Ink> shade;
    std::optional<Ink> highlight;
    std::optional<double> points;
    std::optional<double> width;  // of its letters, percent

    // What `other` says goes before.
    void lay(RunLook const& other);
    bool tiny() const { return points.value_or(10) <= 1 || width.value_or(100) <= 5; }
};

RunLook run_look(pugi::xml_node properties, Theme const& theme);
// Of a "shd" element; nothing when it is none.
std::optional<Ink> shade_of(pugi::xml_node shading, Theme const& theme);
// Of a DrawingML shape's properties (20.1.8): nothing when they do not say, `unknown` when it is no single colour.
struct Filling {
    std::optional<Ink> ink;
    bool unknown = false;
};
Filling filling_of(pugi::xml_node shape, Theme const& theme);

}  // namespace anping::worker
