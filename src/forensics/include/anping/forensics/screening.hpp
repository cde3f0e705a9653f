// SPDX-License-Identifier: Apache-2.0
// A report held against the corpus: how much of it is its own, and of the rest what stands where.
#pragma once

#include <boost/describe/enum.hpp>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <anping/forensics/corpus.hpp>
#include <anping/forensics/search.hpp>

namespace anping::forensics {

// What a source is to the report: another's, the report itself or another edition of it, or what the same institution
// wrote about the same plant before.
enum class Bond { other, itself, carried_over };
BOOST_DESCRIBE_ENUM(Bond, other, itself, carried_over)

struct Source {
    DocId doc = 0;
    Bond bond = Bond::other;
    std::vector<text::Passage> passages;  // characters of the report and of the source
    std::vector<text::Passage> pieces;    // of them, what is really the same
    std::uint32_t shared = 0;             // characters of the report
};

// In characters as they are compared: without punctuation and blanks, a number is one.
struct Screening {
    std::uint32_t characters = 0;
    std::uint32_t shared = 0;          // stands in some source of another's
    std::uint32_t carried = 0;         // and of the rest, in the institution's own about the same plant
    std::uint32_t quoted = 0;          // laws, the own template, what is common to all
    std::uint32_t tables = 0;          // and own names: not compared here
    std::vector<Source> sources = {};  // whoever shares most first; of equal ones the earlier filed
    std::vector<Quoted> quotations = {};
    std::uint32_t own() const noexcept { return characters - shared - carried - quoted - tables; }
};

// What the search, which was asked, finds in each of the segments: elsewhere than on this thread.
struct Question;
using InSegments =
    std::function<std::vector<std::vector<Found>>(Search& search, Question const& question, Segments const& segments)>;

struct Question {
    text::Folded const& report;
    text::Masks masks = {};
    std::string institution = {};
    DocId except = 0;                      // the report itself, where it is in the corpus
    std::function<Bond(DocId)> bond = {};  // empty: all are others'
    double least = text::kSuspected;
    InSegments in_segments = {};  // empty: here, one after another
};

Screening screen(Search& search, Question question, Exempt const& exempt, Segments const& segments);

// Those of the source's pieces that are the passage's, and how many characters of the report they are.
std::vector<text::Passage> pieces_of(Source const& source, text::Passage const& passage);
std::uint32_t characters_of(std::vector<text::Passage> const& pieces) noexcept;

// How alike the two sides of pieces are, 0 to 1; at least so much, for a character left out counts as one put in does.
double identity_of(std::span<text::Passage const> pieces) noexcept;

}  // namespace anping::forensics
