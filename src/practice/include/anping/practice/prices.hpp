// SPDX-License-Identifier: Apache-2.0
// Prices among like ones (XJ-8): for the officers who weigh them, and nobody's name with a number of another's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>
#include <anping/practice/views.hpp>

namespace anping::practice {

struct LikePrices {
    PriceComparison standing;
    field::Money own;
    std::vector<std::int64_t> others;   // fen, ascending; none where there are fewer than the book asks for
    std::optional<std::int64_t> bound;  // a price up to this one is low
};
// Nothing where there is no such project.
std::optional<LikePrices> like_prices(db::Session& session, rulebook::Law const& law, field::Date today,
                                      ProjectId const& id);

struct LowPrice {
    ProjectId project;
    std::string title;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    field::RegionCode region;
    field::Money price;
    std::int64_t samples = 0;
    std::int64_t percentile = 0;
    std::string area;
};
// What the book of the place calls low among the projects that are seen: the newest first, below the project `after`.
std::vector<LowPrice> low_prices(db::Session& session, rulebook::Law const& law, field::Date today,
                                 rulebook::Place const& place, access::Visibility const& sees, std::string const& after,
                                 std::int64_t limit);

}  // namespace anping::practice
