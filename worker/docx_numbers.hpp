// SPDX-License-Identifier: Apache-2.0
// The numbers Word writes before paragraphs (ISO/IEC 29500-1 17.9).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

namespace anping::worker {

// A number as a list shows it: "decimal" 3, "chineseCounting" 三, "upperRoman" III. Decimal where the format is not
// known, empty for "none".
std::string list_number(std::string_view format, int number);

class Numbering {
public:
    Numbering() = default;
    explicit Numbering(pugi::xml_node root);

    // What stands before the next paragraph of this list and level, with the blank behind it; empty when nothing does.
    std::string next(std::string const& list, int level);
    // The level a list keeps for paragraphs of a style.
    int level_for(std::string const& list, std::string_view style) const;

private:
    static constexpr int kLevels = 9;
    struct Level {
        int start = 1;
        std::string format = "none";
        std::string text;
        std::string style;
        bool tight = false;  // nothing follows the number
        bool decimals = false;
    };
    using Levels = std::array<Level, kLevels>;
    struct List {
        std::string abstract;
        Levels levels;
        std::array<std::optional<int>, kLevels> restart;
        bool begun = false;
    };
    // At each level the last number given; 0 when none was since a higher level went on.
    using Counts = std::array<std::optional<int>, kLevels>;

    static void read_levels(pugi::xml_node node, Levels& levels);
    std::string shown(Levels const& levels, Counts const& counts, int level) const;

    std::map<std::string, List, std::less<>> lists_;
    std::map<std::string, Counts, std::less<>> counts_;  // by the abstract list: lists of one go on from each other
};

}  // namespace anping::worker
