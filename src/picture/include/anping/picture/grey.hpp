// SPDX-License-Identifier: Apache-2.0
// Pictures without colour, and parts of them.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <vector>

namespace anping::picture {

// Brightness 0 to 255, row after row from the upper left.
struct Grey {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::uint8_t> pixels;

    std::uint8_t const* row(std::size_t y) const { return pixels.data() + y * width; }
    std::uint8_t* row(std::size_t y) { return pixels.data() + y * width; }
    std::uint8_t at(std::size_t x, std::size_t y) const { return pixels[y * width + x]; }
    bool empty() const { return pixels.empty(); }
};

// In pixels, within the picture it is of.
struct Rectangle {
    std::int64_t left = 0;
    std::int64_t top = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
    bool operator==(Rectangle const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rectangle, (), (left, top, width, height))

// From three bytes a pixel, weighted as ITU-R BT.601 does.
Grey grey_of(std::size_t width, std::size_t height, std::vector<std::uint8_t> const& rgb);

// The part of `area` that is in the picture.
Grey cropped(Grey const& picture, Rectangle const& area);
// The middle of it, `percent` of either side.
Grey inner(Grey const& picture, int percent);
// Of the size asked for, each pixel the mean of the area it stands for; sides are only made shorter.
Grey shrunk(Grey const& picture, std::size_t width, std::size_t height);
// No side longer than `side`, its shape kept.
Grey shrunk_to(Grey const& picture, std::size_t side);

}  // namespace anping::picture
