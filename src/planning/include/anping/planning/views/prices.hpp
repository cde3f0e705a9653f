// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/planning/events/prices.hpp>

namespace anping::planning {

struct LowPriceRow {
    practice::ProjectId project;
    std::string title;
    registry::InstitutionId institution;
    std::string institution_name;
    std::string enterprise_name;
    std::string region_name;
    field::Money price;
    std::int64_t samples = 0;
    std::int64_t percentile = 0;
    std::string area;
    std::optional<PriceVerdict> verdict;  // the last one
};
BOOST_DESCRIBE_STRUCT(LowPriceRow, (),
                      (project, title, institution, institution_name, enterprise_name, region_name, price, samples,
                       percentile, area, verdict))

struct PriceConclusionView {
    PriceConclusionId id;
    ConcludePrice conclusion;
    std::int64_t samples = 0;
    std::int64_t percentile = 0;
    std::string area;
    std::string bureau_name;
    std::string by;  // the officer's name
    Timestamp at;
    std::int64_t entry = 0;
    std::optional<ListingId> listing;  // proposed for the key list by it
};
BOOST_DESCRIBE_STRUCT(PriceConclusionView, (),
                      (id, conclusion, samples, percentile, area, bureau_name, by, at, entry, listing))

// Prices of like projects, of nobody's name: at most kMostPrices of them, evenly taken. Where there are fewer than the
// book asks for, nothing is said.
struct PriceView {
    practice::ProjectId project;
    field::Money price;
    std::int64_t samples = 0;
    std::int64_t samples_asked = 0;
    std::optional<std::int64_t> percentile;
    std::string area;
    bool low = false;
    std::vector<field::Money> others;
    std::optional<field::Money> bound;  // a price up to this one is low
    std::optional<rulebook::Citation> citation;
    std::vector<PriceConclusionView> conclusions;  // the newest first
    bool yours_to_conclude = false;
};
BOOST_DESCRIBE_STRUCT(PriceView, (),
                      (project, price, samples, samples_asked, percentile, area, low, others, bound, citation,
                       conclusions, yours_to_conclude))
inline constexpr std::size_t kMostPrices = 400;

}  // namespace anping::planning
