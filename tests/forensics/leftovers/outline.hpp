// SPDX-License-Identifier: Apache-2.0
// Headings of honest reports, and how these go through criteria, as the files beside this one have them.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

namespace planted {

struct OutlineLine {
    int depth = 0;  // 0 is a chapter
    std::string text;
    std::vector<std::string> roles;  // what it is for, as a person said: "basis", "measures"
};

struct Outline {
    std::string id, kind, trade, source;  // "pre-01", "pre", "chemicals", "practice"
    bool held_out = false;
    std::vector<OutlineLine> lines;
};

// One criterion in the words of reports; `found` in two ways.
struct CriterionWords {
    std::string number, in_table, in_short_table;
    std::array<std::string, 2> found;
    std::array<bool, 2> is_absent{};  // the works has no such thing
};

struct ReportWords {
    std::map<std::string, std::vector<CriterionWords>> criteria;  // by the list's name
    std::map<std::string, std::vector<std::string>> bodies;       // by trade
    std::array<std::vector<std::string>, 2> source;               // what came of looking for a major hazard source
};

std::vector<Outline> read_outlines(std::string const& directory);
ReportWords read_words(std::string const& directory);

}  // namespace planted
