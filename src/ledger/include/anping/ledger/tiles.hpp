// SPDX-License-Identifier: Apache-2.0
// The tree's hashes outside the database: files of 256 hashes in the layout of C2SP tlog-tiles, below <dir>/tiles.
// A second copy that shows which entry was changed, and what proofs are made of.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <anping/crypto/merkle.hpp>
#include <anping/db/pool.hpp>

namespace anping::ledger {

inline constexpr std::uint64_t kTileWidth = 256;

// "<directory>/tiles/0/x001/x234/067": hashes [256 * index, 256 * (index + 1)) of the nodes at tree level 8 * level.
// A tile that is not full yet is a shorter file; hashes are only ever added at its end.
std::string tile_path(std::string const& directory, std::uint8_t level, std::uint64_t index);

// Reads complete subtrees from tiles; leaves that are not in a tile yet come from `leaves` (entries [first, end)).
// Keeps what it read: use one for one task. Not thread-safe.
class TileReader {
public:
    using Leaves = std::function<std::vector<crypto::Digest>(std::int64_t first, std::int64_t end)>;
    TileReader(std::string directory, crypto::HashAlgorithm algorithm, Leaves leaves);
    crypto::Digest node(std::uint8_t level, std::uint64_t index);
    crypto::NodeReader reader();  // of this object, which must outlive it

private:
    std::vector<crypto::Digest> nodes(std::uint8_t tile_level, std::uint64_t first, std::uint64_t end);
    std::string const& tile(std::uint8_t level, std::uint64_t index, std::size_t bytes);

    std::string directory_;
    crypto::HashAlgorithm algorithm_;
    Leaves leaves_;
    std::unordered_map<std::string, std::string> read_;
};

// Writes tiles after commits on a thread of its own, from the database: what a crash left out is caught up when it is
// made. <dir>/tiles/synced holds the number of leaves known to have reached the disk.
class TileWriter {
public:
    TileWriter(db::Address address, std::string directory, crypto::HashAlgorithm algorithm);
    ~TileWriter();                   // writes what it was told of, then stops
    void wake(std::int64_t size);    // entries committed. Thread-safe
    void finish(std::int64_t size);  // waits until they are written (or cannot be)

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace anping::ledger
