// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/ledger/tiles.hpp>

#include "files.hpp"
#include "synced_mark.hpp"

namespace anping::ledger {

std::string tile_path(std::string const& directory, std::uint8_t level, std::uint64_t index) {
    std::string digits = fmt::format("{:03}", index % 1000);
    for (index /= 1000; index != 0; index /= 1000) digits = fmt::format("x{:03}/", index % 1000) + digits;
    return fmt::format("{}/tiles/{}/{}", directory, level, digits);
}

std::string synced_text(std::uint64_t leaves) {
    auto const number = std::to_string(leaves);
    return number + ' ' + crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, number)) + '\n';
}

std::optional<std::uint64_t> read_synced(std::string_view text) {
    auto const digits = text.substr(0, text.find(' '));
    if (digits.empty() || digits.size() > 18 || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    auto const leaves = std::stoull(std::string(digits));
    if (synced_text(leaves) != text) return std::nullopt;
    return leaves;
}

TileReader::TileReader(std::string directory, crypto::HashAlgorithm algorithm, Leaves leaves)
    : directory_(std::move(directory)), algorithm_(algorithm), leaves_(std::move(leaves)) {}

crypto::NodeReader TileReader::reader() {
    return [this](std::uint8_t level, std::uint64_t index) { return node(level, index); };
}

crypto::Digest TileReader::node(std::uint8_t level, std::uint64_t index) {
    auto const within = static_cast<unsigned>(level % 8);
    return crypto::root_hash(algorithm_,
                             nodes(static_cast<std::uint8_t>(level / 8), index << within, (index + 1) << within));
}

// All in one tile: complete subtrees do not cross its border.
std::vector<crypto::Digest> TileReader::nodes(std::uint8_t tile_level, std::uint64_t first, std::uint64_t end) {
    std::vector<crypto::Digest> out;
    auto const offset = (first % kTileWidth) * sizeof(crypto::Digest);
    auto const bytes = (end - first) * sizeof(crypto::Digest);
    auto const& held = tile(tile_level, first / kTileWidth, offset + bytes);
    if (held.size() >= offset + bytes) {
        out.resize(end - first);
        for (std::size_t i = 0; i < out.size(); ++i)
            held.copy(reinterpret_cast<char*>(out[i].data()), sizeof(crypto::Digest),
                      offset + i * sizeof(crypto::Digest));
        return out;
    }
    if (tile_level == 0) return leaves_(static_cast<std::int64_t>(first), static_cast<std::int64_t>(end));
    for (auto i = first; i < end; ++i) {
        auto const below = nodes(static_cast<std::uint8_t>(tile_level - 1), i * kTileWidth, (i + 1) * kTileWidth);
        out.push_back(crypto::root_hash(algorithm_, below));
    }
    return out;
}

std::string const& TileReader::tile(std::uint8_t level, std::uint64_t index, std::size_t bytes) {
    auto const path = tile_path(directory_, level, index);
    auto& held = read_[path];
    if (held.size() < bytes) held = files::read(path).value_or("");
    return held;
}

}  // namespace anping::ledger
