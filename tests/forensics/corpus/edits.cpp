// SPDX-License-Identifier: Apache-2.0
#include "edits.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace corpus {

namespace {

std::size_t share_of(std::size_t whole, double share) {
    return static_cast<std::size_t>(std::llround(static_cast<double>(whole) * share));
}

// As many of the places as asked for, in order.
std::vector<bool> chosen(std::size_t of, std::size_t count, Rng& rng) {
    std::vector<bool> out(of, false);
    for (std::size_t left = std::min(of, count), at = 0; at < of; ++at) {
        if (rng.below(of - at) >= left) continue;
        out[at] = true;
        --left;
    }
    return out;
}

char32_t other_than(char32_t c, Chain const& chain, Rng& rng) {
    while (true) {
        char32_t const other = chain.character(rng);
        if (other != c) return other;
    }
}

// Lengths of the units words are counted in; marks, digits and letters belong to none.
std::vector<std::pair<std::size_t, std::size_t>> words_of(View text, Chain const& chain) {
    std::vector<std::pair<std::size_t, std::size_t>> words;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_han(text[at])) continue;
        bool const two = at + 1 < text.size() && chain.is_word(text[at], text[at + 1]);
        words.emplace_back(at, two ? 2 : 1);
        if (two) ++at;
    }
    return words;
}

Text other_word(View word, Chain const& chain, Rng& rng) {
    if (word.size() == 1) return {other_than(word[0], chain, rng)};
    while (true) {
        View const other = chain.word(rng);
        if (other != word) return Text(other);
    }
}

}  // namespace

Text with_characters_changed(View text, double share, Chain const& chain, Rng& rng) {
    std::vector<bool> const places = chosen(text.size(), share_of(text.size(), share), rng);
    Text out;
    out.reserve(text.size() * 5 / 4);
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t const kind = places[at] ? rng.below(5) : 5;
        if (kind < 3) out.push_back(other_than(text[at], chain, rng));
        if (kind > 3) out.push_back(text[at]);
        if (kind == 4) out.push_back(chain.character(rng));
    }
    return out;
}

Text with_words_replaced(View text, double share, Chain const& chain, Rng& rng) {
    auto const words = words_of(text, chain);
    std::vector<bool> const places = chosen(words.size(), share_of(words.size(), share), rng);
    Text out;
    std::size_t done = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!places[i]) continue;
        auto const [at, length] = words[i];
        out.append(text.substr(done, at - done)).append(other_word(text.substr(at, length), chain, rng));
        done = at + length;
    }
    return out.append(text.substr(done));
}

Text with_names_changed(View text, Parties const& parties) {
    Text out(text);
    replace_all(out, parties.from.full, parties.to.full);
    replace_all(out, parties.from.brief, parties.to.brief);
    replace_all(out, parties.institution_from, parties.institution_to);
    return out;
}

// A number keeps its length, and a changed digit is another one.
Text with_digits_changed(View text, double share, Rng& rng) {
    Text out(text);
    for (std::size_t at = 0; at < out.size(); ++at) {
        if (!is_digit(out[at])) continue;
        bool const change = rng.chance(share);
        for (bool first = true; at < out.size() && is_digit(out[at]); ++at, first = false) {
            if (!change) continue;
            char32_t const before = out[at];
            while (out[at] == before || (first && out[at] == U'0'))
                out[at] = U'0' + static_cast<char32_t>(rng.below(10));
        }
    }
    return out;
}

Text shuffled(View text, Rng& rng) {
    std::vector<View> parts = sentences(text);
    std::vector<View> const before = parts;
    for (int tries = 0; tries < 8 && parts == before && parts.size() > 1; ++tries) rng.shuffle(parts);
    Text out;
    for (View const part : parts) out += part;
    return out;
}

Text edited(Level level, View passage, Parties const& parties, Chain const& chain, Rng& rng) {
    auto const renamed = [&] { return with_digits_changed(with_names_changed(passage, parties), 1.0, rng); };
    switch (level) {
        case Level::kVerbatim: return Text(passage);
        case Level::kNames: return renamed();
        case Level::kShuffled: return shuffled(passage, rng);
        case Level::kTenth: return with_characters_changed(passage, 0.10, chain, rng);
        case Level::kFifth: return with_characters_changed(passage, 0.20, chain, rng);
        case Level::kThreeTenths: return with_characters_changed(passage, 0.30, chain, rng);
        case Level::kWords25: return with_words_replaced(passage, 0.25, chain, rng);
        case Level::kWords40: return with_words_replaced(passage, 0.40, chain, rng);
        case Level::kCombined: return with_characters_changed(shuffled(renamed(), rng), 0.10, chain, rng);
        case Level::kNormalisation: return disguised(passage, rng);
        case Level::kHuman: return rewritten(with_names_changed(passage, parties), rng);
        case Level::kRecognition: return misread(passage, chain, rng);
        case Level::kPageHeaders: return paged(passage, parties, rng);
        case Level::kNumbersKept: return with_words_replaced(passage, 0.30, chain, rng);
        case Level::kTableRows: return with_digits_changed(passage, 0.5, rng);
        case Level::kClone: return with_characters_changed(with_names_changed(passage, parties), 0.03, chain, rng);
        case Level::kRefiled: return with_characters_changed(with_digits_changed(passage, 0.3, rng), 0.01, chain, rng);
        case Level::kUndisclosedTemplate: break;
    }
    throw std::logic_error("an undisclosed template is filled, not edited");
}

}  // namespace corpus
