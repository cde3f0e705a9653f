// SPDX-License-Identifier: Apache-2.0
// One pass over all entries: rehash, chain, columns, lowest tiles.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <anping/crypto/merkle.hpp>
#include <anping/db/pool.hpp>

#include "findings.hpp"

namespace anping::ledger {

struct Ground {
    db::Address const& address;
    std::string const& directory;
    crypto::HashAlgorithm hash;
    std::int64_t size;    // entries to look at
    std::int64_t synced;  // leaves that must be in tiles
    std::size_t threads;
    std::function<std::int64_t()> size_now;  // entries the ledger has meanwhile: a serving program goes on writing
};

// The tree as the entries make it: roots of full tiles, and the leaves of the tiles some tree ends in.
class TreeSeen {
public:
    TreeSeen(crypto::HashAlgorithm hash, std::int64_t size, std::vector<std::int64_t> const& ends);
    bool wants_leaves(std::uint64_t tile) const { return leaves_.contains(tile); }
    // Each tile is set once, by one thread.
    void set(std::uint64_t tile, std::vector<crypto::Digest> leaves);
    void finish();  // computes what lies above
    crypto::Digest node(std::uint8_t level, std::uint64_t index) const;
    crypto::Digest root(std::int64_t size) const;
    std::vector<crypto::Digest> const& level(std::size_t tile_level) const { return levels_.at(tile_level); }
    std::size_t levels() const { return levels_.size(); }

private:
    crypto::HashAlgorithm hash_;
    std::map<std::uint64_t, std::vector<crypto::Digest>> leaves_;
    std::vector<std::vector<crypto::Digest>> levels_;  // [1]: roots of full tiles; [2]: of 256 of those; [0] is unused
};

struct EntriesSeen {
    TreeSeen tree;
    std::string last_leaf;  // hex
    std::string last_time;
    std::int64_t bytes = 0;
    std::uint64_t subjects = 0;  // sum of subject_mark over all entries
};

// Summed over entries it says whether an index holds exactly their subjects.
inline std::uint64_t subject_mark(std::string_view subject, std::int64_t seq) {
    auto mark = std::hash<std::string_view>{}(subject) + static_cast<std::uint64_t>(seq) * 0x9E3779B97F4A7C15ULL;
    mark = (mark ^ (mark >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mark = (mark ^ (mark >> 27U)) * 0x94D049BB133111EBULL;
    return mark ^ (mark >> 31U);
}

// `ends`: sizes whose roots will be asked for.
EntriesSeen verify_entries(Ground const& ground, std::vector<std::int64_t> const& ends, Findings& findings);

// Tiles above the lowest, and files that should not be there.
void verify_tiles(Ground const& ground, TreeSeen const& tree, Findings& findings);

}  // namespace anping::ledger
