// SPDX-License-Identifier: Apache-2.0
#include <anping/picture/strip.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace anping::picture {
namespace {

constexpr std::size_t kSide = 640;     // of the picture looked at
constexpr std::size_t kSmallest = 64;  // pixels of a side
constexpr int kStep = 75;              // brightness between ink and what it is written on
constexpr std::size_t kStroke = 4;     // pixels a stroke is wide at most
constexpr std::size_t kFull = 14;      // percent of ink in a cell of writing
constexpr std::size_t kGap = 3;        // cells between words
constexpr std::size_t kShortest = 3;   // cells of a stretch
constexpr std::size_t kLowest = 2;     // cells a line is high
constexpr std::size_t kHighest = 20;   // the same
constexpr std::size_t kBetween = 4;    // cells between lines
constexpr int kEven = 60;              // how far the ink of a line may spread
constexpr std::size_t kFrame = 10;     // cells from the writing to the edge of the card it stands on
constexpr int kEdge = 12;              // brightness across such an edge, for
constexpr std::size_t kStraight = 75;  // percent of its length
constexpr std::size_t kMost = 4;

enum class Ink : std::uint8_t { none, bright, dark };

// In cells, `right` and `bottom` before the last.
struct Block {
    std::size_t left, top, right, bottom;
    std::size_t width() const { return right - left; }
    std::size_t height() const { return bottom - top; }
};

// A pixel is ink where it is brighter, or darker, than what is near on both its sides, or above and below.
class Page {
public:
    explicit Page(Grey picture) : picture_(std::move(picture)), ink_(picture_.pixels.size(), Ink::none) {
        cell_ = std::max<std::size_t>(3, std::min(picture_.width, picture_.height * 4 / 3) / 100);
        for (std::size_t y = 0; y < picture_.height; ++y)
            for (std::size_t x = 0; x < picture_.width; ++x) ink_[y * picture_.width + x] = ink_at(x, y);
    }
    std::size_t width() const { return picture_.width; }
    std::size_t height() const { return picture_.height; }
    std::size_t columns() const { return picture_.width / cell_; }
    std::size_t rows() const { return picture_.height / cell_; }

    bool is_written(std::size_t column, std::size_t row, Ink ink) const {
        std::size_t count = 0;
        each({column, row, column + 1, row + 1}, ink, [&](std::uint8_t) { ++count; });
        return count * 100 >= cell_ * cell_ * kFull;
    }
    // Whether the strokes of a line are about as bright as each other.
    bool is_even(Block const& line, Ink ink) const {
        std::vector<std::uint8_t> values;
        each(line, ink, [&](std::uint8_t value) { values.push_back(value); });
        if (values.empty()) return false;
        std::ranges::sort(values);
        auto const part = [&](std::size_t percent) { return int{values[(values.size() - 1) * percent / 100]}; };
        return ink == Ink::bright ? part(95) - part(40) <= kEven : part(60) - part(5) <= kEven;
    }

    // The block in pixels and what is around it as far as the card it stands on, if it stands on one.
    Rectangle with_card(Block const& block) const {
        auto const pixels = [this](std::size_t cells) { return static_cast<std::int64_t>(cells * cell_); };
        Rectangle const area{pixels(block.left), pixels(block.top), pixels(block.width()), pixels(block.height())};
        auto const left = area.left - out_to_edge(area, -1, 0);
        auto const top = area.top - out_to_edge(area, 0, -1);
        auto const right = area.left + area.width + out_to_edge(area, 1, 0);
        auto const bottom = area.top + area.height + out_to_edge(area, 0, 1);
        return {left, top, right - left, bottom - top};
    }

private:
    // From a side of the area how many pixels to the farthest straight edge along it; without one the width of a cell.
    std::int64_t out_to_edge(Rectangle const& area, int right, int down) const {
        auto const length = right != 0 ? area.height : area.width;
        auto const width = static_cast<std::int64_t>(picture_.width);
        auto const height = static_cast<std::int64_t>(picture_.height);
        auto const start_x = right > 0 ? area.left + area.width : area.left;
        auto const start_y = down > 0 ? area.top + area.height : area.top;
        auto const room = right > 0 ? width - start_x : right < 0 ? start_x : down > 0 ? height - start_y : start_y;
        auto out = std::min<std::int64_t>(room, static_cast<std::int64_t>(cell_));
        for (std::int64_t by = 1; by + 1 < std::min<std::int64_t>(room, static_cast<std::int64_t>(cell_ * kFrame));
             ++by) {
            std::int64_t steps = 0;
            for (std::int64_t i = 0; i < length; ++i) {
                auto const x = static_cast<std::size_t>(right != 0 ? start_x + right * by : area.left + i);
                auto const y = static_cast<std::size_t>(right != 0 ? area.top + i : start_y + down * by);
                auto const u = static_cast<std::size_t>(static_cast<std::int64_t>(x) - right);
                auto const v = static_cast<std::size_t>(static_cast<std::int64_t>(y) - down);
                if (u >= picture_.width || v >= picture_.height) continue;
                steps += std::abs(int{picture_.at(x, y)} - int{picture_.at(u, v)}) >= kEdge;
            }
            if (steps * 100 >= length * static_cast<std::int64_t>(kStraight)) out = by + 2;
        }
        return std::min(out, room);
    }
    Ink ink_at(std::size_t x, std::size_t y) const {
        auto const here = int{picture_.at(x, y)};
        int brighter[4] = {};
        int darker[4] = {};
        auto const look = [&](std::size_t side, std::size_t u, std::size_t v) {
            auto const step = here - int{picture_.at(u, v)};
            brighter[side] = std::max(brighter[side], step);
            darker[side] = std::max(darker[side], -step);
        };
        for (std::size_t i = 1; i <= kStroke; ++i) {
            if (x >= i) look(0, x - i, y);
            if (x + i < picture_.width) look(1, x + i, y);
            if (y >= i) look(2, x, y - i);
            if (y + i < picture_.height) look(3, x, y + i);
        }
        auto const stands_out = [](int const* by) {
            return std::max(std::min(by[0], by[1]), std::min(by[2], by[3])) >= kStep;
        };
        if (stands_out(brighter)) return stands_out(darker) ? Ink::none : Ink::bright;
        return stands_out(darker) ? Ink::dark : Ink::none;
    }
    void each(Block const& area, Ink ink, auto const& what) const {
        for (auto y = area.top * cell_; y < area.bottom * cell_; ++y)
            for (auto x = area.left * cell_; x < area.right * cell_; ++x)
                if (ink_[y * picture_.width + x] == ink) what(picture_.at(x, y));
    }

    Grey picture_;
    std::vector<Ink> ink_;
    std::size_t cell_ = 0;
};

// The stretches of writing in a row of cells, words put together.
std::vector<Block> stretches(Page const& page, std::size_t row, Ink ink) {
    std::vector<Block> out;
    for (std::size_t column = 0; column < page.columns(); ++column) {
        if (!page.is_written(column, row, ink)) continue;
        if (!out.empty() && column - out.back().right <= kGap) out.back().right = column + 1;
        else out.push_back({column, row, column + 1, row + 1});
    }
    std::erase_if(out, [](Block const& one) { return one.width() < kShortest; });
    return out;
}

// Those that lie one above another, at most `apart` cells between, put together.
std::vector<Block> joined(std::vector<Block> blocks, std::size_t apart) {
    auto const touch = [apart](Block const& a, Block const& b) {
        return a.left < b.right && b.left < a.right && a.top <= b.bottom + apart && b.top <= a.bottom + apart;
    };
    std::vector<Block> out;
    while (!blocks.empty()) {
        auto one = blocks.back();
        blocks.pop_back();
        auto const near = std::ranges::find_if(out, [&](Block const& other) { return touch(one, other); });
        if (near == out.end()) {
            out.push_back(one);
            continue;
        }
        // It may touch others now.
        blocks.push_back({std::min(one.left, near->left), std::min(one.top, near->top),
                          std::max(one.right, near->right), std::max(one.bottom, near->bottom)});
        out.erase(near);
    }
    return out;
}

std::vector<Block> lines(Page const& page, Ink ink) {
    std::vector<Block> out;
    for (std::size_t row = 0; row < page.rows(); ++row) {
        if (row * 100 > page.rows() * 20 && row * 100 < page.rows() * 60) continue;
        auto const more = stretches(page, row, ink);
        out.insert(out.end(), more.begin(), more.end());
    }
    out = joined(std::move(out), 0);
    std::erase_if(out, [&](Block const& line) {
        return line.height() < kLowest || line.height() > kHighest || line.width() < line.height() ||
               !page.is_even(line, ink);
    });
    return out;
}

std::vector<Block> blocks(Page const& page) {
    auto out = lines(page, Ink::bright);
    auto const dark = lines(page, Ink::dark);
    out.insert(out.end(), dark.begin(), dark.end());
    out = joined(std::move(out), kBetween);
    auto const near = [](std::size_t cells, std::size_t of) { return cells * 100 <= of * 8; };
    std::erase_if(out, [&](Block const& block) {
        bool const side = near(block.left, page.columns()) || near(page.columns() - block.right, page.columns());
        bool const edge = near(block.top, page.rows()) || near(page.rows() - block.bottom, page.rows());
        return !side || !edge;
    });
    return out;
}

// The mean of up to five pixels going out of the area from a place at its edge; nothing at the edge of the picture.
class Around {
public:
    Around(Grey const& picture, Rectangle const& area) : picture_(picture), area_(area) {}

    std::uint8_t at(std::int64_t x, std::int64_t y) const {
        double sum = 0;
        double weights = 0;
        auto const add = [&](std::optional<double> const& value, std::int64_t apart) {
            if (!value) return;
            auto const weight = 1.0 / static_cast<double>(apart);
            sum += *value * weight;
            weights += weight;
        };
        add(outside(area_.left - 1, y, -1, 0), x - area_.left + 1);
        add(outside(area_.left + area_.width, y, 1, 0), area_.left + area_.width - x);
        add(outside(x, area_.top - 1, 0, -1), y - area_.top + 1);
        add(outside(x, area_.top + area_.height, 0, 1), area_.top + area_.height - y);
        return weights == 0 ? 0 : static_cast<std::uint8_t>(sum / weights);
    }

private:
    std::optional<double> outside(std::int64_t x, std::int64_t y, int right, int down) const {
        int sum = 0;
        int count = 0;
        for (; count < 5; ++count, x += right, y += down) {
            if (x < 0 || y < 0 || x >= static_cast<std::int64_t>(picture_.width) ||
                y >= static_cast<std::int64_t>(picture_.height))
                break;
            sum += picture_.at(static_cast<std::size_t>(x), static_cast<std::size_t>(y));
        }
        return count == 0 ? std::nullopt : std::optional(static_cast<double>(sum) / count);
    }

    Grey const& picture_;
    Rectangle const& area_;
};

}  // namespace

std::vector<Rectangle> find_strips(Grey const& picture) {
    if (picture.width < kSmallest || picture.height < kSmallest) return {};
    Page const page(shrunk_to(picture, kSide));
    auto found = blocks(page);
    std::ranges::sort(found, {}, &Block::top);
    std::vector<Rectangle> out;
    auto const scaled = [](std::int64_t at, std::size_t size, std::size_t of) {
        return at * static_cast<std::int64_t>(size) / static_cast<std::int64_t>(of);
    };
    for (auto const& block : found) {
        if (out.size() == kMost) break;
        auto const area = page.with_card(block);
        auto const left = scaled(area.left, picture.width, page.width());
        auto const top = scaled(area.top, picture.height, page.height());
        out.push_back({left, top, scaled(area.left + area.width, picture.width, page.width()) - left,
                       scaled(area.top + area.height, picture.height, page.height()) - top});
    }
    return out;
}

Grey without(Grey picture, std::vector<Rectangle> const& areas) {
    for (auto const& area : areas) {
        Around const around(picture, area);
        auto const filled = [&] {
            std::vector<std::uint8_t> out;
            out.reserve(static_cast<std::size_t>(area.width * area.height));
            for (auto y = area.top; y < area.top + area.height; ++y)
                for (auto x = area.left; x < area.left + area.width; ++x) out.push_back(around.at(x, y));
            return out;
        }();
        auto from = filled.begin();
        for (auto y = area.top; y < area.top + area.height; ++y, from += area.width)
            std::copy_n(from, area.width, picture.row(static_cast<std::size_t>(y)) + area.left);
    }
    return picture;
}

}  // namespace anping::picture
