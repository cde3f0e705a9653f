// SPDX-License-Identifier: Apache-2.0
// What stands on a page, and which of it stands in tables. Lengths are points from the page's upper left.
#pragma once

#include <string>
#include <vector>

#include "composer.hpp"

namespace anping::worker {

struct Word {  // characters without a gap
    vault::Box box;
    std::string text;
    bool space_after = false;
};

struct Line {
    std::vector<Word> words;
};

// A line drawn on the page, across or down.
struct Rule {
    bool across = false;
    double at = 0;  // its height when it goes across
    double from = 0, to = 0;
};

struct Cell {
    vault::Box box;
    std::string text;
};

struct PageTable {
    vault::Box box;
    std::vector<std::vector<Cell>> rows;
    std::vector<Word const*> words;  // that stand in it
};

struct HiddenSpan {
    std::string how;
    std::string text;
    vault::Box box;
};

struct PageText {
    std::vector<Line> lines;  // in reading order
    std::vector<Rule> rules;
    std::vector<HiddenSpan> hidden;  // as they were drawn
};

// Tables whose cells are parted by rules.
std::vector<PageTable> ruled_tables(std::vector<Word const*> const& words, std::vector<Rule> const& rules);
// Tables without: at least three rows of at least three pieces that stand plainly below one another.
std::vector<PageTable> aligned_tables(std::vector<Word const*> const& words);

// To tenths, which is as far as anybody looks.
vault::Box rounded(vault::Box const& box);
vault::Box around(vault::Box const& a, vault::Box const& b);
// Words of one line or cell, parted where the page parts them; lines of a cell follow one another.
std::string joined(std::vector<Word const*> const& words);

// The page's lines as runs, its tables in the place of their first line, what is hidden above what it stands above.
void say_page(PageText const& page, int number, Composer& composer);

}  // namespace anping::worker
