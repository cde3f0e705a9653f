// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <anping/planning/visits.hpp>

#include "covered.hpp"

namespace anping::planning {
namespace {

field::Date first_of(int year) { return field::Date::of(year, 1, 1).value(); }
field::Date last_of(int year) { return field::Date::of(year, 12, 31).value(); }

bool is_of(CoverageDone const& one, Visited const& whom) {
    if (whom.enterprise) return one.enterprise == whom.enterprise;
    return whom.institution && one.institution == *whom.institution;
}

// Bureaus of the asker's line: elsewhere nobody asks for another's visits.
bool in_line(rulebook::Law const& law, access::Principal const& who, registry::BureauId const& bureau) {
    auto const region = registry::region_of(bureau);
    auto const& regions = law.regions();
    return regions.contains(who.region, region) || regions.contains(region, who.region);
}

}  // namespace

std::vector<EnterpriseVisits> Visits::enterprises(db::Session& session, access::Principal const& who, field::Date today,
                                                  std::int64_t least, std::string const& after,
                                                  std::int64_t limit) const {
    auto const law = with_.law();
    rulebook::Place const place{who.region, who.authority};
    auto const cap = cap_of(*law, place, today, "enterprise");
    std::map<std::string, std::vector<CoveredBy>> all;
    for (auto const& id : with_.served(session, place, first_of(today.year()))) all[id.text];
    for (auto const& one : with_.done(session, place, first_of(today.year()), last_of(today.year()))) {
        if (!one.enterprise || !enters(one.kind) || !all.contains(one.enterprise->text)) continue;
        all[one.enterprise->text].push_back(covered_by(one, who.unit, with_.directory));
    }
    std::vector<EnterpriseVisits> out;
    for (auto& [id, by] : all) {
        auto const visits = static_cast<std::int64_t>(by.size());
        if (id <= after || visits < least || static_cast<std::int64_t>(out.size()) >= limit) continue;
        auto const own = own_visits(by);
        out.push_back({{id}, id, std::move(by), visits, own, cap.value, cap.value && own > *cap.value});
    }
    std::vector<std::string*> names;
    names.reserve(out.size());
    for (auto& row : out) names.push_back(&row.name);
    with_.directory.put_names(session, names);
    return out;
}

VisitLoad Visits::load(db::Session& session, access::Principal const& who, field::Date today,
                       Visited const& whom) const {
    auto const law = with_.law();
    rulebook::Place const place{who.region, who.authority};
    VisitLoad out;
    out.year = today.year();
    for (auto const& one : with_.done(session, place, first_of(today.year()), last_of(today.year())))
        if (enters(one.kind) && is_of(one, whom) && in_line(*law, who, one.bureau))
            out.by.push_back(covered_by(one, who.unit, with_.directory));
    out.own = own_visits(out.by);
    out.ahead = with_.ahead(session, {who.unit}, whom);
    auto cap = cap_of(*law, place, today, whom.enterprise ? "enterprise" : "institution");
    out.cap = cap.value;
    out.caps = std::move(cap.citation);
    out.reached = out.cap && out.own >= *out.cap;
    if (auto const* clause = law->find(rulebook::Kind::procedure, "one_visit", place, today))
        out.one_visit = clause->citation;
    return out;
}

}  // namespace anping::planning
