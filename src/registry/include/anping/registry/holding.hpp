// SPDX-License-Identifier: Apache-2.0
// Whether an institution still has what its qualification asks for (Order No. 1 of 2019, articles 6 and 7), from what
// is registered of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/registry/staffing.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::registry {

// `asked` and `have` in `unit` (人, %). `since` is the first day of the gap that stands today; what was before the
// institution was registered here is not known. Without `have` the register does not hold what would tell.
struct HeldCondition {
    std::string code;  // of the catalogue "qualification_conditions", or "staffing.<scope>"
    std::string name;
    std::optional<std::int64_t> asked;
    std::optional<std::int64_t> have;
    std::string unit;
    bool holds = true;
    std::optional<field::Date> since;
    std::string text;  // what is missing
    rulebook::Mark mark = rulebook::Mark::unconfirmed;
};
BOOST_DESCRIBE_STRUCT(HeldCondition, (), (code, name, asked, have, unit, holds, since, text, mark))

struct Holding {
    InstitutionId institution;
    std::string institution_name;
    field::Date day;
    std::vector<HeldCondition> conditions;
    std::optional<rulebook::Citation> conditions_clause;
    std::optional<rulebook::Citation> staffing_clause;
    std::int64_t gaps = 0;
};
BOOST_DESCRIBE_STRUCT(Holding, (),
                      (institution, institution_name, day, conditions, conditions_clause, staffing_clause, gaps))

}  // namespace anping::registry
