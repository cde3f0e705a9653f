// SPDX-License-Identifier: Apache-2.0
#include <anping/picture/scan.hpp>

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace anping::picture {
namespace {

static_assert(sizeof(Hash256) == 32);

constexpr std::size_t kBlock = 8;  // hashes

// Which of a block's hashes are near to a query, bit i for the hash i: told with their distance counted anew.
struct Noted {
    std::vector<Near>* out;
    Hash256 const* hashes;
    Hash256 const* queries;
    std::size_t at;

    void operator()(std::size_t query, unsigned near) const {
        for (std::size_t i = 0; i < kBlock; ++i)
            if ((near >> i & 1) != 0)
                out->push_back({at + i, static_cast<std::uint32_t>(query), distance(hashes[at + i], queries[query])});
    }
};

using Scan = void (*)(std::span<Hash256 const>, std::span<Hash256 const>, int, std::vector<Near>&);

void scan_portable(std::span<Hash256 const> hashes, std::span<Hash256 const> queries, int within,
                   std::vector<Near>& out) {
    for (std::size_t at = 0; at < hashes.size(); at += kBlock) {
        for (std::size_t q = 0; q < queries.size(); ++q) {
            unsigned near = 0;
            for (std::size_t i = 0; i < kBlock; ++i)
                near |= static_cast<unsigned>(distance(hashes[at + i], queries[q]) <= within) << i;
            if (near != 0) Noted{&out, hashes.data(), queries.data(), at}(q, near);
        }
    }
}

#if defined(__x86_64__)

#define ANPING_AVX512 [[gnu::target("avx512f,avx512vpopcntdq")]]
#define ANPING_AVX2 [[gnu::target("avx2")]]

// Word w of eight hashes in the register w.
struct Words512 {
    __m512i word[4];
};

ANPING_AVX512 inline Words512 by_word(Hash256 const* block) noexcept {
    auto const* const from = reinterpret_cast<__m512i const*>(block);
    auto const a = _mm512_loadu_si512(from);  // hashes 0 and 1
    auto const b = _mm512_loadu_si512(from + 1);
    auto const c = _mm512_loadu_si512(from + 2);
    auto const d = _mm512_loadu_si512(from + 3);
    // Words 0 and 1, and 2 and 3, of four hashes; then each word of all eight.
    auto const low = _mm512_setr_epi64(0, 4, 8, 12, 1, 5, 9, 13);
    auto const high = _mm512_setr_epi64(2, 6, 10, 14, 3, 7, 11, 15);
    auto const ab_low = _mm512_permutex2var_epi64(a, low, b);
    auto const ab_high = _mm512_permutex2var_epi64(a, high, b);
    auto const cd_low = _mm512_permutex2var_epi64(c, low, d);
    auto const cd_high = _mm512_permutex2var_epi64(c, high, d);
    return {{_mm512_shuffle_i64x2(ab_low, cd_low, 0x44), _mm512_shuffle_i64x2(ab_low, cd_low, 0xee),
             _mm512_shuffle_i64x2(ab_high, cd_high, 0x44), _mm512_shuffle_i64x2(ab_high, cd_high, 0xee)}};
}

ANPING_AVX512 inline unsigned near_512(Words512 const& block, Hash256 const& query, __m512i within) noexcept {
    auto const bits = [&](int w) __attribute__((target("avx512f,avx512vpopcntdq"), always_inline)) {
        auto const same = _mm512_set1_epi64(static_cast<long long>(query.words[static_cast<std::size_t>(w)]));
        return _mm512_popcnt_epi64(_mm512_xor_si512(block.word[w], same));
    };
    auto const sum = _mm512_add_epi64(_mm512_add_epi64(bits(0), bits(1)), _mm512_add_epi64(bits(2), bits(3)));
    return _mm512_cmple_epi64_mask(sum, within);
}

ANPING_AVX512 void scan_avx512(std::span<Hash256 const> hashes, std::span<Hash256 const> queries, int within,
                               std::vector<Near>& out) {
    auto const limit = _mm512_set1_epi64(within);
    for (std::size_t at = 0; at < hashes.size(); at += kBlock) {
        auto const block = by_word(&hashes[at]);
        for (std::size_t q = 0; q < queries.size(); ++q)
            if (auto const near = near_512(block, queries[q], limit); near != 0)
                Noted{&out, hashes.data(), queries.data(), at}(q, near);
    }
}

// The bits of each 64-bit word: those of every half byte looked up, then added up (Muła, Kurz and Lemire, 2018).
ANPING_AVX2 inline __m256i counted(__m256i value) noexcept {
    auto const bits = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2,
                                       3, 2, 3, 3, 4);
    auto const half = _mm256_set1_epi8(15);
    auto const low = _mm256_shuffle_epi8(bits, _mm256_and_si256(value, half));
    auto const high = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(value, 4), half));
    return _mm256_sad_epu8(_mm256_add_epi8(low, high), _mm256_setzero_si256());
}

// Of four hashes: bit i for the hash i.
ANPING_AVX2 inline unsigned near_256(Hash256 const* block, __m256i query, __m256i beyond) noexcept {
    auto const bits = [&](int i) __attribute__((target("avx2"), always_inline)) {
        return counted(_mm256_xor_si256(_mm256_loadu_si256(reinterpret_cast<__m256i const*>(block + i)), query));
    };
    auto const a = bits(0);
    auto const b = bits(1);
    auto const c = bits(2);
    auto const d = bits(3);
    // Sums of two words each, of a and b in turn, of c and d in turn; then of all four words of each.
    auto const ab = _mm256_add_epi64(_mm256_unpacklo_epi64(a, b), _mm256_unpackhi_epi64(a, b));
    auto const cd = _mm256_add_epi64(_mm256_unpacklo_epi64(c, d), _mm256_unpackhi_epi64(c, d));
    auto const sum = _mm256_add_epi64(_mm256_permute2x128_si256(ab, cd, 0x20), _mm256_permute2x128_si256(ab, cd, 0x31));
    return static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpgt_epi64(beyond, sum))));
}

ANPING_AVX2 void scan_avx2(std::span<Hash256 const> hashes, std::span<Hash256 const> queries, int within,
                           std::vector<Near>& out) {
    auto const beyond = _mm256_set1_epi64x(within + 1);
    for (std::size_t at = 0; at < hashes.size(); at += kBlock) {
        for (std::size_t q = 0; q < queries.size(); ++q) {
            auto const query = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(&queries[q]));
            auto const near = near_256(&hashes[at], query, beyond) | near_256(&hashes[at + 4], query, beyond) << 4;
            if (near != 0) Noted{&out, hashes.data(), queries.data(), at}(q, near);
        }
    }
}

#endif

Scan scan_with(Vector vector) noexcept {
#if defined(__x86_64__)
    if (vector == Vector::avx512) return scan_avx512;
    if (vector == Vector::avx2) return scan_avx2;
#endif
    static_cast<void>(vector);
    return scan_portable;
}

}  // namespace

Vector best_vector() noexcept {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vpopcntdq") != 0) return Vector::avx512;
    if (__builtin_cpu_supports("avx2") != 0) return Vector::avx2;
#endif
    return Vector::portable;
}

std::vector<Near> scan(std::span<Hash256 const> hashes, std::span<Hash256 const> queries, int within, Vector vector) {
    std::vector<Near> out;
    auto const whole = hashes.size() / kBlock * kBlock;
    scan_with(vector)(hashes.first(whole), queries, within, out);
    for (auto at = whole; at < hashes.size(); ++at)
        for (std::size_t q = 0; q < queries.size(); ++q)
            if (auto const apart = distance(hashes[at], queries[q]); apart <= within)
                out.push_back({at, static_cast<std::uint32_t>(q), apart});
    std::ranges::sort(out);
    return out;
}

}  // namespace anping::picture
