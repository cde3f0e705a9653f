// SPDX-License-Identifier: Apache-2.0
// Whether words are a criterion's own, or say it in a way of their own.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include <anping/forensics/leftovers.hpp>

#include "leftovers/letters.hpp"

namespace anping::forensics {

// How much of some words stands in a text, by runs of four characters.
class Grams {
public:
    static constexpr std::size_t kLong = 4;
    static constexpr double kSame = 0.5;  // of the words' grams

    explicit Grams(View bare);
    // 0 to 1; 1 for words that are too short for it.
    double share_of(View bare) const;

private:
    std::unordered_set<std::uint64_t> in_;
};

// Ways to say something, each by words that have to stand in one sentence.
class Ways {
public:
    explicit Ways(SaidAs const& said_as);
    bool are_said_in(View bare_sentence) const;

private:
    std::vector<std::vector<std::u32string>> ways_;  // bare
};

}  // namespace anping::forensics
