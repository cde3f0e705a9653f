// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/planning/views/year_plan.hpp>

namespace anping::planning {

// What an enterprise that is served here was visited in a year, against the place's cap.
struct EnterpriseVisits {
    registry::EnterpriseId enterprise;
    std::string name;
    std::vector<CoveredBy> by;
    std::int64_t visits = 0;  // by anybody, desk checks left out
    std::int64_t own = 0;     // of them by the asker's bureau
    std::optional<std::int64_t> cap;
    bool over_cap = false;
};
BOOST_DESCRIBE_STRUCT(EnterpriseVisits, (), (enterprise, name, by, visits, own, cap, over_cap))

struct VisitAhead {
    field::Date from;
    field::Date until;
    std::string reference;
};
BOOST_DESCRIBE_STRUCT(VisitAhead, (), (from, until, reference))

// What whoever plans a further visit should know: a reminder, never a bar.
struct VisitLoad {
    std::int64_t year = 0;
    std::vector<CoveredBy> by;  // desk checks left out
    std::int64_t own = 0;
    std::vector<VisitAhead> ahead;  // the bureau's own that are not over
    std::optional<std::int64_t> cap;
    bool reached = false;  // a further one would be more than the cap
    std::optional<rulebook::Citation> caps;
    std::optional<rulebook::Citation> one_visit;
};
BOOST_DESCRIBE_STRUCT(VisitLoad, (), (year, by, own, ahead, cap, reached, caps, one_visit))

}  // namespace anping::planning
