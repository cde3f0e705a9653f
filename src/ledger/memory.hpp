// SPDX-License-Identifier: Apache-2.0
// What the writer knows of the ledger between groups. Advances only after a commit.
#pragma once

#include <string>

#include <anping/crypto/merkle.hpp>
#include <anping/db/session.hpp>

#include "store.hpp"

namespace anping::ledger {

struct Memory {
    store::Head head;
    crypto::TreeEdge edge;
};

// The ledger as it stands under `head`. Throws std::runtime_error when entries and head contradict each other.
Memory load_memory(db::Session& session, std::string const& directory, store::Head const& head);

}  // namespace anping::ledger
