// SPDX-License-Identifier: Apache-2.0
// What a copyist does to a passage, by level.
#pragma once

#include <span>
#include <string_view>
#include <utility>

#include "chain.hpp"
#include "names.hpp"
#include "random.hpp"
#include "text.hpp"

namespace corpus {

// The numbers are those of the levels: V6 is kWords25.
enum class Level : unsigned char {
    kVerbatim = 0,
    kNames = 1,
    kShuffled = 2,
    kTenth = 3,
    kFifth = 4,
    kThreeTenths = 5,
    kWords25 = 6,
    kCombined = 7,
    kNormalisation = 8,
    kWords40 = 9,
    kUndisclosedTemplate = 10,
    kHuman = 11,
    kRecognition = 12,
    kPageHeaders = 13,
    kNumbersKept = 14,
    kTableRows = 15,
    kClone = 20,
    kRefiled = 21,
};

struct Parties {
    Enterprise from;
    Enterprise to;
    Text institution_from;
    Text institution_to;
};

Text edited(Level level, View passage, Parties const& parties, Chain const& chain, Rng& rng);

// Exactly the share of the characters: three of five substituted, one inserted after, one deleted.
Text with_characters_changed(View text, double share, Chain const& chain, Rng& rng);
// Exactly the share of the words, a word being two characters of the lexicon or else one.
Text with_words_replaced(View text, double share, Chain const& chain, Rng& rng);
Text with_names_changed(View text, Parties const& parties);
Text with_digits_changed(View text, double share, Rng& rng);
Text shuffled(View text, Rng& rng);

Text disguised(View text, Rng& rng);                      // V8
Text misread(View text, Chain const& chain, Rng& rng);    // V12
Text paged(View text, Parties const& parties, Rng& rng);  // V13
Text rewritten(View text, Rng& rng);                      // V11

// Tables of the edits; see swaps.cpp.
std::span<std::pair<View, View> const> synonyms();
std::span<View const> look_alikes();
char32_t traditional(char32_t simplified);

}  // namespace corpus
