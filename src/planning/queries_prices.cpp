// SPDX-License-Identifier: Apache-2.0
#include "queries_prices.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::planning::queries {
namespace {

PriceConcluded concluded(std::string const& body) { return from_trusted_json<PriceConcluded>(json::parse(body)); }

}  // namespace

std::optional<PriceVerdict> last_verdict(db::Session& session, practice::ProjectId const& project) {
    auto row = session.one<PriceVerdict>(
        "SELECT verdict FROM planning_price WHERE project = :project ORDER BY entry DESC LIMIT 1", {project});
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

std::vector<PriceConclusionView> conclusions(db::Session& session, practice::ProjectId const& project) {
    std::vector<PriceConclusionView> out;
    session.each<PriceConclusionId, std::string, Timestamp, std::string, std::int64_t, std::optional<ListingId>>(
        "SELECT id, account, at, body, entry, (SELECT min(l.id) FROM planning_listing l WHERE l.key = :price || "
        "planning_price.id) FROM planning_price WHERE project = :project ORDER BY entry DESC",
        {"price:", project}, [&](auto id, auto account, auto at, auto body, auto entry, auto listing) {
            auto in = concluded(body);
            out.push_back({std::move(id), std::move(in.conclusion), in.samples, in.percentile, std::move(in.area),
                           std::move(in.bureau.text), std::move(account), at, entry, std::move(listing)});
        });
    return out;
}

std::vector<SuspectedPrice> suspected_prices(db::Session& session, registry::InstitutionId const& institution,
                                             rulebook::Place const& place) {
    std::string const prefix(field::subtree_prefix(place.region));
    std::vector<SuspectedPrice> out;
    session.each<PriceConclusionId, std::string, Timestamp>(
        "SELECT id, body, at FROM planning_price WHERE institution = :institution AND verdict = 'suspected' AND region "
        ">= :within AND region < :beyond AND authority = :authority AND NOT EXISTS (SELECT 1 FROM planning_price later "
        "WHERE later.project = planning_price.project AND later.entry > planning_price.entry) ORDER BY entry",
        {institution, prefix, prefix + ":", db::sql(place.authority)},
        [&](auto id, auto body, auto at) { out.push_back({std::move(id), concluded(body), at}); });
    return out;
}

}  // namespace anping::planning::queries
