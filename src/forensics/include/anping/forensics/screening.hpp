// SPDX-License-Identifier: Apache-2.0
// A report held against the corpus: how much of it is its own, and of the rest what stands where.
#pragma once

#include <string>
#include <vector>

#include <anping/forensics/corpus.hpp>
#include <anping/forensics/search.hpp>

namespace anping::forensics {

struct Source {
    DocId doc = 0;
    std::vector<text::Passage> passages;  // characters of the report and of the source
    std::uint32_t shared = 0;             // characters of the report
};

// In characters as they are compared: without punctuation and blanks, a number is one.
struct Screening {
    std::uint32_t characters = 0;
    std::uint32_t shared = 0;          // stands in some source
    std::uint32_t quoted = 0;          // laws, the own template, what is common to all
    std::uint32_t tables = 0;          // and own names: not compared here
    std::vector<Source> sources = {};  // whoever shares most first; of equal ones the earlier filed
    std::vector<Quoted> quotations = {};
    std::uint32_t own() const noexcept { return characters - shared - quoted - tables; }
};

struct Question {
    text::Folded const& report;
    text::Masks masks = {};
    std::string institution = {};
    DocId except = 0;  // the report itself, where it is in the corpus
    double least = text::kSuspected;
};

Screening screen(Search& search, Question question, Exempt const& exempt, Segments const& segments);

// How alike a passage's two sides are, 0 to 1; at least so much, for a character left out counts as one put in does.
double identity_of(text::Passage const& passage) noexcept;

}  // namespace anping::forensics
