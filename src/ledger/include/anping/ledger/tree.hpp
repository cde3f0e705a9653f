// SPDX-License-Identifier: Apache-2.0
// Proofs for any entry and any size, from tiles and the database. One for one task; not thread-safe.
#pragma once

#include <cstdint>
#include <string>

#include <anping/crypto/merkle.hpp>
#include <anping/db/session.hpp>
#include <anping/ledger/tiles.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::ledger {

class Tree {
public:
    // `session` must see all entries asked about, and outlive the tree.
    Tree(db::Session& session, std::string const& directory, crypto::HashAlgorithm algorithm);
    crypto::Digest root(std::int64_t size);
    crypto::Proof inclusion(std::int64_t index, std::int64_t size);
    crypto::Proof consistency(std::int64_t old_size, std::int64_t size);
    Receipt receipt(std::int64_t entry, std::int64_t size);  // throws std::out_of_range unless entry < size

private:
    db::Session& session_;
    crypto::HashAlgorithm algorithm_;
    TileReader tiles_;
};

}  // namespace anping::ledger
