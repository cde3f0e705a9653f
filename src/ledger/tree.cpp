// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include <anping/ledger/tree.hpp>

#include "proof_text.hpp"
#include "store.hpp"

namespace anping::ledger {

Tree::Tree(db::Session& session, std::string const& directory, crypto::HashAlgorithm algorithm)
    : session_(session),
      algorithm_(algorithm),
      tiles_(directory, algorithm,
             [this](std::int64_t first, std::int64_t end) { return store::leaves(session_, first, end); }) {}

crypto::Digest Tree::root(std::int64_t size) {
    return crypto::root_from_nodes(algorithm_, static_cast<std::uint64_t>(size), tiles_.reader());
}

crypto::Proof Tree::inclusion(std::int64_t index, std::int64_t size) {
    if (index < 0 || index >= size) throw std::out_of_range("no such entry in a tree of this size");
    return crypto::inclusion_proof(algorithm_, static_cast<std::uint64_t>(index), static_cast<std::uint64_t>(size),
                                   tiles_.reader());
}

crypto::Proof Tree::consistency(std::int64_t old_size, std::int64_t size) {
    if (old_size < 0 || old_size > size) throw std::out_of_range("no such pair of sizes");
    return crypto::consistency_proof(algorithm_, static_cast<std::uint64_t>(old_size), static_cast<std::uint64_t>(size),
                                     tiles_.reader());
}

Receipt Tree::receipt(std::int64_t entry, std::int64_t size) {
    auto const proof = inclusion(entry, size);
    auto const leaf = store::leaf(session_, entry);
    if (!leaf) throw std::out_of_range("the ledger has no entry " + std::to_string(entry));
    return make_receipt(algorithm_, entry, *leaf, size, root(size), proof);
}

}  // namespace anping::ledger
