// SPDX-License-Identifier: Apache-2.0
// What can happen to the plan of a year; its id is the subject.
#pragma once

#include <anping/planning/commands/year_plan.hpp>

namespace anping::planning {

struct YearPlanWritten {
    static constexpr char const* kType = "planning.year_plan_written";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    WriteYearPlan plan;
};
BOOST_DESCRIBE_STRUCT(YearPlanWritten, (), (bureau, region, authority, plan))

struct YearPlanApproved {
    static constexpr char const* kType = "planning.year_plan_approved";
    static constexpr std::int64_t kVersion = 1;
};
BOOST_DESCRIBE_STRUCT(YearPlanApproved, (), ())

// It waits for approval again.
struct YearPlanChanged {
    static constexpr char const* kType = "planning.year_plan_changed";
    static constexpr std::int64_t kVersion = 1;
    ChangeYearPlan change;
};
BOOST_DESCRIBE_STRUCT(YearPlanChanged, (), (change))

}  // namespace anping::planning
