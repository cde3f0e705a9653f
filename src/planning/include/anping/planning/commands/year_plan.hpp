// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/planning/types.hpp>

namespace anping::planning {

struct PlannedVisits {
    registry::InstitutionId institution;
    Coverage kind = Coverage::site;
    std::int64_t times = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(PlannedVisits, (), (institution, kind, times, reason))

struct WriteYearPlan {
    std::int64_t year = 0;
    Text<2, 200> title;
    Text<2, 500> basis;
    std::vector<PlannedVisits> items;
};
BOOST_DESCRIBE_STRUCT(WriteYearPlan, (), (year, title, basis, items))

// Whole: what is not named any more is not planned any more.
struct ChangeYearPlan {
    Text<2, 1000> reason;
    std::vector<PlannedVisits> items;
};
BOOST_DESCRIBE_STRUCT(ChangeYearPlan, (), (reason, items))

}  // namespace anping::planning
