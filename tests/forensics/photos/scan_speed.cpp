// SPDX-License-Identifier: Apache-2.0
// scan_speed [MILLIONS]: how fast hashes are looked through, against a loop that does nothing but read them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <random>
#include <vector>

#include <anping/picture/scan.hpp>

namespace {

namespace picture = anping::picture;
using Hashes = std::vector<picture::Hash256>;

double best_of(int rounds, auto const& what) {
    double best = 1e9;
    for (int i = 0; i < rounds; ++i) {
        auto const from = std::chrono::steady_clock::now();
        what();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count());
    }
    return best;
}

// Every word read once, as fast as this machine can.
#if defined(__x86_64__)
[[gnu::target_clones("avx512f", "avx2", "default"), gnu::optimize("O3")]]
#endif
std::uint64_t read_all(std::uint64_t const* words, std::size_t count) {
    constexpr std::size_t kTogether = 32;
    std::array<std::uint64_t, kTogether> sums{};
    for (std::size_t i = 0; i + kTogether <= count; i += kTogether)
        for (std::size_t k = 0; k < kTogether; ++k) sums[k] ^= words[i + k];
    std::uint64_t out = 0;
    for (auto const sum : sums) out ^= sum;
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    auto const millions = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10;
    Hashes hashes(millions * 1'000'000);
    std::mt19937_64 random{20261128};
    for (auto& hash : hashes)
        for (auto& word : hash.words) word = random();
    Hashes queries(32);
    for (auto& query : queries) query = hashes[random() % hashes.size()];
    auto const bytes = static_cast<double>(hashes.size() * sizeof(picture::Hash256));
    std::uint64_t kept = 0;
    auto const bare = best_of(9, [&] { kept ^= read_all(hashes[0].words.data(), hashes.size() * 4); });
    fmt::print("{} million hashes; bare reading {:.1f} ms, {:.1f} GB/s ({})\n", millions, 1e3 * bare,
               bytes / bare / 1e9, kept & 1);
    constexpr std::array kNames = {"portable", "avx2", "avx512"};
    for (int one = 0; one <= static_cast<int>(picture::best_vector()); ++one)
        for (std::size_t const count : {1u, 8u, 32u}) {
            std::size_t found = 0;
            auto const asked = std::span(queries).first(count);
            auto const seconds =
                best_of(5, [&] { found = picture::scan(hashes, asked, 64, static_cast<picture::Vector>(one)).size(); });
            fmt::print("{:8} {:2} queries: {:7.1f} ms, {:6.1f} ms a query, {:.2f} of bare reading, {} found\n",
                       kNames[static_cast<std::size_t>(one)], count, 1e3 * seconds,
                       1e3 * seconds / static_cast<double>(count), bare / seconds, found);
        }
}
