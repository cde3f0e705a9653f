// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bitset>
#include <ranges>
#include <unordered_map>

#include <fmt/format.h>
#include <anping/forensics/quotations.hpp>

#include "leftovers/articles.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kGroup = 5;
constexpr std::uint32_t kSliver = 10;  // an alignment runs a few characters into the article before

std::uint64_t group_at(View text, std::size_t at) {
    std::uint64_t out = 0;
    for (auto i = at; i < at + kGroup; ++i) out = (out ^ text[i]) * 0x9e3779b97f4a7c15u;
    return out;
}

// Of one in four groups, by which the editions are found that have it.
std::optional<std::uint32_t> sample_at(View text, std::size_t at) {
    auto const group = group_at(text, at);
    return group >> 62 == 0 ? std::optional(static_cast<std::uint32_t>(group >> 30)) : std::nullopt;
}

std::vector<std::uint64_t> groups_of(View bare) {
    std::vector<std::uint64_t> out;
    out.reserve(bare.size());
    for (std::size_t i = 0; i + kGroup <= bare.size(); ++i) out.push_back(group_at(bare, i));
    return out;
}

// Of a group its first and last character: most of what is not looked for is told by them.
std::size_t ends_at(View text, std::size_t at) {
    return (text[at] * 0x9e37u ^ text[at + kGroup - 1] * 0x85ebu) >> 4 & 4095;
}

// Where in `bare` most groups of `words` stand as far from each other as there, or nearly; empty where none does.
Place like(View bare, View words) {
    struct Hit {
        std::int64_t ahead;  // of where it stands in the words
        std::uint32_t at;
    };
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    std::bitset<4096> ends;
    for (std::uint32_t i = 0; i + kGroup <= words.size(); ++i) {
        known.try_emplace(group_at(words, i), i);
        ends.set(ends_at(words, i));
    }
    std::vector<Hit> hits;
    for (std::uint32_t i = 0; i + kGroup <= bare.size(); ++i) {
        if (!ends.test(ends_at(bare, i))) continue;
        if (auto const found = known.find(group_at(bare, i)); found != known.end())
            hits.push_back({std::int64_t{i} - found->second, i});
    }
    std::ranges::sort(hits, {}, &Hit::ahead);
    auto const wide = std::max<std::int64_t>(40, static_cast<std::int64_t>(words.size()) / 4);
    std::size_t first = 0, from = 0, many = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        while (hits[i].ahead - hits[first].ahead > wide) ++first;
        if (i + 1 - first > many) {
            many = i + 1 - first;
            from = first;
        }
    }
    if (many == 0) return {};
    auto const lowest = hits[from].ahead;
    auto const past = hits[from + many - 1].ahead + static_cast<std::int64_t>(words.size());
    auto const size = static_cast<std::int64_t>(bare.size());
    return {static_cast<std::uint32_t>(std::max<std::int64_t>(lowest, 0)),
            static_cast<std::uint32_t>(std::clamp<std::int64_t>(past, 0, size))};
}

}  // namespace

std::string to_string(ArticleNumber article) {
    auto out = fmt::format("第{}条", article.number);
    if (article.inserted != 0) out += fmt::format("之{}", article.inserted);
    return out;
}

LawLibrary::LawLibrary(std::vector<Edition> editions) : editions_(std::move(editions)) {
    auto const size = editions_.size();
    points_.reserve(size);
    bares_.reserve(size);
    origins_.reserve(size);
    articles_.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        auto const& edition = editions_[i];
        points_.push_back(to_points(edition.text));
        bares_.push_back(bare(points_.back()));
        origins_.push_back(text::fold(edition.text).origin);
        articles_.push_back(articles_in(points_.back()));
    }
    for (std::uint32_t doc = 0; doc < size; ++doc)
        for (std::size_t at = 0; at + kGroup <= bares_[doc].size(); ++at)
            if (auto const group = sample_at(bares_[doc], at)) said_.push_back({*group, doc});
    std::ranges::sort(said_);
    said_.erase(std::ranges::unique(said_).begin(), said_.end());
    laws_.reserve(size);
    for (std::size_t i = 0; i < size; ++i)
        laws_.push_back(first_.try_emplace(law_key(to_points(editions_[i].title)), i).first->second);
}

bool LawLibrary::in_force(std::size_t doc, std::optional<field::Date> day) const noexcept {
    auto const& edition = editions_[doc];
    return !day || ((!edition.from || *edition.from <= *day) && (!edition.until || *day <= *edition.until));
}

Place LawLibrary::place(std::size_t doc, std::uint32_t from, std::uint32_t to) const {
    auto const& origin = origins_[doc];
    auto const& points = points_[doc];
    if (from >= to || to > origin.size()) return {};
    // A run of digits is one character of the folded text: all of it.
    auto end = origin[to - 1] + 1;
    while (end < points.size() && is_digit(points[end]) && is_digit(points[end - 1])) ++end;
    return {origin[from], end};
}

Place LawLibrary::place_of(std::size_t doc, std::u32string_view words, std::optional<Place> within) const {
    auto const& points = points_[doc];
    auto const whole = within.value_or(Place{0, static_cast<std::uint32_t>(points.size())});
    auto const found = within ? like(bare(this->words(doc, whole)), words) : like(bares_[doc], words);
    Place out;
    std::uint32_t letters = 0;
    for (auto i = whole.from; i < whole.to && letters < found.to; ++i) {
        auto const many = static_cast<std::uint32_t>(bare(View(points).substr(i, 1)).size());
        if (letters <= found.from) out.from = i;
        letters += many;
        out.to = i + 1;
    }
    return out;
}

std::vector<ArticleNumber> LawLibrary::articles(std::size_t doc, Place place) const {
    std::vector<ArticleNumber> out;
    auto const& all = articles_[doc];
    auto const size = static_cast<std::uint32_t>(points_[doc].size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const begins = std::max(place.from, all[i].at);
        auto const ends = std::min(place.to, i + 1 < all.size() ? all[i + 1].at : size);
        bool const is_all = begins == place.from && ends == place.to;
        if (begins < ends && (is_all || ends - begins >= kSliver)) out.push_back(all[i].number);
    }
    return out;
}

Place LawLibrary::of_articles(std::size_t doc, ArticleNumber first, ArticleNumber last) const {
    auto const& all = articles_[doc];
    auto const is_first = [&](Article const& one) { return one.number == first; };
    auto const begin = std::ranges::find_if(all, is_first);
    if (begin == all.end()) return {};
    auto const end = std::find_if(begin, all.end(), [&](Article const& one) { return last < one.number; });
    return {begin->at, end == all.end() ? static_cast<std::uint32_t>(points_[doc].size()) : end->at};
}

std::u32string_view LawLibrary::words(std::size_t doc, Place place) const noexcept {
    return View(points_[doc]).substr(place.from, place.to - place.from);
}

std::vector<std::size_t> LawLibrary::law_named(std::u32string_view title) const {
    auto const found = first_.find(law_key(title));
    return found == first_.end() || title.empty() ? std::vector<std::size_t>() : editions_of(found->second);
}

std::size_t LawLibrary::missing(std::size_t doc, Place place, std::u32string_view words) const {
    auto groups = groups_of(bare(this->words(doc, place)));
    std::ranges::sort(groups);
    std::size_t out = 0;
    for (auto const group : groups_of(words)) out += std::ranges::binary_search(groups, group) ? 0 : 1;
    return out;
}

std::vector<std::size_t> LawLibrary::editions_of(std::size_t doc) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < laws_.size(); ++i)
        if (laws_[i] == laws_[doc]) out.push_back(i);
    return out;
}

bool LawLibrary::is_said_elsewhere(std::size_t doc, std::u32string_view bare, std::optional<field::Date> day) const {
    std::vector<std::uint32_t> groups;
    for (std::size_t at = 0; at + kGroup <= bare.size(); ++at)
        if (auto const group = sample_at(bare, at)) groups.push_back(*group);
    auto const says = [&](std::size_t other) {
        return laws_[other] != laws_[doc] && in_force(other, day) && contains(bares_[other], bare);
    };
    if (groups.empty()) return std::ranges::any_of(std::views::iota(std::size_t{0}, bares_.size()), says);
    auto const have = std::ranges::equal_range(said_, groups.front(), {}, &Said::group);
    return std::ranges::any_of(have, [&](Said const& said) {
        bool const all = std::ranges::all_of(
            groups, [&](auto group) { return std::ranges::binary_search(said_, Said{group, said.doc}); });
        return all && says(said.doc);
    });
}

}  // namespace anping::forensics
