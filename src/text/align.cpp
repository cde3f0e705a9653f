// SPDX-License-Identifier: Apache-2.0
#include <anping/text/align.hpp>

#include <algorithm>
#include <bit>
#include <cstring>

namespace anping::text {
namespace {

constexpr std::int32_t kNowhere = -(1 << 30);

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

bool beyond(std::int32_t at, std::int32_t size) noexcept {  // negative ones too
    return static_cast<std::uint32_t>(at) > static_cast<std::uint32_t>(size);
}

// Twice the score, so that it is whole.
std::int32_t score_of(std::int32_t i, std::int32_t j, std::uint32_t differences) noexcept {
    return i + j - 4 * static_cast<std::int32_t>(differences);
}

}  // namespace

// One difference more on every diagonal that is followed; false when none is left.
template <class Texts>
bool Aligner::step(Texts const& texts, std::uint32_t differences) {
    auto* const now = reached_[differences % 2].data() + kMiddle;
    auto const* const before = reached_[1 - differences % 2].data() + kMiddle;
    auto const low = std::max(low_ - 1, -kBand);
    auto const high = std::min(high_ + 1, kBand);
    std::int32_t first = high + 1;
    std::int32_t last = low - 1;
    for (auto k = low; k <= high; ++k) {
        now[k] = kNowhere;
        auto const i = std::max({before[k - 1] + 1, before[k] + 1, before[k + 1]});
        auto const j = i - k;
        if (beyond(i, texts.a_size) || beyond(j, texts.b_size)) continue;
        auto const run = texts.run(i, j);
        auto const score = score_of(i + run, j + run, differences);
        if (score < best_.score - drop_) continue;
        if (score > best_.score) best_ = {i + run, j + run, differences, score};
        now[k] = i + run;
        first = std::min(first, k);
        last = k;
    }
    // The next step reads two diagonals beside those that are followed.
    for (auto const beside : {low - 2, low - 1, high + 1, high + 2}) now[beside] = kNowhere;
    low_ = first;
    high_ = last;
    return first <= last;
}

template <class Texts>
Extent Aligner::align(Texts const& texts) {
    for (auto& all : reached_) all.fill(kNowhere);
    low_ = high_ = 0;
    auto const run = texts.run(0, 0);
    reached_[0][kMiddle] = run;
    best_ = {run, run, 0, score_of(run, run, 0)};
    for (std::uint32_t differences = 1; step(texts, differences); ++differences) {}
    return {static_cast<std::uint32_t>(best_.a), static_cast<std::uint32_t>(best_.b), best_.differences,
            0.5 * best_.score};
}

namespace {

Starts starts_of(std::span<Code const> a, std::span<Code const> b) noexcept {
    return {a.data(), b.data(), static_cast<std::int32_t>(a.size()), static_cast<std::int32_t>(b.size())};
}

Ends ends_of(std::span<Code const> a, std::span<Code const> b) noexcept {
    return {a.data() + a.size(), b.data() + b.size(), static_cast<std::int32_t>(a.size()),
            static_cast<std::int32_t>(b.size())};
}

}  // namespace

Extent Aligner::forward(std::span<Code const> a, std::span<Code const> b) { return align(starts_of(a, b)); }
Extent Aligner::backward(std::span<Code const> a, std::span<Code const> b) { return align(ends_of(a, b)); }

Same same_around(std::span<Code const> a_before, std::span<Code const> b_before, std::span<Code const> a_after,
                 std::span<Code const> b_after) noexcept {
    return {static_cast<std::uint32_t>(ends_of(a_before, b_before).run(0, 0)),
            static_cast<std::uint32_t>(starts_of(a_after, b_after).run(0, 0))};
}

}  // namespace anping::text
