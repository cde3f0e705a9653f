// SPDX-License-Identifier: Apache-2.0
// Edits that leave the words alone and change how they are written down: on purpose, by a scanner, by a page's frame.
#include <algorithm>

#include "edits.hpp"

namespace corpus {

namespace {

constexpr double kTraditional = 0.7;
constexpr double kFullWidth = 0.7;
constexpr double kSpaced = 0.04;
constexpr double kInvisible = 0.04;
constexpr double kBroken = 0.01;
constexpr double kLookAlike = 0.3;
constexpr double kMisreadAny = 0.015;
constexpr double kMarkLost = 0.3;

bool is_ascii_print(char32_t c) { return is_digit(c) || is_letter(c); }

}  // namespace

Text disguised(View text, Rng& rng) {
    static constexpr View kUnseen = U"\u200B\u200B\u200C\uFEFF";
    // One trick or several together.
    std::size_t const tricks = rng.between(1, 15);
    double const as_traditional = (tricks & 1) != 0 ? kTraditional : 0;
    double const spaced = (tricks & 2) != 0 ? kSpaced : 0;
    double const unseen = (tricks & 4) != 0 ? kInvisible : 0;
    double const broken = (tricks & 8) != 0 ? kBroken : 0;
    Text out;
    for (char32_t c : text) {
        if (is_han(c) && rng.chance(as_traditional)) c = traditional(c);
        if (is_ascii_print(c) && rng.chance(kFullWidth)) c = c - U'!' + U'！';
        out.push_back(c);
        if (rng.chance(spaced)) out.push_back(rng.chance(0.5) ? U' ' : U'　');
        if (rng.chance(unseen)) out.push_back(rng.pick(kUnseen));
        if (rng.chance(broken)) out.push_back(U'\n');
    }
    return out;
}

Text misread(View text, Chain const& chain, Rng& rng) {
    Text out;
    std::size_t const width = rng.between(28, 42);
    std::size_t column = 0;
    for (char32_t c : text) {
        if (is_mark(c) && c != U'\n' && rng.chance(kMarkLost)) continue;
        for (View const group : look_alikes()) {
            if (group.find(c) == View::npos || !rng.chance(kLookAlike)) continue;
            c = rng.pick(group);
            break;
        }
        if (is_han(c) && rng.chance(kMisreadAny)) c = rng.chance(0.3) ? U'□' : chain.character(rng);
        out.push_back(c);
        column = c == U'\n' ? 0 : column + 1;
        if (column < width) continue;
        out.push_back(U'\n');
        column = 0;
    }
    return out;
}

Text paged(View text, Parties const& parties, Rng& rng) {
    std::size_t page = rng.between(12, 180);
    std::size_t const pages = page + rng.between(40, 120);
    std::size_t left = rng.between(60, std::min<std::size_t>(500, std::max<std::size_t>(80, text.size() / 2)));
    Text out;
    for (char32_t const c : text) {
        out.push_back(c);
        if (--left > 0) continue;
        out.append(U"\n").append(parties.institution_to).append(U"　第 ").append(decimal(page++)).append(U" 页 共 ");
        out.append(decimal(pages)).append(U" 页\n").append(parties.to.full).append(U"安全评价报告\n");
        left = rng.between(800, 1200);
    }
    return out;
}

}  // namespace corpus
