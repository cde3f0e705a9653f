// SPDX-License-Identifier: Apache-2.0
#include <anping/picture/grey.hpp>

#include <algorithm>
#include <cmath>

namespace anping::picture {
namespace {

// Which of the old pixels a new one stands for, the first and the last of them in part.
struct Span {
    std::size_t from = 0;
    std::vector<float> weights;  // they add up to 1
};

std::vector<Span> spans(std::size_t old_size, std::size_t new_size) {
    std::vector<Span> out(new_size);
    auto const step = static_cast<double>(old_size) / static_cast<double>(new_size);
    for (std::size_t i = 0; i < new_size; ++i) {
        auto const from = static_cast<double>(i) * step;
        auto const to = std::min(from + step, static_cast<double>(old_size));
        out[i].from = static_cast<std::size_t>(from);
        for (auto at = out[i].from; static_cast<double>(at) < to; ++at) {
            auto const low = std::max(from, static_cast<double>(at));
            auto const high = std::min(to, static_cast<double>(at + 1));
            out[i].weights.push_back(static_cast<float>((high - low) / (to - from)));
        }
    }
    return out;
}

std::vector<float> shrunk_row(std::uint8_t const* row, std::vector<Span> const& columns) {
    std::vector<float> out;
    out.reserve(columns.size());
    for (auto const& span : columns) {
        float sum = 0;
        for (std::size_t i = 0; i < span.weights.size(); ++i) sum += span.weights[i] * row[span.from + i];
        out.push_back(sum);
    }
    return out;
}

}  // namespace

Grey grey_of(std::size_t width, std::size_t height, std::vector<std::uint8_t> const& rgb) {
    Grey out{width, height, {}};
    out.pixels.reserve(width * height);
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
        auto const sum = 299u * rgb[i] + 587u * rgb[i + 1] + 114u * rgb[i + 2];
        out.pixels.push_back(static_cast<std::uint8_t>((sum + 500) / 1000));
    }
    out.pixels.resize(width * height);
    return out;
}

Grey cropped(Grey const& picture, Rectangle const& area) {
    auto const within = [](std::int64_t value, std::size_t size) {
        return static_cast<std::size_t>(std::clamp<std::int64_t>(value, 0, static_cast<std::int64_t>(size)));
    };
    auto const left = within(area.left, picture.width);
    auto const right = within(area.left + area.width, picture.width);
    auto const top = within(area.top, picture.height);
    auto const bottom = within(area.top + area.height, picture.height);
    if (right <= left || bottom <= top) return {};
    Grey out{right - left, bottom - top, {}};
    out.pixels.reserve(out.width * out.height);
    for (auto y = top; y < bottom; ++y)
        out.pixels.insert(out.pixels.end(), picture.row(y) + left, picture.row(y) + right);
    return out;
}

Grey inner(Grey const& picture, int percent) {
    auto const part = [percent](std::size_t size) { return static_cast<std::int64_t>(size) * percent / 100; };
    auto const width = part(picture.width);
    auto const height = part(picture.height);
    return cropped(picture, {(static_cast<std::int64_t>(picture.width) - width) / 2,
                             (static_cast<std::int64_t>(picture.height) - height) / 2, width, height});
}

Grey shrunk(Grey const& picture, std::size_t width, std::size_t height) {
    width = std::min(width, picture.width);
    height = std::min(height, picture.height);
    if (width == picture.width && height == picture.height) return picture;
    auto const columns = spans(picture.width, width);
    Grey out{width, height, {}};
    out.pixels.reserve(width * height);
    for (auto const& rows : spans(picture.height, height)) {
        std::vector<float> sums(width);
        for (std::size_t i = 0; i < rows.weights.size(); ++i) {
            auto const row = shrunk_row(picture.row(rows.from + i), columns);
            for (std::size_t x = 0; x < width; ++x) sums[x] += rows.weights[i] * row[x];
        }
        for (auto const sum : sums)
            out.pixels.push_back(static_cast<std::uint8_t>(std::clamp(std::lround(sum), 0l, 255l)));
    }
    return out;
}

Grey shrunk_to(Grey const& picture, std::size_t side) {
    auto const longest = std::max(picture.width, picture.height);
    if (longest <= side) return picture;
    auto const scaled = [&](std::size_t size) {
        return std::max<std::size_t>(1, (size * side + longest / 2) / longest);
    };
    return shrunk(picture, scaled(picture.width), scaled(picture.height));
}

}  // namespace anping::picture
