// SPDX-License-Identifier: Apache-2.0
// One report: its text, what each stretch of it is, and what of it was copied.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edits.hpp"
#include "text.hpp"

namespace corpus {

enum class ZoneType : unsigned char { kOriginal, kLaw, kMisquote, kTemplate, kCommon, kTable, kHeading, kPlant };

constexpr std::string_view zone_name(ZoneType type) {
    constexpr std::string_view names[] = {"original", "law",   "misquote", "template",
                                          "common",   "table", "heading",  "plant"};
    return names[static_cast<std::size_t>(type)];
}

// Offsets and lengths are code points within the report.
struct Zone {
    std::size_t start;
    std::size_t length;
    ZoneType type;
    std::string detail;
};

struct Plant {
    std::size_t start;
    std::size_t length;
    std::size_t source;
    std::size_t source_start;
    std::size_t source_length;
    Level level;
    std::string family;
};

struct Report {
    Text text;
    std::vector<Zone> zones;  // in order, without gap
    std::vector<Plant> plants;

    void add(ZoneType type, View part, std::string detail = {}) {
        if (part.empty()) return;
        zones.push_back({text.size(), part.size(), type, std::move(detail)});
        text += part;
    }
};

}  // namespace corpus
