// SPDX-License-Identifier: Apache-2.0
// Pictures by chance that have what photos have: large shapes, small ones, and grain.
#pragma once

#include <algorithm>
#include <cmath>
#include <random>

#include <anping/picture/grey.hpp>

namespace anping::picture {

inline Grey drawn(unsigned seed, std::size_t width = 320, std::size_t height = 240) {
    std::mt19937 random{seed};
    auto const upto = [&](double most) { return most * static_cast<double>(random() % 10'000) / 10'000; };
    std::vector<double> sums(width * height, 128);
    for (int wave = 1; wave <= 40; ++wave) {
        auto const across = (upto(2) - 1) * wave / 40.0 / 3;
        auto const down = (upto(2) - 1) * wave / 40.0 / 3;
        auto const phase = upto(6.3);
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] +=
                40.0 / std::sqrt(wave) *
                std::sin(phase + across * static_cast<double>(i % width) + down * static_cast<double>(i / width));
    }
    Grey out{width, height, {}};
    out.pixels.reserve(sums.size());
    for (auto const sum : sums) out.pixels.push_back(static_cast<std::uint8_t>(std::clamp(sum + upto(6), 0.0, 255.0)));
    return out;
}

// The picture laid as `turn` says (hash.hpp).
inline Grey laid(Grey const& picture, std::size_t turn) {
    bool const side = (turn & 4) != 0;
    Grey out{side ? picture.height : picture.width, side ? picture.width : picture.height, {}};
    for (std::size_t y = 0; y < out.height; ++y)
        for (std::size_t x = 0; x < out.width; ++x) {
            auto const u = (turn & 1) != 0 ? out.width - 1 - x : x;
            auto const v = (turn & 2) != 0 ? out.height - 1 - y : y;
            out.pixels.push_back(side ? picture.at(v, u) : picture.at(u, v));
        }
    return out;
}

// Strokes of one brightness where lines of writing would be: glyphs of eight by ten pixels.
inline void write_line(Grey& picture, std::size_t left, std::size_t base, std::size_t glyphs, std::uint8_t ink) {
    std::mt19937 random{static_cast<unsigned>(base)};
    for (std::size_t glyph = 0; glyph < glyphs; ++glyph)
        for (std::size_t stroke = 0; stroke < 3; ++stroke) {
            auto const upright = left + glyph * 10 + random() % 8;
            auto const level = base + random() % 10;
            for (std::size_t i = 0; i < 10; ++i) picture.row(base + i)[upright] = ink;
            for (std::size_t i = 0; i < 8; ++i) picture.row(level)[left + glyph * 10 + i] = ink;
        }
}

}  // namespace anping::picture
