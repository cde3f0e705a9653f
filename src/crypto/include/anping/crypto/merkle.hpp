// SPDX-License-Identifier: Apache-2.0
// The Merkle tree of RFC 9162 section 2.1 over SM3 or SHA-256. Empty root = H("").
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <anping/crypto/digest.hpp>

namespace anping::crypto {

Digest leaf_hash(HashAlgorithm algorithm, std::string_view entry);                   // H(0x00 || entry)
Digest node_hash(HashAlgorithm algorithm, Digest const& left, Digest const& right);  // H(0x01 || left || right)

// Complete subtree `index` at `level` (level 0: leaves; it covers leaves [index << level, (index + 1) << level)).
using NodeReader = std::function<Digest(std::uint8_t level, std::uint64_t index)>;
using Proof = std::vector<Digest>;

Digest root_hash(HashAlgorithm algorithm, std::span<Digest const> leaves);
// From complete subtrees only; each is asked for at most once.
Digest root_from_nodes(HashAlgorithm algorithm, std::uint64_t size, NodeReader const& read);
Proof inclusion_proof(HashAlgorithm algorithm, std::uint64_t index, std::uint64_t size, NodeReader const& read);
Proof consistency_proof(HashAlgorithm algorithm, std::uint64_t old_size, std::uint64_t size, NodeReader const& read);

// RFC 9162 sections 2.1.3.2 and 2.1.4.2, strict: every node of the proof is needed and none is missing. Nothing is
// consistent with the empty tree but itself: a witness without a head treats the next one as first sight.
bool verify_inclusion(HashAlgorithm algorithm, Digest const& leaf, std::uint64_t index, std::uint64_t size,
                      Proof const& proof, Digest const& root);
bool verify_consistency(HashAlgorithm algorithm, std::uint64_t old_size, std::uint64_t size, Digest const& old_root,
                        Digest const& root, Proof const& proof);

// Leaves [start, end) of a tree, where start is a multiple of the smallest power of two not below end - start
// (draft-ietf-plants-merkle-tree-certs section 4): what one bundle of consecutive entries is proved by.
struct Subtree {
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    bool valid() const noexcept;
};
Proof subtree_consistency_proof(HashAlgorithm algorithm, Subtree subtree, std::uint64_t size, NodeReader const& read);
bool verify_subtree_inclusion(HashAlgorithm algorithm, Digest const& leaf, std::uint64_t index, Subtree subtree,
                              Proof const& proof, Digest const& subtree_root);
// The empty subtree is part of every tree that reaches it; its root is H("") and its proof empty.
bool verify_subtree_consistency(HashAlgorithm algorithm, Subtree subtree, std::uint64_t size,
                                Digest const& subtree_root, Digest const& root, Proof const& proof);

// The right edge of a growing tree: append, root, and every complete subtree finished since `forget()`.
class TreeEdge {
public:
    explicit TreeEdge(HashAlgorithm algorithm) : algorithm_(algorithm) {}
    TreeEdge(HashAlgorithm algorithm, std::uint64_t size, NodeReader const& read);
    void append(Digest const& leaf);
    std::uint64_t size() const noexcept { return size_; }
    Digest root() const;
    // Subtrees of the edge, and those completed since forget(); throws std::out_of_range for others.
    Digest node(std::uint8_t level, std::uint64_t index) const;
    void forget();  // keeps the edge only

private:
    struct Level {
        std::uint64_t first = 0;  // index of nodes.front()
        std::vector<Digest> nodes;
    };
    HashAlgorithm algorithm_;
    std::uint64_t size_ = 0;
    std::vector<Level> levels_;
};

}  // namespace anping::crypto
