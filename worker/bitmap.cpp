// SPDX-License-Identifier: Apache-2.0
#include "bitmap.hpp"

#include <png.h>

#include <algorithm>
#include <stdexcept>

namespace anping::worker {

Shrinker::Shrinker(std::size_t width, std::size_t height)
    : width_(width), factor_((std::max(width, height) + kThumbnailSide - 1) / kThumbnailSide) {
    factor_ = std::max<std::size_t>(factor_, 1);
    out_.width = (width + factor_ - 1) / factor_;
    sums_.assign(out_.width * 3, 0);
}

void Shrinker::add(std::span<std::uint8_t const> row) {
    auto const* from = row.data();
    for (std::size_t x = 0; x < out_.width; ++x) {
        auto const* const end = from + std::min(factor_, width_ - x * factor_) * 3;
        auto* const sum = &sums_[x * 3];
        for (; from != end; from += 3) {
            sum[0] += from[0];
            sum[1] += from[1];
            sum[2] += from[2];
        }
    }
    if (++rows_ == factor_) flush();
}

void Shrinker::flush() {
    for (std::size_t x = 0; x < out_.width; ++x) {
        auto const columns = std::min(factor_, width_ - x * factor_);
        for (std::size_t channel = 0; channel < 3; ++channel)
            out_.rgb.push_back(static_cast<std::uint8_t>(sums_[x * 3 + channel] / (columns * rows_)));
    }
    ++out_.height;
    rows_ = 0;
    std::fill(sums_.begin(), sums_.end(), 0);
}

Bitmap Shrinker::finish() && {
    if (rows_ > 0) flush();
    return std::move(out_);
}

Bitmap turned(Bitmap picture, int orientation) {
    if (orientation < 2 || orientation > 8) return picture;
    bool const side = lies_on_side(orientation);
    Bitmap out;
    out.width = side ? picture.height : picture.width;
    out.height = side ? picture.width : picture.height;
    out.rgb.resize(picture.rgb.size());
    bool const from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    bool const from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (std::size_t y = 0; y < out.height; ++y) {
        for (std::size_t x = 0; x < out.width; ++x) {
            auto from_x = side ? y : x;
            auto from_y = side ? x : y;
            if (from_right) from_x = picture.width - 1 - from_x;
            if (from_below) from_y = picture.height - 1 - from_y;
            auto const* from = &picture.rgb[(from_y * picture.width + from_x) * 3];
            std::copy(from, from + 3, &out.rgb[(y * out.width + x) * 3]);
        }
    }
    return out;
}

namespace {

png_image image_of(Bitmap const& picture) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    image.flags = PNG_IMAGE_FLAG_FAST;
    return image;
}

}  // namespace

std::string png_of(Bitmap const& picture, std::size_t limit) {
    auto image = image_of(picture);
    std::string out(limit, '\0');
    png_alloc_size_t size = out.size();
    if (png_image_write_to_memory(&image, out.data(), &size, 0, picture.rgb.data(), 0, nullptr) == 0) return "";
    out.resize(size);
    return out;
}

void write_png(Bitmap const& picture, std::string const& path) {
    auto image = image_of(picture);
    if (png_image_write_to_file(&image, path.c_str(), 0, picture.rgb.data(), 0, nullptr) == 0)
        throw std::runtime_error("cannot write the picture");
}

}  // namespace anping::worker
