// SPDX-License-Identifier: Apache-2.0
// Proofs and their verification walk the same recursion from the root down, so that what is verified is by
// construction the shape of the tree: a node too many or too few has no place to go.
#include <bit>
#include <stdexcept>

#include <anping/crypto/merkle.hpp>

#include "merkle_shape.hpp"

namespace anping::crypto {

namespace {

struct Prover {
    HashAlgorithm algorithm;
    NodeReader const& read;
    Proof proof = {};

    // The path of leaf `index` in the tree of `size` leaves that begins at `start`.
    void include(std::uint64_t index, std::uint64_t start, std::uint64_t size) {
        if (size == 1) return;
        auto const left = split_of(size);
        if (index < left) {
            include(index, start, left);
            add(start + left, size - left);
        } else {
            include(index - left, start + left, size - left);
            add(start, left);
        }
    }

    // SUBTREE_SUBPROOF; `known` while the verifier has the root of what is left of the subtree.
    void relate(Subtree part, std::uint64_t start, std::uint64_t size, bool known) {
        if (part.start == 0 && part.end == size) {
            if (!known) add(start, size);
            return;
        }
        auto const left = split_of(size);
        if (part.end <= left) {
            relate(part, start, left, known);
            add(start + left, size - left);
        } else if (part.start >= left) {
            relate({part.start - left, part.end - left}, start + left, size - left, known);
            add(start, left);
        } else {
            relate({0, part.end - left}, start + left, size - left, false);
            add(start, left);
        }
    }

    void add(std::uint64_t start, std::uint64_t size) { proof.push_back(range_root(algorithm, start, size, read)); }
};

struct Verifier {
    HashAlgorithm algorithm;
    std::span<Digest const> nodes;  // not yet used; the root's children are last

    struct Roots {
        Digest part;
        Digest whole;
    };

    std::optional<Digest> take() {
        if (nodes.empty()) return std::nullopt;
        auto const node = nodes.back();
        nodes = nodes.first(nodes.size() - 1);
        return node;
    }

    // The root of a tree of `size` leaves with `leaf` at `index`.
    std::optional<Digest> include(Digest const& leaf, std::uint64_t index, std::uint64_t size) {
        if (size == 1) return leaf;
        auto const left = split_of(size);
        auto const sibling = take();
        if (!sibling) return std::nullopt;
        auto const below = index < left ? include(leaf, index, left) : include(leaf, index - left, size - left);
        if (!below) return std::nullopt;
        return index < left ? node_hash(algorithm, *below, *sibling) : node_hash(algorithm, *sibling, *below);
    }

    // The roots of the subtree and of the tree of `size` leaves; `known` is the claimed root of the subtree as long
    // as the subtree is whole.
    std::optional<Roots> relate(Subtree part, std::uint64_t size, Digest const* known) {
        if (part.start == 0 && part.end == size) {
            if (known != nullptr) return Roots{*known, *known};
            auto const node = take();
            if (!node) return std::nullopt;
            return Roots{*node, *node};
        }
        auto const left = split_of(size);
        auto const sibling = take();
        if (!sibling) return std::nullopt;
        if (part.end <= left) {
            auto const below = relate(part, left, known);
            if (!below) return std::nullopt;
            return Roots{below->part, node_hash(algorithm, below->whole, *sibling)};
        }
        bool const right_only = part.start >= left;
        auto const rest = Subtree{right_only ? part.start - left : 0, part.end - left};
        auto const below = relate(rest, size - left, right_only ? known : nullptr);
        if (!below) return std::nullopt;
        return Roots{right_only ? below->part : node_hash(algorithm, *sibling, below->part),
                     node_hash(algorithm, *sibling, below->whole)};
    }
};

void require(bool ok, char const* what) {
    if (!ok) throw std::invalid_argument(what);
}

}  // namespace

bool Subtree::valid() const noexcept {
    if (start > end) return false;
    auto const size = end - start;
    if (size <= 1) return true;
    // Above 2^63 leaves the next power of two does not fit.
    if (size > (std::uint64_t{1} << 63)) return start == 0;
    return start % std::bit_ceil(size) == 0;
}

Proof inclusion_proof(HashAlgorithm algorithm, std::uint64_t index, std::uint64_t size, NodeReader const& read) {
    require(index < size, "inclusion proof: no such leaf");
    Prover prover{algorithm, read};
    prover.include(index, 0, size);
    return std::move(prover.proof);
}

Proof consistency_proof(HashAlgorithm algorithm, std::uint64_t old_size, std::uint64_t size, NodeReader const& read) {
    return subtree_consistency_proof(algorithm, {0, old_size}, size, read);
}

Proof subtree_consistency_proof(HashAlgorithm algorithm, Subtree subtree, std::uint64_t size, NodeReader const& read) {
    require(subtree.valid() && subtree.end <= size, "consistency proof: no such subtree");
    if (subtree.start == subtree.end) return {};
    Prover prover{algorithm, read};
    prover.relate(subtree, 0, size, true);
    return std::move(prover.proof);
}

bool verify_inclusion(HashAlgorithm algorithm, Digest const& leaf, std::uint64_t index, std::uint64_t size,
                      Proof const& proof, Digest const& root) {
    if (index >= size) return false;
    Verifier verifier{algorithm, proof};
    auto const found = verifier.include(leaf, index, size);
    return found && verifier.nodes.empty() && *found == root;
}

bool verify_consistency(HashAlgorithm algorithm, std::uint64_t old_size, std::uint64_t size, Digest const& old_root,
                        Digest const& root, Proof const& proof) {
    if (old_size == 0 && (size != 0 || root != old_root)) return false;
    return verify_subtree_consistency(algorithm, {0, old_size}, size, old_root, root, proof);
}

bool verify_subtree_inclusion(HashAlgorithm algorithm, Digest const& leaf, std::uint64_t index, Subtree subtree,
                              Proof const& proof, Digest const& subtree_root) {
    if (!subtree.valid() || index < subtree.start) return false;
    return verify_inclusion(algorithm, leaf, index - subtree.start, subtree.end - subtree.start, proof, subtree_root);
}

bool verify_subtree_consistency(HashAlgorithm algorithm, Subtree subtree, std::uint64_t size,
                                Digest const& subtree_root, Digest const& root, Proof const& proof) {
    if (!subtree.valid() || subtree.end > size) return false;
    if (subtree.start == subtree.end) return proof.empty() && subtree_root == hash(algorithm, "");
    Verifier verifier{algorithm, proof};
    auto const found = verifier.relate(subtree, size, &subtree_root);
    return found && verifier.nodes.empty() && found->part == subtree_root && found->whole == root;
}

}  // namespace anping::crypto
