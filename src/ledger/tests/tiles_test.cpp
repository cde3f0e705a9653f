// SPDX-License-Identifier: Apache-2.0
#include <anping/ledger/tiles.hpp>
#include <anping/ledger/tree.hpp>

#include "store.hpp"
#include "support.hpp"
#include "synced_mark.hpp"

namespace anping::ledger {
namespace {

constexpr auto kSm3 = crypto::HashAlgorithm::sm3;

class Tiles : public LedgerTest {
protected:
    std::string tile(std::uint8_t level, std::uint64_t index) {
        return read_file(tile_path(directory_.path, level, index));
    }
    TileReader from_tiles_alone() {
        return {directory_.path, kSm3, [](std::int64_t, std::int64_t) -> std::vector<crypto::Digest> {
                    throw std::logic_error("asked for leaves");
                }};
    }
};
INSTANTIATE_TEST_SUITE_P(Db, Tiles, testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST(TilePath, IsThatOfTlogTiles) {
    EXPECT_EQ(tile_path("d", 0, 0), "d/tiles/0/000");
    EXPECT_EQ(tile_path("d", 1, 67), "d/tiles/1/067");
    EXPECT_EQ(tile_path("d", 0, 1234067), "d/tiles/0/x001/x234/067");
    EXPECT_EQ(tile_path("d", 2, 1000), "d/tiles/2/x001/000");
}

TEST_P(Tiles, HoldLeavesAndTheRootsOfFullTiles) {
    fill(700);
    auto db = session();
    auto const leaves = store::leaves(db, 0, 700);
    std::string bytes;
    for (auto const& leaf : leaves) bytes += crypto::as_text(leaf);
    EXPECT_EQ(tile(0, 0) + tile(0, 1) + tile(0, 2), bytes);
    EXPECT_EQ(tile(0, 2).size(), (700 - 512) * 32U);
    std::string const above(crypto::as_text(crypto::root_hash(kSm3, std::span(leaves).first(256))));
    EXPECT_EQ(tile(1, 0).substr(0, 32), above);
    EXPECT_EQ(tile(1, 0).size(), 64U);
    EXPECT_EQ(read_synced(read_file(directory_.path + "/tiles/synced")), 700U);
}

TEST_P(Tiles, GiveEveryProofWithoutTheDatabase) {
    fill(700);
    auto db = session();
    auto const leaves = store::leaves(db, 0, 700);
    auto tiles = from_tiles_alone();
    for (std::int64_t size : {1, 2, 255, 256, 257, 511, 512, 513, 640, 699, 700}) {
        auto const n = static_cast<std::size_t>(size);
        auto const root = crypto::root_hash(kSm3, std::span(leaves).first(n));
        EXPECT_EQ(crypto::root_from_nodes(kSm3, n, tiles.reader()), root) << size;
        for (std::size_t index : {std::size_t{0}, n / 2, n - 1}) {
            auto const proof = crypto::inclusion_proof(kSm3, index, n, tiles.reader());
            EXPECT_TRUE(crypto::verify_inclusion(kSm3, leaves[index], index, n, proof, root)) << index << " in " << n;
        }
        auto const proof = crypto::consistency_proof(kSm3, n, 700, tiles.reader());
        EXPECT_TRUE(crypto::verify_consistency(kSm3, n, 700, root, crypto::root_hash(kSm3, leaves), proof)) << n;
    }
}

TEST_P(Tiles, ProofsAreTheSameFromTheDatabaseWhenTilesAreLost) {
    fill(600);
    auto db = session();
    Tree with(db, directory_.path, kSm3);
    auto const proof = with.inclusion(3, 600);
    std::filesystem::remove_all(directory_.path + "/tiles");
    Tree without(db, directory_.path, kSm3);
    EXPECT_EQ(without.inclusion(3, 600), proof);
    EXPECT_EQ(without.root(600), with.root(600));
    EXPECT_THROW(without.inclusion(600, 600), std::out_of_range);
    EXPECT_THROW(without.consistency(7, 6), std::out_of_range);
}

TEST_P(Tiles, WhatACrashLeftOutIsCaughtUpAtTheNextStart) {
    fill(600);
    auto const whole = tile(0, 2);
    auto const above = tile(1, 0);
    write_file(directory_.path + "/tiles/synced", synced_text(300));
    std::filesystem::remove(tile_path(directory_.path, 0, 2));
    write_file(tile_path(directory_.path, 0, 1), tile(0, 1).substr(0, 44 * 32) + std::string(7, '\0'));
    write_file(tile_path(directory_.path, 1, 0), above.substr(0, 32) + std::string(32, '\0'));
    open();
    close();
    EXPECT_EQ(tile(0, 2), whole);
    EXPECT_EQ(tile(1, 0), above);
    EXPECT_EQ(tile(0, 1).size(), 8192U);
    EXPECT_EQ(read_synced(read_file(directory_.path + "/tiles/synced")), 600U);
}

TEST_P(Tiles, AreWrittenAnewWhenTheirOpenOneIsCutShort) {
    fill(300);
    auto const whole = tile(0, 1);
    write_file(tile_path(directory_.path, 0, 1), whole.substr(0, 40));
    open();
    close();
    EXPECT_EQ(tile(0, 1), whole);
}

TEST_P(Tiles, StayAsTheyAreWhenAnOlderDatabaseComesBack) {
    fill(300);
    auto const newer = tile(0, 1);
    write_file(directory_.path + "/tiles/synced", synced_text(400));
    TileWriter writer(scratch_.address(), directory_.path, kSm3);
    writer.finish(300);
    EXPECT_EQ(tile(0, 1), newer);
}

}  // namespace
}  // namespace anping::ledger
