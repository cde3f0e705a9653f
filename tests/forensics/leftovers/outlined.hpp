// SPDX-License-Identifier: Apache-2.0
// Reports after an outline, honest in what the rulebook lists, or with one fault in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "outline.hpp"
#include "rulebook_lists.hpp"
#include "world.hpp"

namespace planted {

enum class Fault {
    none,
    chapter,      // `which` of the list is not there
    criteria,     // not gone through
    criterion,    // `which` of the list is left out
    early_order,  // cited before it was in force
    wrong_title,  // a standard's number under another's title
    source,       // no word whether there is a major hazard source
};

// How a report goes through criteria.
enum class Style {
    long_table,   // the criterion repeated, what was found, the outcome
    short_table,  // the criterion in short, the outcome
    in_prose,     // what was found alone, in own words
    grouped,      // in short, and those that do not apply by their numbers alone
    by_number,    // said what list it is, then numbers and outcomes alone
};

struct Wish {
    Outline const& outline;
    ReportWords const& words;
    Style style = Style::long_table;
    bool is_full = false;  // with what reports of the trade say anyway
    Fault fault = Fault::none;
    std::size_t which = 0;
};

struct OutlinedReport {
    std::string text;
    field::Date day;
    RulebookLists lists;
    bool has_fault = false;  // not where the outline cannot have it
};

OutlinedReport outlined_report(World const& world, Rulebook const& rulebook, Wish const& wish, std::uint64_t seed);
// Whether any heading of the outline is for this chapter of the rulebook's list.
bool has_chapter(Outline const& outline, std::string const& title);

}  // namespace planted
