// SPDX-License-Identifier: Apache-2.0
#include <anping/text/mask.hpp>

#include <algorithm>

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

// The lines that are rows: code points from and to.
std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_of(std::string_view utf8) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    std::uint32_t point = 0;
    std::uint32_t from = 0;
    std::size_t tabs = 0;
    auto const end_line = [&] {
        if (tabs >= kTabs) out.emplace_back(from, point);
        from = point;
        tabs = 0;
    };
    for (auto const byte : utf8) {
        if ((static_cast<unsigned char>(byte) & 0xc0) == 0x80) continue;
        ++point;
        if (byte == '\t') ++tabs;
        if (byte == '\n') end_line();
    }
    end_line();
    return out;
}

void mark_figures(std::u16string_view folded, Masks& masks) {
    std::size_t figures = 0;
    std::size_t marked = 0;  // up to here
    for (std::size_t i = 0; i < folded.size(); ++i) {
        figures += is_hanzi(folded[i]) ? 0 : 1;
        if (i >= kWindow) figures -= is_hanzi(folded[i - kWindow]) ? 0 : 1;
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
