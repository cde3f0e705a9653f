// SPDX-License-Identifier: Apache-2.0
#include <anping/picture/hash.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace anping::picture {
namespace {

constexpr std::size_t kGrid = 64;
constexpr std::size_t kLow = 16;  // frequencies 1 to 16 of either direction
constexpr std::size_t kSide = 512;

using Means = std::array<std::array<float, kGrid>, kGrid>;
using Spectrum = std::array<std::array<float, kLow>, kLow>;  // row frequency, column frequency
using Cosines = std::array<std::array<float, kGrid>, kLow>;

struct Field {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<float> values;
};

// As many values as there are between two points of the grid, halved: the two passes make up for it.
std::size_t window(std::size_t size) { return (size + 2 * kGrid - 1) / (2 * kGrid); }

// The mean of `window` values about each; at the ends of those there are. `add` and `take` change the running sum by
// one value, `put` writes the mean.
template <class Add, class Take, class Put>
void slide(std::size_t size, std::size_t window, Add const& add, Take const& take, Put const& put) {
    auto const ahead = (window + 2) / 2;
    auto const behind = window - ahead;
    std::size_t from = 0;
    std::size_t to = 0;
    for (std::size_t at = 0; at < size; ++at) {
        while (to < std::min(size, at + ahead)) add(to++);
        while (from + behind < at) take(from++);
        put(at, to - from);
    }
}

void filter_rows(Field& field, std::vector<float>& line) {
    line.resize(field.width);
    for (std::size_t y = 0; y < field.height; ++y) {
        auto* const row = &field.values[y * field.width];
        float sum = 0;
        slide(
            field.width, window(field.width), [&](std::size_t x) { sum += row[x]; },
            [&](std::size_t x) { sum -= row[x]; },
            [&](std::size_t x, std::size_t count) { line[x] = sum / static_cast<float>(count); });
        std::copy(line.begin(), line.end(), row);
    }
}

void filter_columns(Field& field) {
    std::vector<float> out(field.values.size());
    std::vector<float> sums(field.width);
    auto const row = [&](std::size_t y) { return &field.values[y * field.width]; };
    slide(
        field.height, window(field.height),
        [&](std::size_t y) {
            for (std::size_t x = 0; x < field.width; ++x) sums[x] += row(y)[x];
        },
        [&](std::size_t y) {
            for (std::size_t x = 0; x < field.width; ++x) sums[x] -= row(y)[x];
        },
        [&](std::size_t y, std::size_t count) {
            for (std::size_t x = 0; x < field.width; ++x)
                out[y * field.width + x] = sums[x] / static_cast<float>(count);
        });
    field.values = std::move(out);
}

Means means_of(Grey const& picture) {
    Field field{picture.width, picture.height, {picture.pixels.begin(), picture.pixels.end()}};
    std::vector<float> line;
    for (int pass = 0; pass < 2; ++pass) {
        filter_rows(field, line);
        filter_columns(field);
    }
    Means out{};
    for (std::size_t i = 0; i < kGrid; ++i) {
        auto const y = (2 * i + 1) * field.height / (2 * kGrid);
        for (std::size_t j = 0; j < kGrid; ++j)
            out[i][j] = field.values[y * field.width + (2 * j + 1) * field.width / (2 * kGrid)];
    }
    return out;
}

int quality_of(Means const& means) {
    int sum = 0;
    auto const step = [](float a, float b) { return std::abs(static_cast<int>((a - b) * 100 / 255)); };
    for (std::size_t i = 0; i < kGrid; ++i) {
        for (std::size_t j = 0; j < kGrid; ++j) {
            if (i + 1 < kGrid) sum += step(means[i][j], means[i + 1][j]);
            if (j + 1 < kGrid) sum += step(means[i][j], means[i][j + 1]);
        }
    }
    return std::min(100, sum / 90);
}

Cosines make_cosines() {
    Cosines out{};
    auto const scale = std::sqrt(2.0 / kGrid);
    for (std::size_t i = 0; i < kLow; ++i)
        for (std::size_t j = 0; j < kGrid; ++j) {
            auto const angle = std::numbers::pi / (2 * kGrid) * static_cast<double>((i + 1) * (2 * j + 1));
            out[i][j] = static_cast<float>(scale * std::cos(angle));
        }
    return out;
}

Spectrum spectrum_of(Means const& means) {
    static Cosines const kCosines = make_cosines();
    std::array<std::array<float, kGrid>, kLow> half{};
    for (std::size_t i = 0; i < kLow; ++i)
        for (std::size_t k = 0; k < kGrid; ++k)
            for (std::size_t j = 0; j < kGrid; ++j) half[i][j] += kCosines[i][k] * means[k][j];
    Spectrum out{};
    for (std::size_t i = 0; i < kLow; ++i)
        for (std::size_t j = 0; j < kLow; ++j)
            for (std::size_t k = 0; k < kGrid; ++k) out[i][j] += half[i][k] * kCosines[j][k];
    return out;
}

// A mirrored picture has the odd frequencies of that direction negated, a transposed one the transposed spectrum.
Spectrum turned(Spectrum const& spectrum, std::size_t turn) {
    Spectrum out{};
    for (std::size_t i = 0; i < kLow; ++i) {
        for (std::size_t j = 0; j < kLow; ++j) {
            bool const negative = ((turn & 1) != 0 && j % 2 == 0) != ((turn & 2) != 0 && i % 2 == 0);
            auto const value = (turn & 4) != 0 ? spectrum[j][i] : spectrum[i][j];
            out[i][j] = negative ? -value : value;
        }
    }
    return out;
}

Hash256 bits_of(Spectrum const& spectrum) {
    std::array<float, kLow * kLow> values{};
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = spectrum[i / kLow][i % kLow];
    auto sorted = values;
    auto const middle = sorted.begin() + (sorted.size() - 1) / 2;
    std::nth_element(sorted.begin(), middle, sorted.end());
    Hash256 out;
    for (std::size_t i = 0; i < values.size(); ++i)
        out.words[i / 64] |= static_cast<std::uint64_t>(values[i] > *middle) << (i % 64);
    return out;
}

}  // namespace

int distance(Hash256 const& a, Hash256 const& b) noexcept {
    int out = 0;
    for (std::size_t i = 0; i < a.words.size(); ++i) out += std::popcount(a.words[i] ^ b.words[i]);
    return out;
}

std::string to_hex(Hash256 const& hash) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (int digit = 63; digit >= 0; --digit) {
        auto const word = hash.words[static_cast<std::size_t>(digit) / 16];
        out += kDigits[word >> (digit % 16 * 4) & 15];
    }
    return out;
}

std::optional<Hash256> hash_from_hex(std::string_view text) noexcept {
    if (text.size() != 64) return std::nullopt;
    Hash256 out;
    for (std::size_t i = 0; i < 64; ++i) {
        auto const c = text[i];
        bool const number = c >= '0' && c <= '9';
        if (!number && (c < 'a' || c > 'f')) return std::nullopt;
        auto& word = out.words[(63 - i) / 16];
        word = word << 4 | static_cast<std::uint64_t>(number ? c - '0' : c - 'a' + 10);
    }
    return out;
}

Pdq pdq_of(Grey const& picture) {
    Pdq out;
    if (picture.empty()) return out;
    auto const means = means_of(shrunk(picture, kSide, kSide));
    out.quality = quality_of(means);
    auto const spectrum = spectrum_of(means);
    for (std::size_t turn = 0; turn < kTurns; ++turn) out.turned[turn] = bits_of(turned(spectrum, turn));
    return out;
}

Hash256 gradient_hash(Grey const& picture) {
    constexpr std::size_t kRows = 16;
    auto const small = shrunk(picture, kRows + 1, kRows);
    Hash256 out;
    if (small.width != kRows + 1 || small.height != kRows) return out;
    for (std::size_t i = 0; i < kRows * kRows; ++i) {
        auto const x = i % kRows;
        auto const y = i / kRows;
        out.words[i / 64] |= static_cast<std::uint64_t>(small.at(x, y) > small.at(x + 1, y)) << (i % 64);
    }
    return out;
}

}  // namespace anping::picture
