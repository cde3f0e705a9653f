// SPDX-License-Identifier: Apache-2.0
// Decisions about the plan of a year, and what it should hold. Pure.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/planning/year_plans.hpp>

namespace anping::planning {

struct YearPlanState {
    YearPlanId id;
    YearPlanWritten written;  // with the items as they stand
    YearPlanStage stage = YearPlanStage::written;
    std::string last_by;  // account that wrote or changed it last
};

// What is known of an institution when its year is planned.
struct Stands {
    registry::InstitutionId institution;
    std::string name;
    std::optional<RatingKnown> rating;
    std::vector<Trigger> triggers;  // by which it is listed today
    std::int64_t at_level = 0;      // enterprises it serves that the bureau's own level supervises (XJ-11a)
    std::optional<DishonestyKnown> dishonesty = {};
};

// What grade and lists ask for, each with its clause.
std::vector<SuggestionReason> asked_often(Stands const& one, rulebook::Place const& place, rulebook::Law const& law,
                                          field::Date today);
// The clause on coverage every year, where the place has one, and whether it binds bureaus of the place's own level.
struct YearlyCoverage {
    rulebook::Clause const* clause = nullptr;
    bool binds = false;
};
YearlyCoverage yearly_coverage(rulebook::Place const& place, rulebook::Law const& law, field::Date day);
// Nothing of somebody (`times` 0) whom only a level that is not the bureau's has to cover.
std::vector<Suggestion> suggest(std::vector<Stands> const& all, rulebook::Place const& place, rulebook::Law const& law,
                                field::Date today);

// How many institutions each setting wants by the plan's shares, else by the clause's; `done` by setting.
std::vector<SettingProportion> proportions(std::vector<SettingShare> const& own, rulebook::Clause const* clause,
                                           std::int64_t institutions,
                                           std::map<InspectionSetting, std::int64_t> const& done);

Result<ledger::Event> write(WriteYearPlan const& in, YearPlanId const& id, access::Principal const& who,
                            field::Date today);
Result<ledger::Event> approve(YearPlanState const& state, std::string const& account);
Result<ledger::Event> change(ChangeYearPlan const& in, YearPlanState const& state);

}  // namespace anping::planning
