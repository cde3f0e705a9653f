// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>

#include <anping/text/align.hpp>
#include <anping/text/seeds.hpp>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace anping::text {
namespace {

// The window: kReach characters, the seed, kReach characters.
constexpr std::uint64_t kBefore = (std::uint64_t{1} << kReach) - 1;
constexpr std::uint64_t kAfter = ~std::uint64_t{0} << (kReach + static_cast<std::ptrdiff_t>(kSeedLength));
static_assert(2 * kReach + static_cast<std::ptrdiff_t>(kSeedLength) == 64);

// `equal(shift)`: which of the window's 64 characters of `a` are those of `b` so far on.
template <class Equal>
[[gnu::always_inline]] inline int best_sides(Equal const& equal) noexcept {
    int before = 0;
    int after = 0;
    for (auto shift = -kDrift; shift <= kDrift; ++shift) {
        std::uint64_t const same = equal(shift);
        before = std::max(before, std::popcount(same & kBefore));
        after = std::max(after, std::popcount(same & kAfter));
    }
    return before + after;
}

int near_portable(Code const* a, Code const* b) noexcept {
    auto const* const from = a - kReach;
    auto const* const to = b - kReach;
    return best_sides([&](std::ptrdiff_t shift) {
        std::uint64_t same = 0;
        for (int i = 0; i < 64; ++i) same |= static_cast<std::uint64_t>(from[i] == to[i + shift]) << i;
        return same;
    });
}

#if defined(__x86_64__)

[[gnu::target("avx2,popcnt")]] std::uint64_t equal_avx2(Code const* from, Code const* to) noexcept {
    auto const half = [](Code const* one, Code const* other) __attribute__((target("avx2"))) {
        auto const left = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(one));
        auto const right = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(other));
        return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(left, right)));
    };
    return half(from, to) | static_cast<std::uint64_t>(half(from + 32, to + 32)) << 32;
}

[[gnu::target("avx2,popcnt")]] int near_avx2(Code const* a, Code const* b) noexcept {
    int before = 0;
    int after = 0;
    for (auto shift = -kDrift; shift <= kDrift; ++shift) {
        auto const same = equal_avx2(a - kReach, b - kReach + shift);
        before = std::max(before, static_cast<int>(_mm_popcnt_u64(same & kBefore)));
        after = std::max(after, static_cast<int>(_mm_popcnt_u64(same & kAfter)));
    }
    return before + after;
}

[[gnu::target("avx512bw,popcnt")]] int near_avx512(Code const* a, Code const* b) noexcept {
    auto const from = _mm512_loadu_si512(a - kReach);
    int before = 0;
    int after = 0;
    for (auto shift = -kDrift; shift <= kDrift; ++shift) {
        auto const same = _mm512_cmpeq_epi8_mask(from, _mm512_loadu_si512(b - kReach + shift));
        before = std::max(before, static_cast<int>(_mm_popcnt_u64(same & kBefore)));
        after = std::max(after, static_cast<int>(_mm_popcnt_u64(same & kAfter)));
    }
    return before + after;
}

#endif

}  // namespace

Vector best_vector() noexcept {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw") != 0) return Vector::avx512;
    if (__builtin_cpu_supports("avx2") != 0) return Vector::avx2;
#endif
    return Vector::portable;
}

Near near_with(Vector vector) noexcept {
#if defined(__x86_64__)
    if (vector == Vector::avx512) return near_avx512;
    if (vector == Vector::avx2) return near_avx2;
#endif
    static_cast<void>(vector);
    return near_portable;
}

}  // namespace anping::text
