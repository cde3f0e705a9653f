// SPDX-License-Identifier: Apache-2.0
#include <anping/text/align.hpp>

#include <algorithm>
#include <bit>
#include <cstring>

namespace anping::text {
namespace {

constexpr std::int32_t kBand = 48;
constexpr std::size_t kMiddle = kBand + 2;
constexpr std::int32_t kNowhere = -(1 << 30);
constexpr double kDrop = 40;

std::uint64_t eight(Code const* at) noexcept {
    std::uint64_t out = 0;
    std::memcpy(&out, at, sizeof out);
    return out;
}

// The two texts as an alignment from their starts sees them.
struct Starts {
    Code const* a;
    Code const* b;
    std::int32_t a_size;
    std::int32_t b_size;
    // Characters equal from i and j on.
    std::int32_t run(std::int32_t i, std::int32_t j) const noexcept {
        auto const most = std::min(a_size - i, b_size - j);
        std::int32_t out = 0;
        for (; out + 8 <= most; out += 8)
            if (auto const unlike = eight(a + i + out) ^ eight(b + j + out); unlike != 0)
                return out + std::countr_zero(unlike) / 8;
        while (out < most && a[i + out] == b[j + out]) ++out;
        return out;
    }
};

// The same from their ends; `a` and `b` are past the last characters.
struct Ends {
    Code const* a;
    Code const* b;
    std::int32_t a_size;
    std::int32_t b_size;
    std::int32_t run(std::int32_t i, std::int32_t j) const noexcept {
        auto const most = std::min(a_size - i, b_size - j);
        std::int32_t out = 0;
        for (; out + 8 <= most; out += 8)
            if (auto const unlike = eight(a - i - out - 8) ^ eight(b - j - out - 8); unlike != 0)
                return out + std::countl_zero(unlike) / 8;
        while (out < most && a[-i - out - 1] == b[-j - out - 1]) ++out;
        return out;
    }
};

double score_of(std::int32_t i, std::int32_t j, std::uint32_t differences) noexcept {
    return 0.5 * static_cast<double>(i + j) - 2.0 * differences;
}

void take(std::int32_t i, std::int32_t j, std::uint32_t differences, Extent& best) noexcept {
    auto const score = score_of(i, j, differences);
    if (score > best.score) best = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), differences, score};
}

}  // namespace

// One difference more on every diagonal that is followed; false when none is left.
template <class Texts>
bool Aligner::step(Texts const& texts, std::uint32_t differences, Extent& best) {
    std::swap(now_, before_);
    auto const at = [](std::int32_t diagonal) { return static_cast<std::size_t>(diagonal) + kMiddle; };
    auto const low = std::max(low_ - 1, -kBand);
    auto const high = std::min(high_ + 1, kBand);
    std::int32_t first = high + 1;
    std::int32_t last = low - 1;
    for (auto k = low; k <= high; ++k) {
        auto const i = std::max({before_[at(k - 1)] + 1, before_[at(k)] + 1, before_[at(k + 1)]});
        auto& reached = now_[at(k)];
        reached = kNowhere;
        auto const j = i - k;
        if (i < 0 || j < 0 || i > texts.a_size || j > texts.b_size) continue;
        auto const run = texts.run(i, j);
        take(i + run, j + run, differences, best);
        if (score_of(i + run, j + run, differences) < best.score - kDrop) continue;
        reached = i + run;
        first = std::min(first, k);
        last = k;
    }
    // The next step reads two diagonals beside those that are followed.
    for (auto const beside : {low - 2, low - 1, high + 1, high + 2}) now_[at(beside)] = kNowhere;
    low_ = first;
    high_ = last;
    return first <= last;
}

template <class Texts>
Extent Aligner::align(Texts const& texts) {
    now_.assign(2 * kMiddle + 1, kNowhere);
    before_.assign(2 * kMiddle + 1, kNowhere);
    low_ = high_ = 0;
    Extent best;
    auto const run = texts.run(0, 0);
    now_[kMiddle] = run;
    take(run, run, 0, best);
    for (std::uint32_t differences = 1; step(texts, differences, best); ++differences) {}
    return best;
}

Extent Aligner::forward(std::span<Code const> a, std::span<Code const> b) {
    return align(Starts{a.data(), b.data(), static_cast<std::int32_t>(a.size()), static_cast<std::int32_t>(b.size())});
}

Extent Aligner::backward(std::span<Code const> a, std::span<Code const> b) {
    return align(Ends{a.data() + a.size(), b.data() + b.size(), static_cast<std::int32_t>(a.size()),
                      static_cast<std::int32_t>(b.size())});
}

}  // namespace anping::text
