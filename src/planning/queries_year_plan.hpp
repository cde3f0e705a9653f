// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/db/session.hpp>

#include "rules_year_plan.hpp"

namespace anping::planning::queries {

std::optional<YearPlanState> year_plan_state(db::Session& session, YearPlanId const& id);
std::vector<YearPlanSummary> year_plans(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                        std::int64_t limit);
std::optional<YearPlanSummary> year_plan(db::Session& session, YearPlanId const& id);
// Accounts stand where names will.
std::vector<YearPlanAct> year_plan_acts(db::Session& session, YearPlanId const& id);
std::int64_t year_plan_version(db::Session& session, YearPlanId const& id);
// Of the bureau for that year.
std::optional<YearPlanId> year_plan_of(db::Session& session, registry::BureauId const& bureau, std::int64_t year);

}  // namespace anping::planning::queries
