// SPDX-License-Identifier: Apache-2.0
#include "chain.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace corpus {

namespace {

constexpr std::size_t kLongestSentence = 140;
constexpr std::size_t kShortestSentence = 12;
constexpr std::uint32_t kWordAtLeast = 60;
constexpr double kWordOverChance = 12.0;

std::uint64_t pair_of(char32_t first, char32_t second) { return (std::uint64_t{first} << 21) | second; }

bool is_kept(char32_t c) { return c >= U' ' && c != 0x7F && (c < 0x2500 || c >= 0x3000) && c < 0x10000; }

// Sentences of commands and addresses would make prose no assessor writes.
bool reads_as_chinese(View sentence) {
    auto const han = std::count_if(sentence.begin(), sentence.end(), is_han);
    auto const letters = std::count_if(sentence.begin(), sentence.end(), is_letter);
    return sentence.size() >= kShortestSentence && han * 2 >= static_cast<std::ptrdiff_t>(sentence.size()) &&
           letters * 8 < han;
}

}  // namespace

Chain::Chain(std::vector<View> const& texts) {
    for (View const text : texts) {
        for (View part : corpus::sentences(text)) {
            while (part.size() > 1 && is_mark(part.front())) part.remove_prefix(1);
            if (is_stop(part.back()) && reads_as_chinese(part)) append(part);
        }
    }
    if (starts_.size() < 1000) throw std::runtime_error("too little prose to draw from");
    join_pairs();
}

void Chain::append(View text) {
    starts_.push_back(static_cast<std::uint32_t>(places_.size()));
    for (char32_t const c : text) {
        if (is_kept(c)) places_.push_back({c, 0, 0});
    }
}

void Chain::join_pairs() {
    // The pair above, the place below: one sort groups the places.
    std::vector<std::uint64_t> keys(places_.size());
    std::unordered_map<char32_t, std::uint64_t> numbers;
    for (std::size_t at = 0; at < places_.size(); ++at) {
        auto const number = [&](std::size_t i) {
            return numbers.try_emplace(places_[i].character, numbers.size()).first->second;
        };
        keys[at] = (((number(at == 0 ? 0 : at - 1) << 14) | number(at)) << 32) | at;
    }
    std::sort(keys.begin(), keys.end());
    same_.resize(keys.size());
    for (std::size_t begin = 0; begin < keys.size();) {
        std::size_t end = begin;
        while (end < keys.size() && (keys[end] >> 32) == (keys[begin] >> 32)) ++end;
        for (std::size_t i = begin; i < end; ++i) {
            same_[i] = static_cast<std::uint32_t>(keys[i]);
            places_[same_[i]].first = static_cast<std::uint32_t>(begin);
            places_[same_[i]].count = static_cast<std::uint32_t>(end - begin);
        }
        begin = end;
    }
    gather_words(keys);
}

void Chain::gather_words(std::vector<std::uint64_t> const& sorted) {
    std::unordered_map<char32_t, double> share;
    for (Place const& place : places_) share[place.character] += 1.0 / static_cast<double>(places_.size());
    for (std::size_t i = 0; i < sorted.size();) {
        std::uint32_t const at = static_cast<std::uint32_t>(sorted[i]);
        Place const& place = places_[at];
        i += place.count;
        if (at == 0 || place.count < kWordAtLeast) continue;
        char32_t const first = places_[at - 1].character;
        if (!is_han(first) || !is_han(place.character)) continue;
        double const expected = share[first] * share[place.character] * static_cast<double>(places_.size());
        if (place.count < kWordOverChance * expected) continue;
        words_.push_back({first, place.character});
        lexicon_.insert(pair_of(first, place.character));
    }
    if (words_.size() < 500) throw std::runtime_error("too little prose to find words in");
}

std::size_t Chain::begun(Text& out, Rng& rng) const {
    std::size_t const at = rng.pick(starts_);
    out.append({places_[at].character, places_[at + 1].character});
    return at + 1;
}

// False once the sentence is over. The place gone on from is never the last, which is a stop.
bool Chain::gone_on(Text& out, std::size_t& at, Rng& rng) const {
    for (std::size_t run = rng.between(1, 3); run > 0; --run) {
        char32_t const c = places_[++at].character;
        out.push_back(c);
        if (!is_stop(c)) continue;
        if (out.size() >= kShortestSentence) return false;
        out.back() = U'，';
        at = begun(out, rng);
        return true;
    }
    if (out.size() < kLongestSentence) return true;
    out.push_back(U'。');
    return false;
}

void Chain::sentences(std::array<Text, kAbreast>& out, Rng& rng) const {
    std::array<std::size_t, kAbreast> at{};
    std::array<std::size_t, kAbreast> next{};
    std::array<bool, kAbreast> going{};
    for (std::size_t i = 0; i < kAbreast; ++i) {
        out[i].clear();
        at[i] = begun(out[i], rng);
        going[i] = true;
    }
    // Going on at another place where the last two characters are the same is order two; each further character copied
    // from there is conditioned on one more.
    for (std::size_t left = kAbreast; left > 0;) {
        for (std::size_t i = 0; i < kAbreast; ++i) {
            if (!going[i]) continue;
            next[i] = places_[at[i]].first + rng.below(places_[at[i]].count);
            __builtin_prefetch(&same_[next[i]]);
        }
        for (std::size_t i = 0; i < kAbreast; ++i) {
            if (!going[i]) continue;
            at[i] = same_[next[i]];
            __builtin_prefetch(&places_[at[i]]);
        }
        for (std::size_t i = 0; i < kAbreast; ++i) {
            if (!going[i]) continue;
            going[i] = gone_on(out[i], at[i], rng);
            left -= going[i] ? 0 : 1;
        }
    }
}

char32_t Chain::character(Rng& rng) const {
    while (true) {
        char32_t const c = rng.pick(places_).character;
        if (is_han(c)) return c;
    }
}

View Chain::word(Rng& rng) const { return rng.pick(words_); }

bool Chain::is_word(char32_t first, char32_t second) const { return lexicon_.contains(pair_of(first, second)); }

}  // namespace corpus
