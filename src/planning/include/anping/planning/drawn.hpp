// SPDX-License-Identifier: Apache-2.0
// What other modules ask of a draw: whom it chose, and who is sent there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/planning/types.hpp>

namespace anping::planning {

struct Sending {
    registry::InstitutionId institution;
    std::vector<std::string> certificates;  // of the officers; none where the draw sends nobody by name
};

struct DrawnBy {
    registry::BureauId bureau;
    std::vector<Sending> sendings;  // those in reserve follow, with nobody sent
};

// Of a draw that was held here, or recorded from another platform and not withdrawn.
std::optional<DrawnBy> drawn_by(db::Session& session, std::string const& draw);

}  // namespace anping::planning
