// SPDX-License-Identifier: Apache-2.0
#include <anping/text/mask.hpp>

#include <algorithm>
#include <bit>
#include <cstring>

#include <anping/text/fold.hpp>

namespace anping::text {
namespace {

constexpr std::size_t kWindow = 24;
constexpr std::size_t kFigures = 12;  // of a window's characters
constexpr std::size_t kTabs = 3;      // of a line that is a row
constexpr std::size_t kShortest = 4;  // name

std::uint8_t of(Mask mask) { return static_cast<std::uint8_t>(mask); }

void mark(Masks& masks, std::size_t from, std::size_t to, Mask as) {
    for (auto i = from; i < to; ++i)
        if (masks[i] == of(Mask::none)) masks[i] = of(as);
}

}  // namespace

void mark_names(std::u16string_view folded, std::span<std::u16string const> names, Masks& masks) {
    masks.resize(folded.size());
    for (auto const& name : names) {
        if (name.size() < kShortest) continue;
        for (auto at = folded.find(name); at != std::u16string_view::npos; at = folded.find(name, at + name.size()))
            mark(masks, at, at + name.size(), Mask::own_name);
    }
}

namespace {

// Code points that begin in it.
std::uint32_t points_of(std::string_view utf8) {
    std::uint32_t follow = 0;
    std::size_t i = 0;
    for (; i + 8 <= utf8.size(); i += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, utf8.data() + i, sizeof eight);
        follow += static_cast<std::uint32_t>(std::popcount(eight >> 7 & ~(eight >> 6) & 0x0101010101010101u));
    }
    for (; i < utf8.size(); ++i) follow += (static_cast<unsigned char>(utf8[i]) & 0xc0) == 0x80 ? 1 : 0;
    return static_cast<std::uint32_t>(utf8.size()) - follow;
}

// The lines that are rows: code points from and to.
std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_of(std::string_view utf8) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    std::uint32_t point = 0;
    std::size_t counted = 0;  // bytes whose code points are in `point`
    for (auto tab = utf8.find('\t'); tab != std::string_view::npos;) {
        auto const from = utf8.rfind('\n', tab) + 1;  // of npos: 0
        auto const to = std::min(utf8.find('\n', tab), utf8.size() - 1) + 1;
        point += points_of(utf8.substr(counted, from - counted));
        auto const line = utf8.substr(from, to - from);
        auto const past = point + points_of(line);
        if (static_cast<std::size_t>(std::ranges::count(line, '\t')) >= kTabs) out.emplace_back(point, past);
        point = past;
        counted = to;
        tab = utf8.find('\t', to);
    }
    return out;
}

void mark_figures(std::u16string_view folded, Masks& masks) {
    std::size_t figures = 0;
    std::size_t marked = 0;  // up to here
    for (std::size_t i = 0; i < folded.size(); ++i) {
        figures += is_hanzi(folded[i]) ? 0U : 1U;
        if (i >= kWindow) figures -= is_hanzi(folded[i - kWindow]) ? 0U : 1U;
        if (i + 1 < kWindow || figures < kFigures) continue;
        mark(masks, std::max(marked, i + 1 - kWindow), i + 1, Mask::table);
        marked = i + 1;
    }
}

}  // namespace

void mark_tables(std::string_view utf8, Folded const& folded, Masks& masks) {
    masks.resize(folded.text.size());
    std::size_t i = 0;
    for (auto const& [from, to] : rows_of(utf8)) {
        while (i < folded.origin.size() && folded.origin[i] < from) ++i;
        auto const first = i;
        while (i < folded.origin.size() && folded.origin[i] < to) ++i;
        mark(masks, first, i, Mask::table);
    }
    mark_figures(folded.text, masks);
}

}  // namespace anping::text
