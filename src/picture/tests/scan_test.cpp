// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include <anping/picture/scan.hpp>

namespace anping::picture {
namespace {

std::vector<Vector> vectors_here() {
    std::vector<Vector> out{Vector::portable};
    if (best_vector() != Vector::portable) out.push_back(Vector::avx2);
    if (best_vector() == Vector::avx512) out.push_back(Vector::avx512);
    return out;
}

class Scans : public ::testing::Test {
protected:
    Hash256 by_chance() {
        Hash256 out;
        for (auto& word : out.words) word = random();
        return out;
    }
    Hash256 off_by(Hash256 hash, int bits) {
        while (bits > 0) {
            auto const bit = random() % 256;
            auto const mask = std::uint64_t{1} << (bit % 64);
            if ((changed.words[bit / 64] & mask) != 0) continue;
            changed.words[bit / 64] |= mask;
            hash.words[bit / 64] ^= mask;
            --bits;
        }
        changed = {};
        return hash;
    }
    std::mt19937_64 random{20261128};
    Hash256 changed;
};

TEST_F(Scans, AllInstructionsFindThePairsThatCountingFinds) {
    std::vector<Hash256> queries;
    for (int i = 0; i < 5; ++i) queries.push_back(by_chance());
    for (std::size_t const size : {0u, 1u, 7u, 8u, 9u, 1000u, 4099u}) {
        std::vector<Hash256> hashes;
        for (std::size_t i = 0; i < size; ++i)
            hashes.push_back(i % 3 == 0 ? off_by(queries[i % 5], static_cast<int>(i % 140)) : by_chance());
        std::vector<Near> expected;
        for (std::size_t at = 0; at < size; ++at)
            for (std::uint32_t q = 0; q < queries.size(); ++q)
                if (auto const apart = distance(hashes[at], queries[q]); apart <= 112)
                    expected.push_back({at, q, apart});
        ASSERT_GE(expected.size(), size / 4);
        for (auto const vector : vectors_here())
            EXPECT_EQ(scan(hashes, queries, 112, vector), expected) << size << " " << static_cast<int>(vector);
    }
}

TEST_F(Scans, WhatIsJustWithinCountsAndWhatIsJustBeyondDoesNot) {
    auto const query = by_chance();
    for (auto const vector : vectors_here())
        for (int const apart : {0, 1, 63, 64, 65, 128, 256}) {
            std::vector<Hash256> const hashes(8, off_by(query, apart));
            EXPECT_EQ(scan(hashes, {&query, 1}, 64, vector).size(), apart <= 64 ? 8u : 0u) << apart;
        }
}

TEST_F(Scans, NothingIsNearToNoQuery) {
    std::vector<Hash256> const hashes(20, by_chance());
    for (auto const vector : vectors_here()) EXPECT_TRUE(scan(hashes, {}, 256, vector).empty());
}

}  // namespace
}  // namespace anping::picture
