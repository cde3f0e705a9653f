// SPDX-License-Identifier: Apache-2.0
// Bureaus as those who are drawn, and what is recorded of them afterwards. Pure.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/field/region.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/planning/events/bureau_checks.hpp>

#include "state_draws.hpp"

namespace anping::planning {

// Every bureau below, of the same authority, by their ids; a list of a draw holds them in the place of institutions'.
std::vector<registry::InstitutionId> bureaus_below(field::Regions const& regions, access::Principal const& who);
// "县级应急管理部门"
std::string by_level(field::Regions const& regions, registry::BureauId const& bureau);

// Of one that was drawn, or is in reserve and came in its place.
Result<ledger::Event> record_check(RecordBureauCheck const& in, State const& state,
                                   std::vector<draw::StratumDrawn> const& outcome, field::Date today);

}  // namespace anping::planning
