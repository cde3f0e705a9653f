// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/planning/service.hpp>

#include "rules_draws.hpp"

namespace anping::planning {

struct SplitAsked {
    DrawScope scope;
    SplitBy by;
    draw::Listed<PlacedIn> const& placed;
    char const* field;  // of `by`, for the error
};

// In which stratum each of them is on that day. Error where the list cannot be split so.
Result<void> put_strata(Service::With const& from, db::Session& session, access::Principal const& who,
                        SplitAsked const& asked, field::Date today, std::vector<Listed>& to);

}  // namespace anping::planning
