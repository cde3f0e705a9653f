// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace anping::worker {

// Eight bits of red, green, blue, row after row.
struct Bitmap {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::uint8_t> rgb;
};

inline constexpr std::size_t kThumbnailSide = 1280;
inline constexpr std::int64_t kMaxPixels = 100'000'000;

// Takes the rows of a picture of any size and keeps one that fits kThumbnailSide: means of squares of pixels.
class Shrinker {
public:
    Shrinker(std::size_t width, std::size_t height);
    void add(std::span<std::uint8_t const> row);  // 3 × width bytes
    Bitmap finish() &&;

private:
    void flush();

    std::size_t width_;
    std::size_t factor_;
    std::size_t rows_ = 0;  // in the sums
    std::vector<std::uint32_t> sums_;
    Bitmap out_;
};

// As the camera was held: EXIF orientation 1 to 8.
Bitmap turned(Bitmap picture, int orientation);
inline bool lies_on_side(int orientation) { return orientation >= 5 && orientation <= 8; }

// Throws std::runtime_error when it cannot be written.
void write_png(Bitmap const& picture, std::string const& path);
// Empty when it would be longer than `limit`.
std::string png_of(Bitmap const& picture, std::size_t limit);

}  // namespace anping::worker
