// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <stdexcept>

#include <anping/crypto/merkle.hpp>

#include "merkle_shape.hpp"

namespace anping::crypto {

Digest leaf_hash(HashAlgorithm algorithm, std::string_view entry) {
    thread_local std::string text;
    text.assign(1, '\0').append(entry);
    return hash(algorithm, text);
}

Digest node_hash(HashAlgorithm algorithm, Digest const& left, Digest const& right) {
    std::array<char, 65> text;
    text[0] = 1;
    std::copy(left.begin(), left.end(), text.begin() + 1);
    std::copy(right.begin(), right.end(), text.begin() + 33);
    return hash(algorithm, {text.data(), text.size()});
}

Digest root_hash(HashAlgorithm algorithm, std::span<Digest const> leaves) {
    if (leaves.empty()) return hash(algorithm, "");
    if (leaves.size() == 1) return leaves.front();
    auto const left = static_cast<std::size_t>(split_of(leaves.size()));
    return node_hash(algorithm, root_hash(algorithm, leaves.first(left)), root_hash(algorithm, leaves.subspan(left)));
}

Digest range_root(HashAlgorithm algorithm, std::uint64_t start, std::uint64_t size, NodeReader const& read) {
    if (std::has_single_bit(size)) {
        auto const level = static_cast<std::uint8_t>(std::countr_zero(size));
        return read(level, start >> level);
    }
    auto const left = split_of(size);
    auto const first = range_root(algorithm, start, left, read);
    return node_hash(algorithm, first, range_root(algorithm, start + left, size - left, read));
}

Digest root_from_nodes(HashAlgorithm algorithm, std::uint64_t size, NodeReader const& read) {
    return size == 0 ? hash(algorithm, "") : range_root(algorithm, 0, size, read);
}

TreeEdge::TreeEdge(HashAlgorithm algorithm, std::uint64_t size, NodeReader const& read)
    : algorithm_(algorithm), size_(size), levels_(static_cast<std::size_t>(std::bit_width(size))) {
    for (std::size_t level = 0; level < levels_.size(); ++level) {
        auto const count = size >> level;
        levels_[level].first = count - count % 2;
        if (count % 2 == 1)
            levels_[level].nodes.push_back(read(static_cast<std::uint8_t>(level), levels_[level].first));
    }
}

void TreeEdge::append(Digest const& leaf) {
    auto finished = leaf;
    auto index = size_;
    for (std::size_t level = 0;; ++level, index /= 2) {
        if (level == levels_.size()) levels_.emplace_back();
        auto& nodes = levels_[level].nodes;
        nodes.push_back(finished);
        if (index % 2 == 0) break;
        finished = node_hash(algorithm_, nodes[nodes.size() - 2], finished);
    }
    ++size_;
}

Digest TreeEdge::root() const {
    std::optional<Digest> root;
    for (std::size_t level = 0; level < levels_.size(); ++level) {
        if ((size_ >> level) % 2 == 0) continue;
        auto const& peak = levels_[level].nodes.back();
        root = root ? node_hash(algorithm_, peak, *root) : peak;
    }
    return root ? *root : hash(algorithm_, "");
}

Digest TreeEdge::node(std::uint8_t level, std::uint64_t index) const {
    if (level < levels_.size()) {
        auto const& [first, nodes] = levels_[level];
        if (index >= first && index - first < nodes.size()) return nodes[static_cast<std::size_t>(index - first)];
    }
    throw std::out_of_range("no such subtree at the edge: level " + std::to_string(level) + ", index " +
                            std::to_string(index));
}

void TreeEdge::forget() {
    for (std::size_t level = 0; level < levels_.size(); ++level) {
        auto& [first, nodes] = levels_[level];
        auto const count = size_ >> level;
        if (count % 2 == 1) nodes.erase(nodes.begin(), nodes.end() - 1);
        else nodes.clear();
        first = count - count % 2;
    }
}

}  // namespace anping::crypto
