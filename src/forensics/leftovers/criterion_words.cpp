// SPDX-License-Identifier: Apache-2.0
#include "leftovers/criterion_words.hpp"

#include <algorithm>

namespace anping::forensics {
namespace {

std::uint64_t gram_at(View text, std::size_t at) {
    std::uint64_t out = 0;
    for (std::size_t i = at; i < at + Grams::kLong; ++i) out = out << 16 | (text[i] & 0xffff);
    return out;
}

}  // namespace

Grams::Grams(View bare) {
    for (std::size_t i = 0; i + kLong <= bare.size(); ++i) in_.insert(gram_at(bare, i));
}

double Grams::share_of(View bare) const {
    if (bare.size() < kLong) return 1;
    std::size_t found = 0;
    for (std::size_t i = 0; i + kLong <= bare.size(); ++i) found += in_.contains(gram_at(bare, i)) ? 1 : 0;
    return static_cast<double>(found) / static_cast<double>(bare.size() + 1 - kLong);
}

Ways::Ways(SaidAs const& said_as) {
    for (auto const& way : said_as) {
        ways_.push_back(split(to_points(way), U' '));
        for (auto& word : ways_.back()) word = bare(word);
    }
}

bool Ways::are_said_in(View bare_sentence) const {
    return std::ranges::any_of(ways_, [&](auto const& words) { return contains_all(bare_sentence, words); });
}

}  // namespace anping::forensics
