// SPDX-License-Identifier: Apache-2.0
// Projections made anew from the ledger.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::ledger {

using Progress = std::function<void(std::string const& projection, std::int64_t done, std::int64_t of)>;

// Replays those whose stamp changed, in batches, each in one transaction under the head's lock. Safe to interrupt and
// to run from two processes at once. The ledger must exist (Writer makes it). Throws std::runtime_error naming the
// entry that could not be applied.
void bring_up_to_date(db::Session& session, std::vector<Projection*> const& projections, Progress const& progress = {});

// Drops and replays all of them.
void rebuild(db::Session& session, std::vector<Projection*> const& projections, Progress const& progress = {});

}  // namespace anping::ledger
