// SPDX-License-Identifier: Apache-2.0
#include "ofd_geometry.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace anping::worker {
namespace {

constexpr double kFarthest = 1e6;

// The next word, without the blanks before it; the rest stays in `text`.
std::string_view word(std::string_view& text) {
    constexpr std::string_view kBlanks = " \t\r\n,";
    auto const from = std::min(text.find_first_not_of(kBlanks), text.size());
    auto const to = std::min(text.find_first_of(kBlanks, from), text.size());
    auto const out = text.substr(from, to - from);
    text.remove_prefix(to);
    return out;
}

std::optional<double> number(std::string_view word) {
    if (word.starts_with('+')) word.remove_prefix(1);
    double out = 0;
    auto const [end, problem] = std::from_chars(word.data(), word.data() + word.size(), out);
    if (word.empty() || problem != std::errc() || end != word.data() + word.size() || !std::isfinite(out))
        return std::nullopt;
    return std::clamp(out, -kFarthest, kFarthest);
}

}  // namespace

Matrix Matrix::after(Matrix const& inner) const {
    auto const cut = [](double value) { return std::isfinite(value) ? std::clamp(value, -1e12, 1e12) : 0; };
    return {cut(inner.a * a + inner.b * c), cut(inner.a * b + inner.b * d),     cut(inner.c * a + inner.d * c),
            cut(inner.c * b + inner.d * d), cut(inner.e * a + inner.f * c + e), cut(inner.e * b + inner.f * d + f)};
}

double Matrix::scale() const { return std::sqrt(std::abs(a * d - b * c)); }

std::vector<double> numbers(std::string_view text, std::size_t most) {
    std::vector<double> out;
    while (out.size() < most) {
        auto const one = number(word(text));
        if (!one) break;
        out.push_back(*one);
    }
    return out;
}

std::vector<double> deltas(std::string_view text, std::size_t most) {
    std::vector<double> out;
    while (out.size() < most) {
        auto const next = word(text);
        if (next == "g" || next == "G") {
            auto const times = number(word(text));
            auto const value = number(word(text));
            if (!times || !value || *times < 0) break;
            out.insert(out.end(), std::min(static_cast<std::size_t>(*times), most - out.size()), *value);
            continue;
        }
        auto const one = number(next);
        if (!one) break;
        out.push_back(*one);
    }
    return out;
}

Matrix matrix_of(std::string_view text) {
    auto const six = numbers(text, 6);
    return six.size() == 6 ? Matrix{six[0], six[1], six[2], six[3], six[4], six[5]} : Matrix{};
}

vault::Box box_of(std::string_view text) {
    auto const four = numbers(text, 4);
    if (four.size() != 4) return {};
    return {four[0] + std::min(four[2], 0.0), four[1] + std::min(four[3], 0.0), std::abs(four[2]), std::abs(four[3])};
}

vault::Box moved(vault::Box const& box, Matrix const& m) {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    for (int corner = 0; corner < 4; ++corner) {
        double const x = box.x + (corner % 2 == 1 ? box.width : 0);
        double const y = box.y + (corner / 2 == 1 ? box.height : 0);
        double const to_x = x * m.a + y * m.c + m.e;
        double const to_y = x * m.b + y * m.d + m.f;
        left = corner == 0 ? to_x : std::min(left, to_x);
        top = corner == 0 ? to_y : std::min(top, to_y);
        right = corner == 0 ? to_x : std::max(right, to_x);
        bottom = corner == 0 ? to_y : std::max(bottom, to_y);
    }
    return {left, top, right - left, bottom - top};
}

vault::Box united(vault::Box const& one, vault::Box const& other) {
    auto const left = std::min(one.x, other.x);
    auto const top = std::min(one.y, other.y);
    return {left, top, std::max(one.x + one.width, other.x + other.width) - left,
            std::max(one.y + one.height, other.y + other.height) - top};
}

vault::Box in_points(vault::Box const& box, vault::Box const& page) {
    // Whatever a file says, a place stays a number that can be written and drawn.
    auto const points = [](double value) { return std::clamp(value * kPointsPerMillimetre, -kFarthest, kFarthest); };
    return {points(box.x - page.x), points(box.y - page.y), points(box.width), points(box.height)};
}

double common_area(vault::Box const& one, vault::Box const& other) {
    auto const width = std::min(one.x + one.width, other.x + other.width) - std::max(one.x, other.x);
    auto const height = std::min(one.y + one.height, other.y + other.height) - std::max(one.y, other.y);
    return std::max(width, 0.0) * std::max(height, 0.0);
}

}  // namespace anping::worker
