// SPDX-License-Identifier: Apache-2.0
// What can happen to a price that is low among like ones; a conclusion's id is the subject.
#pragma once

#include <anping/planning/commands/prices.hpp>
#include <anping/practice/types.hpp>

namespace anping::planning {

// With where the price stood that day. The price itself stands in the contract's own entry.
struct PriceConcluded {
    static constexpr char const* kType = "planning.price_concluded";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    practice::ProjectId project;
    registry::InstitutionId institution;
    ConcludePrice conclusion;
    std::int64_t samples = 0;
    std::int64_t percentile = 0;
    std::string area;
    rulebook::Citation citation;
};
BOOST_DESCRIBE_STRUCT(PriceConcluded, (),
                      (bureau, region, authority, project, institution, conclusion, samples, percentile, area,
                       citation))

}  // namespace anping::planning
