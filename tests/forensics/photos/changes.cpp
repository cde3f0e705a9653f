// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "photo.hpp"

namespace photos {
namespace {

Photo blank(int width, int height, std::uint8_t grey) {
    auto const size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
    return {width, height, std::vector<std::uint8_t>(size, grey)};
}

// Each pixel from the place of the old picture `where` says, mixed from the four around it.
Photo sampled(Photo const& photo, int width, int height, auto const& where) {
    auto out = blank(width, height, 0);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            auto const [from_x, from_y] = where(x, y);
            auto const px = std::clamp(from_x, 0.0, photo.width - 1.001);
            auto const py = std::clamp(from_y, 0.0, photo.height - 1.001);
            auto const left = static_cast<int>(px);
            auto const top = static_cast<int>(py);
            auto const right = std::min(left + 1, photo.width - 1);
            auto const below = std::min(top + 1, photo.height - 1);
            for (int c = 0; c < 3; ++c) {
                auto const upper = photo.at(left, top)[c] * (1 - px + left) + photo.at(right, top)[c] * (px - left);
                auto const lower = photo.at(left, below)[c] * (1 - px + left) + photo.at(right, below)[c] * (px - left);
                out.at(x, y)[c] = static_cast<std::uint8_t>(std::lround(upper * (1 - py + top) + lower * (py - top)));
            }
        }
    }
    return out;
}

// The mean of the pixels that become one.
void average(Photo const& photo, Photo& out, int x, int y) {
    auto const from_x = x * photo.width / out.width;
    auto const from_y = y * photo.height / out.height;
    auto const to_x = std::max(from_x + 1, (x + 1) * photo.width / out.width);
    auto const to_y = std::max(from_y + 1, (y + 1) * photo.height / out.height);
    for (int c = 0; c < 3; ++c) {
        int sum = 0;
        for (int v = from_y; v < to_y; ++v)
            for (int u = from_x; u < to_x; ++u) sum += photo.at(u, v)[c];
        out.at(x, y)[c] = static_cast<std::uint8_t>(sum / ((to_x - from_x) * (to_y - from_y)));
    }
}

}  // namespace

Photo cropped(Photo const& photo, int left_over, int off_x, int off_y) {
    auto const width = photo.width * left_over / 100;
    auto const height = photo.height * left_over / 100;
    auto const left = std::clamp((photo.width - width) / 2 + photo.width * off_x / 100, 0, photo.width - width);
    auto const top = std::clamp((photo.height - height) / 2 + photo.height * off_y / 100, 0, photo.height - height);
    auto out = blank(width, height, 0);
    for (int y = 0; y < height; ++y) std::copy_n(photo.at(left, top + y), width * 3, out.at(0, y));
    return out;
}

Photo scaled(Photo const& photo, int percent) {
    auto out = blank(std::max(1, photo.width * percent / 100), std::max(1, photo.height * percent / 100), 0);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) average(photo, out, x, y);
    return out;
}

Photo turned(Photo const& photo, double degrees) {
    auto const angle = degrees * std::numbers::pi / 180;
    auto const cosine = std::cos(angle);
    auto const sine = std::sin(angle);
    auto const w = static_cast<double>(photo.width);
    auto const h = static_cast<double>(photo.height);
    auto const across = std::abs(sine) * std::max(w / h, h / w) + std::abs(cosine);
    auto const width = static_cast<int>(w / across);
    auto const height = static_cast<int>(h / across);
    return sampled(photo, width, height, [&](int x, int y) {
        auto const u = x - width / 2.0;
        auto const v = y - height / 2.0;
        return std::pair{w / 2 + u * cosine - v * sine, h / 2 + u * sine + v * cosine};
    });
}

Photo quarter_turned(Photo const& photo) {
    auto out = blank(photo.height, photo.width, 0);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) std::copy_n(photo.at(y, photo.height - 1 - x), 3, out.at(x, y));
    return out;
}

Photo mirrored(Photo const& photo) {
    auto out = photo;
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) std::copy_n(photo.at(out.width - 1 - x, y), 3, out.at(x, y));
    return out;
}

Photo bordered(Photo const& photo, int percent, std::uint8_t grey) {
    auto const side = std::max(photo.width, photo.height) * percent / 100;
    auto out = blank(photo.width + 2 * side, photo.height + 2 * side, grey);
    for (int y = 0; y < photo.height; ++y) std::copy_n(photo.at(0, y), photo.width * 3, out.at(side, side + y));
    return out;
}

Photo brightened(Photo const& photo, double gamma) {
    auto out = photo;
    for (auto& one : out.rgb) one = static_cast<std::uint8_t>(std::lround(255 * std::pow(one / 255.0, gamma)));
    return out;
}

}  // namespace photos
