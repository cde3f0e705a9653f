// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/name_screen.hpp>

#include <algorithm>
#include <bit>

namespace anping::forensics {
namespace {

constexpr std::size_t kAnchor = 4;
constexpr unsigned kWords = 18;  // of 64 bits: two megabytes, of which a report touches little
constexpr unsigned kCounted = 22;

std::uint64_t mixed(std::uint64_t key) { return key * 0x9e3779b97f4a7c15u; }
std::size_t word_of(std::uint64_t hash) { return hash >> (64 - kWords); }
// Two bits of its word.
std::uint64_t mask_of(std::uint64_t hash) {
    return std::uint64_t{1} << (hash >> 34 & 63) | std::uint64_t{1} << (hash >> 28 & 63);
}
std::size_t count_at(std::uint64_t key) { return mixed(key) >> (64 - kCounted); }
std::uint64_t joined(std::uint64_t key, char16_t next) { return key << 16 | next; }

std::uint64_t key_at(std::u16string_view name, std::size_t at) {
    std::uint64_t key = 0;
    for (std::size_t i = at; i < at + kAnchor; ++i) key = joined(key, name[i]);
    return key;
}

void keep_longest(std::vector<NameScreen::Match>& matches) {
    std::ranges::sort(matches, [](auto const& a, auto const& b) {
        return a.from != b.from ? a.from < b.from : a.to != b.to ? a.to > b.to : a.name < b.name;
    });
    std::uint32_t end = 0;
    std::erase_if(matches, [&end](auto const& one) {
        if (one.from < end) return true;
        end = one.to;
        return false;
    });
}

}  // namespace

NameScreen::NameScreen(std::vector<RegisteredName> names) : names_(std::move(names)) {
    starts_.reserve(names_.size() + 1);
    starts_.push_back(0);
    text::Folded one;
    for (auto const& name : names_) {
        one = text::fold(name.name);
        letters_ += one.text;
        starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
    }
    compile();
}

void NameScreen::compile() {
    std::vector<std::uint32_t> often(std::size_t{1} << kCounted);
    auto const each = [&](auto&& with) {
        for (std::uint32_t i = 0; i < names_.size(); ++i)
            if (folded(i).size() >= kAnchor) with(i, folded(i));
    };
    each([&](std::uint32_t, std::u16string_view name) {
        for (std::size_t k = 0; k + kAnchor <= name.size(); ++k) ++often[count_at(key_at(name, k))];
    });
    anchors_.reserve(names_.size());
    each([&](std::uint32_t number, std::u16string_view name) {
        std::size_t best = 0;
        for (std::size_t k = 1; k + kAnchor <= name.size(); ++k)
            if (often[count_at(key_at(name, k))] < often[count_at(key_at(name, best))]) best = k;
        anchors_.push_back({key_at(name, best), number, static_cast<std::uint32_t>(best)});
    });
    std::ranges::sort(anchors_, {}, [](Anchor const& one) { return std::pair(one.key, one.name); });
    bits_.assign(std::size_t{1} << kWords, 0);
    slots_.assign(std::bit_ceil(anchors_.size() * 2 + 1), 0);
    for (std::uint32_t i = 0; i < anchors_.size(); ++i) {
        auto const key = anchors_[i].key;
        if (i > 0 && anchors_[i - 1].key == key) continue;
        bits_[word_of(mixed(key))] |= mask_of(mixed(key));
        auto slot = (mixed(key) >> 20) & (slots_.size() - 1);
        while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = i + 1;
    }
}

void NameScreen::compare(text::Folded const& text, std::uint64_t key, std::size_t at, std::vector<Match>& out) const {
    auto slot = (mixed(key) >> 20) & (slots_.size() - 1);
    while (slots_[slot] != 0 && anchors_[slots_[slot] - 1].key != key) slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot] == 0) return;
    for (std::size_t i = slots_[slot] - 1; i < anchors_.size() && anchors_[i].key == key; ++i) {
        auto const& anchor = anchors_[i];
        auto const name = folded(anchor.name);
        if (at < anchor.offset || text.text.compare(at - anchor.offset, name.size(), name) != 0) continue;
        auto const from = static_cast<std::uint32_t>(at - anchor.offset);
        out.push_back({anchor.name, from, from + static_cast<std::uint32_t>(name.size())});
    }
}

std::vector<NameScreen::Match> NameScreen::in(text::Folded const& text) const {
    std::vector<Match> out;
    if (text.text.size() < kAnchor || anchors_.empty()) return out;
    auto key = key_at(text.text, 0) >> 16;
    for (std::size_t i = kAnchor - 1; i < text.text.size(); ++i) {
        key = joined(key, text.text[i]);
        auto const hash = mixed(key);
        if ((~bits_[word_of(hash)] & mask_of(hash)) == 0) compare(text, key, i + 1 - kAnchor, out);
    }
    keep_longest(out);
    return out;
}

}  // namespace anping::forensics
