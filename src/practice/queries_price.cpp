// SPDX-License-Identifier: Apache-2.0
#include <anping/db/columns.hpp>

#include "queries.hpp"

namespace anping::practice::queries {
namespace {

// Of the clause's steps; 0 when it has no such one.
std::int64_t number_of(json::value const& steps, std::string_view code) {
    if (!steps.is_array()) return 0;
    for (auto const& step : steps.get_array())
        if (step.at("code").as_string() == code)
            if (auto const* value = step.get_object().if_contains("value")) return value->to_number<std::int64_t>();
    return 0;
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

// How many others there are in the area, and how many of them cost less.
std::pair<std::int64_t, std::int64_t> others(db::Session& session, Priced const& of, ProjectId const& id,
                                             std::string const& area) {
    auto const row = session.one<std::int64_t, std::int64_t>(
        "SELECT count(*), COALESCE(sum(CASE WHEN price < :price THEN 1 ELSE 0 END), 0) FROM practice_project WHERE "
        "service_type = :service AND scope = :scope AND id <> :id AND region >= :from AND region < :until",
        {of.price, of.service_type, of.scope, id, area, area + "~"});
    return {std::get<0>(*row), std::get<1>(*row)};
}

}  // namespace

std::optional<PriceComparison> price(Reading const& with, ProjectId const& id) {
    auto const of = priced(with.session, id);
    if (!of) return std::nullopt;
    PriceComparison out;
    rulebook::Place const place{of->region, of->authority};
    auto const* clause = with.law.find(rulebook::Kind::procedure, "price_comparison", place, with.today);
    auto const steps = with.law.setting(rulebook::Kind::procedure, "price_comparison", "steps", place, with.today);
    if (clause == nullptr || !steps) return out;
    out.citation = clause->citation;
    out.samples_asked = number_of(*steps, "samples_min");
    // County, prefecture, province: the digits of a code are nested.
    for (std::size_t const digits : {6U, 4U, 2U}) {
        auto const area = of->region.digits.substr(0, digits);
        auto const [samples, cheaper] = others(with.session, *of, id, area);
        out.samples = samples;
        out.area = with.law.regions().full_name({area + std::string(6 - digits, '0')});
        if (samples == 0 || samples < out.samples_asked) continue;
        out.percentile = cheaper * 100 / samples;
        out.low = *out.percentile < number_of(*steps, "low_percentile");
        break;
    }
    return out;
}

}  // namespace anping::practice::queries
