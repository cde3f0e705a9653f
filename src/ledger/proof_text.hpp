// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/crypto/merkle.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::ledger {

inline std::vector<std::string> proof_text(crypto::Proof const& proof) {
    std::vector<std::string> out;
    out.reserve(proof.size());
    for (auto const& digest : proof) out.push_back(crypto::to_hex(digest));
    return out;
}

inline Receipt make_receipt(crypto::HashAlgorithm algorithm, std::int64_t entry, crypto::Digest const& leaf,
                            std::int64_t size, crypto::Digest const& root, crypto::Proof const& proof) {
    return {entry,
            crypto::to_hex(leaf),
            size,
            crypto::to_hex(root),
            proof_text(proof),
            std::string(crypto::to_string(algorithm))};
}

}  // namespace anping::ledger
