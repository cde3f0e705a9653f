// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/planning/prices.hpp>

#include "errors.hpp"
#include "queries_prices.hpp"
#include "rules_prices.hpp"

namespace anping::planning {

Decision Prices::conclude(access::Principal who, practice::ProjectId project, ConcludePrice in) const {
    return [this, who = std::move(who), project = std::move(project),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const facts = with_.project(tx.session(), project);
        auto const like = with_.like(tx.session(), project);
        if (!facts || !like) return unknown_project();
        bool const before = queries::last_verdict(tx.session(), project).has_value();
        PriceConclusionId const id{fmt::format("JK-{:08}", tx.next_seq())};
        auto event = planning::conclude(in, id, {who, *facts, like->standing, before});
        if (!event) return unexpected<Error>(std::move(event.error()));
        json::object answer{{"id", event->subject}};
        return ledger::Decided{{std::move(*event)}, std::move(answer)};
    };
}

std::vector<LowPriceRow> Prices::low(db::Session& session, access::Principal const& who, access::Visibility const& sees,
                                     std::string const& after, std::int64_t limit) const {
    auto const law = with_.law();
    std::vector<LowPriceRow> out;
    for (auto& one : with_.low(session, {who.region, who.authority}, sees, after, limit)) {
        auto const verdict = queries::last_verdict(session, one.project);
        out.push_back({std::move(one.project), std::move(one.title), one.institution, one.institution.text,
                       std::move(one.enterprise.text), law->regions().full_name(one.region), one.price, one.samples,
                       one.percentile, std::move(one.area), verdict});
    }
    std::vector<std::string*> names;
    names.reserve(2 * out.size());
    for (auto& row : out) names.insert(names.end(), {&row.institution_name, &row.enterprise_name});
    with_.directory.put_names(session, names);
    return out;
}

Result<PriceView> Prices::price(db::Session& session, practice::ProjectId const& project) const {
    auto found = with_.like(session, project);
    if (!found) return unknown_project();
    auto& standing = found->standing;
    PriceView out;
    out.project = project;
    out.price = found->own;
    out.samples = standing.samples;
    out.samples_asked = standing.samples_asked;
    out.percentile = standing.percentile;
    out.area = std::move(standing.area);
    out.low = standing.low;
    out.others = spread(found->others, kMostPrices);
    if (found->bound) out.bound = field::Money{*found->bound};
    out.citation = std::move(standing.citation);
    out.conclusions = queries::conclusions(session, project);
    for (auto& one : out.conclusions) {
        one.bureau_name = with_.directory.bureau_name({one.bureau_name});
        one.by = with_.name_of(session, one.by);
    }
    out.yours_to_conclude = out.percentile && (out.low || !out.conclusions.empty());
    return out;
}

Result<access::Target> Prices::target(db::Session& session, practice::ProjectId const& project) const {
    auto const facts = with_.project(session, project);
    if (!facts) return unknown_project();
    access::Target out;
    out.unit = facts->institution.text;
    out.parties = {facts->enterprise.text};
    out.region = facts->region;
    out.authority = facts->authority;
    return out;
}

}  // namespace anping::planning
