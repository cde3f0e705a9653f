// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/crypto/digest.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::ledger {

// Applies entries [first, end) read from `from` to the projections' tables in `to`.
void replay_entries(db::Session& from, db::Session& to, crypto::HashAlgorithm algorithm, std::int64_t first,
                    std::int64_t end, std::vector<Projection*> const& projections);

}  // namespace anping::ledger
