// SPDX-License-Identifier: Apache-2.0
// A report as the detectors of leftovers read it: its words in one flow, with headings, sentences and tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <anping/forensics/finding.hpp>
#include <anping/text/fold.hpp>
#include <anping/vault/document.hpp>

namespace anping::forensics {

// Places below are characters of `Report::text`, unless code points of the original are said.
struct Heading {
    Place line;
    int level = 1;          // 1 is a chapter
    std::u32string title;   // without its number
    std::uint32_t end = 0;  // where the next of its level or a higher one begins
};

struct Cell {
    Place place;
    std::u32string text;  // without blanks around it
};

// Rows as the document has them, the first is taken for the head; or lines of a plain text with tabs.
struct Grid {
    std::vector<std::vector<Cell>> rows;
    Place place;
};

struct Report {
    // Full width letters, digits and marks in ASCII, no blanks but between two hanzi or two words, no unseen
    // characters, wrapped lines joined.
    std::u32string text;
    std::vector<std::uint32_t> origin;  // of each character: the code point it came from, ascending; and the end
    std::vector<Place> sentences;       // with their marks, ascending, without gaps
    std::vector<Heading> headings;      // ascending; not those of a table of contents
    std::uint32_t cover = 0;            // where the cover, the declarations and the table of contents end
    std::vector<Grid> grids;            // ascending
    text::Folded folded;                // of the original

    std::u32string_view at(Place place) const noexcept {
        return std::u32string_view(text).substr(place.from, place.to - place.from);
    }
    // In code points of the original, as a finding has it.
    Place original(Place place) const noexcept;
    // The sentence a character stands in.
    Place sentence_at(std::uint32_t at) const noexcept;
    // From the chapter down to the innermost section a character stands in.
    std::vector<Heading const*> above(std::uint32_t at) const;
    // The grid and row a character stands in; nullptr where it stands in none.
    Grid const* grid_at(std::uint32_t at) const noexcept;
};

Report report_of(vault::Document const& document);

}  // namespace anping::forensics
