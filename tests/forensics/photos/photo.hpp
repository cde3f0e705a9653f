// SPDX-License-Identifier: Apache-2.0
// Photos, and what is done to them before they are handed in a second time. Needs nothing of the product.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace photos {

struct Photo {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;

    std::uint8_t* at(int x, int y) {
        return &rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3];
    }
    std::uint8_t const* at(int x, int y) const { return const_cast<Photo*>(this)->at(x, y); }
};

// Throws std::runtime_error.
Photo read_jpeg(std::filesystem::path const& file);
void write_jpeg(Photo const& photo, int quality, std::filesystem::path const& file);
Photo recoded(Photo const& photo, int quality);  // as it comes out of such a file

// Percent of either side: how much is left, and how far its middle is off the middle.
Photo cropped(Photo const& photo, int left_over, int off_x = 0, int off_y = 0);
Photo scaled(Photo const& photo, int percent);
Photo turned(Photo const& photo, double degrees);  // the largest part of its shape that has no empty corner
Photo quarter_turned(Photo const& photo);
Photo mirrored(Photo const& photo);
Photo bordered(Photo const& photo, int percent, std::uint8_t grey);
Photo brightened(Photo const& photo, double gamma);

// As apps that stamp time and place leave them; `number` chooses what they say.
enum class Stamp { corner, band, date, card };
Photo stamped(Photo const& photo, Stamp stamp, int number);
// What it says instead, in UTF-8; `date` shows the time alone, `band` not the project.
struct StampWords {
    std::string project, place, time, weather;
};
Photo stamped(Photo const& photo, Stamp stamp, StampWords const& words);

}  // namespace photos
