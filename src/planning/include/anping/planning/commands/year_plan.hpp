// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
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

// In which setting an inspection is; codes of the clause's steps (WJ-10).
enum class InspectionSetting { daily, enforcement, permit, accident };
BOOST_DESCRIBE_ENUM(InspectionSetting, daily, enforcement, permit, accident)

// Of the institutions at the place, how many in a hundred the bureau wants to look at in a setting.
struct SettingShare {
    InspectionSetting setting = InspectionSetting::daily;
    std::int64_t percent = 0;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(SettingShare, (), (setting, percent, reason))

struct WriteYearPlan {
    std::int64_t year = 0;
    Text<2, 200> title;
    Text<2, 500> basis;
    std::vector<PlannedVisits> items;
    std::optional<std::vector<SettingShare>> shares = {};
};
BOOST_DESCRIBE_STRUCT(WriteYearPlan, (), (year, title, basis, items, shares))

// Whole: what is not named any more is not planned any more.
struct ChangeYearPlan {
    Text<2, 1000> reason;
    std::vector<PlannedVisits> items;
    std::optional<std::vector<SettingShare>> shares = {};
};
BOOST_DESCRIBE_STRUCT(ChangeYearPlan, (), (reason, items, shares))

}  // namespace anping::planning
