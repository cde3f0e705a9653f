// SPDX-License-Identifier: Apache-2.0
// How often enterprises and institutions are visited in a year: caps and the one-visit rule 综合查一次 (XJ-11b).
#pragma once

#include <anping/planning/views/visits.hpp>
#include <anping/planning/year_plans.hpp>

namespace anping::planning {

// Whom a visit would go to: one of the two.
struct Visited {
    std::optional<registry::InstitutionId> institution;
    std::optional<registry::EnterpriseId> enterprise;
};

// Thread-safe.
class Visits {
public:
    struct With {
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        registry::Directory const& directory;
        // With a project at the place since that day.
        std::function<std::vector<registry::EnterpriseId>(db::Session&, rulebook::Place const&, field::Date since)>
            served;
        // YearPlans::With's.
        std::function<std::vector<CoverageDone>(db::Session&, rulebook::Place const&, field::Date from, field::Date to)>
            done;
        // Visits the bureau has before it.
        std::function<std::vector<VisitAhead>(db::Session&, registry::BureauId const&, Visited const&)> ahead;
    };
    explicit Visits(With with) : with_(std::move(with)) {}

    // Of the year of that day, by their ids, those after `after` with at least so many visits.
    std::vector<EnterpriseVisits> enterprises(db::Session& session, access::Principal const& who, field::Date today,
                                              std::int64_t least, std::string const& after, std::int64_t limit) const;
    VisitLoad load(db::Session& session, access::Principal const& who, field::Date today, Visited const& whom) const;

private:
    With with_;
};

}  // namespace anping::planning
