// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <anping/ledger/projection.hpp>

namespace anping::planning {

std::unique_ptr<ledger::Projection> make_projection();
// Secrets of seeds that were announced and not used so far; each is what its digest in the ledger says.
char const* kept_schema() noexcept;
// Digests of seeds, not used or of a draw that is still to be held, whose secret is gone or another one: no draw can be
// held on them.
std::vector<std::string> damaged_seeds(db::Session& session);

}  // namespace anping::planning
