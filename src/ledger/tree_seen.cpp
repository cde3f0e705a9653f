// SPDX-License-Identifier: Apache-2.0
#include <span>

#include <anping/ledger/tiles.hpp>

#include "verify_entries.hpp"

namespace anping::ledger {

TreeSeen::TreeSeen(crypto::HashAlgorithm hash, std::int64_t size, std::vector<std::int64_t> const& ends)
    : hash_(hash), levels_(2) {
    auto const leaves = static_cast<std::uint64_t>(size);
    levels_[1].resize(leaves / kTileWidth);
    leaves_[leaves / kTileWidth];
    for (auto const end : ends) leaves_[static_cast<std::uint64_t>(end) / kTileWidth];
}

void TreeSeen::set(std::uint64_t tile, std::vector<crypto::Digest> leaves) {
    if (leaves.size() == kTileWidth) levels_[1].at(tile) = crypto::root_hash(hash_, leaves);
    auto const wanted = leaves_.find(tile);
    if (wanted != leaves_.end()) wanted->second = std::move(leaves);
}

void TreeSeen::finish() {
    while (levels_.back().size() >= kTileWidth) {
        std::vector<crypto::Digest> above;
        auto const below = std::span<crypto::Digest const>(levels_.back());
        for (std::size_t first = 0; first + kTileWidth <= below.size(); first += kTileWidth)
            above.push_back(crypto::root_hash(hash_, below.subspan(first, kTileWidth)));
        levels_.push_back(std::move(above));
    }
}

crypto::Digest TreeSeen::node(std::uint8_t level, std::uint64_t index) const {
    auto const within = static_cast<unsigned>(level % 8);
    auto const first = index << within;
    auto const count = std::size_t{1} << within;
    if (level >= 8) return crypto::root_hash(hash_, std::span(levels_.at(level / 8U)).subspan(first, count));
    return crypto::root_hash(hash_, std::span(leaves_.at(first / kTileWidth)).subspan(first % kTileWidth, count));
}

crypto::Digest TreeSeen::root(std::int64_t size) const {
    return crypto::root_from_nodes(hash_, static_cast<std::uint64_t>(size),
                                   [this](std::uint8_t level, std::uint64_t index) { return node(level, index); });
}

}  // namespace anping::ledger
