// SPDX-License-Identifier: Apache-2.0
// Decisions about a price that is low among like ones, and what of them is shown. Pure.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/planning/views/prices.hpp>
#include <anping/practice/projects.hpp>
#include <anping/practice/views.hpp>

namespace anping::planning {

struct PriceGrounds {
    access::Principal const& who;
    practice::ProjectFacts const& project;
    practice::PriceComparison const& standing;
    bool concluded_before = false;
};

Result<ledger::Event> conclude(ConcludePrice const& in, PriceConclusionId const& id, PriceGrounds const& with);

// As many of them as are asked for, evenly taken, the least and the greatest among them.
std::vector<field::Money> spread(std::vector<std::int64_t> const& ascending, std::size_t most);

}  // namespace anping::planning
