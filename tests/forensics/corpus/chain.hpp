// SPDX-License-Identifier: Apache-2.0
// Text that reads like the real texts it is drawn from and repeats none of them at length: a character Markov chain of
// order two to four.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_set>
#include <vector>

#include "random.hpp"
#include "text.hpp"

namespace corpus {

class Chain {
public:
    explicit Chain(std::vector<View> const& texts);

    // Sentences with their stops, drawn abreast: a step waits for memory, and the waits of several overlap.
    static constexpr std::size_t kAbreast = 8;
    void sentences(std::array<Text, kAbreast>& out, Rng& rng) const;
    // A Chinese character as often as the texts have it.
    char32_t character(Rng& rng) const;
    // A word of two characters out of the lexicon below.
    View word(Rng& rng) const;
    // Pairs of characters that stand together far more often than chance would have it.
    bool is_word(char32_t first, char32_t second) const;

private:
    // Where a pair of characters ends, and all the places where the same pair ends.
    struct Place {
        char32_t character;
        std::uint32_t first;
        std::uint32_t count;
    };

    void append(View text);
    std::size_t begun(Text& out, Rng& rng) const;
    bool gone_on(Text& out, std::size_t& at, Rng& rng) const;
    void join_pairs();
    void gather_words(std::vector<std::uint64_t> const& sorted);

    std::vector<Place> places_;
    std::vector<std::uint32_t> same_;    // places ordered by the pair that ends there
    std::vector<std::uint32_t> starts_;  // first places of sentences
    std::vector<Text> words_;
    std::unordered_set<std::uint64_t> lexicon_;
};

// One sentence after another.
class Feed {
public:
    Feed(Chain const& chain, std::uint64_t seed) : chain_(&chain), rng_(seed) {}
    View next() {
        if (used_ == Chain::kAbreast) chain_->sentences(ready_, rng_), used_ = 0;
        return ready_[used_++];
    }

private:
    Chain const* chain_;
    Rng rng_;
    std::array<Text, Chain::kAbreast> ready_;
    std::size_t used_ = Chain::kAbreast;
};

}  // namespace corpus
