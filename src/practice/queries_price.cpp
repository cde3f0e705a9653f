// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/db/columns.hpp>
#include <anping/practice/prices.hpp>

#include "queries.hpp"

namespace anping::practice {
namespace {

// Of the clause's steps; 0 when it has no such one.
std::int64_t number_of(json::value const& steps, std::string_view code) {
    if (!steps.is_array()) return 0;
    for (auto const& step : steps.get_array())
        if (step.at("code").as_string() == code)
            if (auto const* value = step.get_object().if_contains("value")) return value->to_number<std::int64_t>();
    return 0;
}

// What the book of a place asks for before it compares, and what it calls low.
struct Measure {
    std::int64_t samples = 1;
    std::int64_t percentile = 0;
    rulebook::Citation citation;

    bool low(std::int64_t cheaper, std::int64_t of) const { return cheaper * 100 < percentile * of; }
};

std::optional<Measure> measure_at(rulebook::Law const& law, rulebook::Place const& place, field::Date today) {
    auto const* clause = law.find(rulebook::Kind::procedure, "price_comparison", place, today);
    auto const steps = law.setting(rulebook::Kind::procedure, "price_comparison", "steps", place, today);
    if (clause == nullptr || !steps) return std::nullopt;
    return Measure{std::max<std::int64_t>(1, number_of(*steps, "samples_min")), number_of(*steps, "low_percentile"),
                   clause->citation};
}

std::string area_name(rulebook::Law const& law, field::RegionCode const& region, std::size_t digits) {
    return law.regions().full_name({region.digits.substr(0, digits) + std::string(6 - digits, '0')});
}

struct Priced {
    std::string service_type;
    std::string scope;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    std::int64_t price = 0;
};

std::optional<Priced> priced(db::Session& session, ProjectId const& id) {
    auto row = session.one<std::string, std::string, field::RegionCode, field::Authority, std::int64_t>(
        "SELECT service_type, scope, region, authority, price FROM practice_project WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [service, scope, region, authority, price] = *row;
    return Priced{std::move(service), std::move(scope), std::move(region), authority, price};
}

// Of the others in the area, ascending. A project that a notice told of has no price until its contract is recorded.
std::vector<std::int64_t> others(db::Session& session, Priced const& of, ProjectId const& id, std::string const& area) {
    std::vector<std::int64_t> out;
    session.each<std::int64_t>(
        "SELECT price FROM practice_project WHERE service_type = :service AND scope = :scope AND id <> :id AND price > "
        "0 AND region >= :from AND region < :until ORDER BY price",
        {of.service_type, of.scope, id, area, area + "~"}, [&](auto price) { out.push_back(price); });
    return out;
}

// The highest price that is still low: fewer than the book's share of the others cost less than it.
std::optional<std::int64_t> bound_in(std::vector<std::int64_t> const& others, Measure const& by) {
    auto const of = static_cast<std::int64_t>(others.size());
    std::int64_t cheaper = 0;
    while (cheaper < of && by.low(cheaper, of)) ++cheaper;
    if (cheaper == 0) return std::nullopt;
    return others[static_cast<std::size_t>(cheaper - 1)];
}

}  // namespace

std::optional<LikePrices> like_prices(db::Session& session, rulebook::Law const& law, field::Date today,
                                      ProjectId const& id) {
    auto const of = priced(session, id);
    if (!of) return std::nullopt;
    LikePrices out;
    out.own = {of->price};
    auto const by = measure_at(law, {of->region, of->authority}, today);
    if (!by) return out;
    out.standing.citation = by->citation;
    out.standing.samples_asked = by->samples;
    if (of->price == 0) return out;
    // County, prefecture, province: the digits of a code are nested.
    for (std::size_t const digits : {6U, 4U, 2U}) {
        auto found = others(session, *of, id, of->region.digits.substr(0, digits));
        out.standing.samples = static_cast<std::int64_t>(found.size());
        out.standing.area = area_name(law, of->region, digits);
        if (out.standing.samples < by->samples) continue;
        auto const cheaper = std::ranges::lower_bound(found, of->price) - found.begin();
        out.standing.percentile = cheaper * 100 / out.standing.samples;
        out.standing.low = by->low(cheaper, out.standing.samples);
        out.bound = bound_in(found, *by);
        out.others = std::move(found);
        break;
    }
    return out;
}

std::vector<LowPrice> low_prices(db::Session& session, rulebook::Law const& law, field::Date today,
                                 rulebook::Place const& place, access::Visibility const& sees, std::string const& after,
                                 std::int64_t limit) {
    std::vector<LowPrice> out;
    auto const by = measure_at(law, place, today);
    if (!by) return out;
    auto const seen = queries::seen_projects(sees);
    auto const province = place.region.digits.substr(0, 2);
    queries::Filter const measured{"", {province, province + "~", by->samples, by->percentile}};
    // As like_prices() counts them, for all at once: a rank is one more than how many cost less.
    session.each<ProjectId, std::string, registry::InstitutionId, registry::EnterpriseId, field::RegionCode,
                 std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        // lint: sql - the condition of who may see what, its values bound
        "WITH ranked AS (SELECT id AS project, count(*) OVER county - 1 AS n6, rank() OVER (county ORDER BY price) - 1 "
        "AS c6, count(*) OVER prefecture - 1 AS n4, rank() OVER (prefecture ORDER BY price) - 1 AS c4, count(*) OVER "
        "province - 1 AS n2, rank() OVER (province ORDER BY price) - 1 AS c2 FROM practice_project WHERE price > 0 AND "
        "region >= :from AND region < :until WINDOW county AS (PARTITION BY service_type, scope, substr(region, 1, "
        "6)), prefecture AS (PARTITION BY service_type, scope, substr(region, 1, 4)), province AS (PARTITION BY "
        "service_type, scope, substr(region, 1, 2))), placed AS (SELECT project, CASE WHEN n6 >= :least THEN 6 WHEN n4 "
        ">= :least THEN 4 ELSE 2 END AS digits, CASE WHEN n6 >= :least THEN n6 WHEN n4 >= :least THEN n4 ELSE n2 END "
        "AS samples, CASE WHEN n6 >= :least THEN c6 WHEN n4 >= :least THEN c4 ELSE c2 END AS cheaper FROM ranked WHERE "
        "n2 >= :least) SELECT id, title, institution, enterprise, region, price, samples, cheaper * 100 / samples, "
        "digits FROM placed JOIN practice_project ON id = project WHERE cheaper * 100 < :low * samples AND (" +
            seen.sql + ") AND (:start = '' OR id < :after) ORDER BY id DESC LIMIT :limit",
        measured.and_then(seen.and_then({after, after, limit})),
        [&](auto id, auto title, auto institution, auto enterprise, auto region, auto price, auto samples,
            auto percentile, auto digits) {
            auto area = area_name(law, region, static_cast<std::size_t>(digits));
            out.push_back({std::move(id),
                           std::move(title),
                           std::move(institution),
                           std::move(enterprise),
                           std::move(region),
                           {price},
                           samples,
                           percentile,
                           std::move(area)});
        });
    return out;
}

namespace queries {

std::optional<PriceComparison> price(Reading const& with, ProjectId const& id) {
    auto found = like_prices(with.session, with.law, with.today, id);
    if (!found) return std::nullopt;
    return std::move(found->standing);
}

}  // namespace queries
}  // namespace anping::practice
