// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <set>

#include <anping/ledger/tiles.hpp>

#include "files.hpp"
#include "verify_entries.hpp"

namespace anping::ledger {
namespace {

constexpr std::size_t kHash = sizeof(crypto::Digest);

void compare(Ground const& ground, std::uint8_t level, std::uint64_t index, std::span<crypto::Digest const> nodes,
             std::uint64_t due, Findings& findings) {
    auto const path = tile_path(ground.directory, level, index);
    auto const name = path.substr(ground.directory.size() + 1);
    auto const bytes = files::read(path).value_or("");
    for (std::size_t i = 0; i < nodes.size() && (i + 1) * kHash <= bytes.size(); ++i)
        if (std::string_view(bytes).substr(i * kHash, kHash) != crypto::as_text(nodes[i]))
            findings.add(Findings::tile(name, "hash " + std::to_string(i) + " is not that of the tile below"));
    if (bytes.size() < due * kHash) findings.add(Findings::tile(name, bytes.empty() ? "is missing" : "was cut short"));
    auto const end = (index * kTileWidth + (bytes.size() + kHash - 1) / kHash) << (8U * level);
    if (bytes.size() > nodes.size() * kHash && end > static_cast<std::uint64_t>(ground.size_now()))
        findings.add(Findings::tile(name, "is longer than the ledger"));
}

}  // namespace

void verify_tiles(Ground const& ground, TreeSeen const& tree, Findings& findings) {
    std::set<std::string> expected = {ground.directory + "/tiles/synced", ground.directory + "/tiles/synced.tmp"};
    for (std::int64_t first = 0; first < ground.size; first += static_cast<std::int64_t>(kTileWidth))
        expected.insert(tile_path(ground.directory, 0, static_cast<std::uint64_t>(first) / kTileWidth));
    for (std::size_t level = 1; level < tree.levels(); ++level) {
        auto const nodes = std::span<crypto::Digest const>(tree.level(level));
        auto const due = static_cast<std::uint64_t>(ground.synced) >> (8 * level);
        for (std::size_t first = 0; first < nodes.size(); first += kTileWidth) {
            auto const count = std::min<std::size_t>(kTileWidth, nodes.size() - first);
            auto const index = first / kTileWidth;
            auto const number = static_cast<std::uint8_t>(level);
            expected.insert(tile_path(ground.directory, number, index));
            compare(ground, number, index, nodes.subspan(first, count),
                    due > first ? std::min<std::uint64_t>(due - first, count) : 0, findings);
        }
    }
    std::error_code ec;
    std::vector<std::string> others;
    for (auto const& file : std::filesystem::recursive_directory_iterator(ground.directory + "/tiles", ec))
        if (!file.is_directory() && !expected.contains(file.path().string())) others.push_back(file.path().string());
    if (others.empty() || ground.size_now() > ground.size) return;  // new tiles of a ledger that has grown meanwhile
    for (auto const& other : others)
        findings.add(Findings::tile(other.substr(ground.directory.size() + 1), "is not of this ledger"));
}

}  // namespace anping::ledger
