// SPDX-License-Identifier: Apache-2.0
// What several meters count: looks that are over, and how many a place lets be.
#pragma once

#include <algorithm>

#include <anping/planning/year_plans.hpp>

namespace anping::planning {

// Another bureau's is a result of its own kind, whatever it was.
inline CoveredBy covered_by(CoverageDone const& one, std::string const& own, registry::Directory const& directory) {
    bool const ours = one.bureau.text == own;
    return {ours ? one.kind : Coverage::other, one.day, directory.bureau_name(one.bureau), one.reference, ours};
}

// What a bureau did on paper enters nobody's site; a joint visit does, and counts for the cap like one alone (XJ-11b).
inline bool enters(Coverage kind) { return kind != Coverage::desk; }

inline std::int64_t own_visits(std::vector<CoveredBy> const& by) {
    return std::ranges::count_if(by, [](CoveredBy const& one) { return one.own && enters(one.kind); });
}

struct Cap {
    std::optional<std::int64_t> value;
    std::optional<rulebook::Citation> citation;
};

// Of visits in a year, to an "institution" or an "enterprise".
inline Cap cap_of(rulebook::Law const& law, rulebook::Place const& place, field::Date day, char const* whom) {
    Cap out;
    auto const* clause = law.find(rulebook::Kind::catalogue, "inspection_caps", place, day);
    if (clause == nullptr) return out;
    out.citation = clause->citation;
    auto const* item = rulebook::catalogue_item(&clause->body, whom);
    if (auto const* value = item == nullptr ? nullptr : item->if_contains("value"))
        out.value = value->to_number<std::int64_t>();
    return out;
}

}  // namespace anping::planning
