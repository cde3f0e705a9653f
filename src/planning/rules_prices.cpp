// SPDX-License-Identifier: Apache-2.0
#include "rules_prices.hpp"

#include <fmt/format.h>

#include "errors.hpp"

namespace anping::planning {
namespace {

tl::unexpected<Error> by_clause(tl::unexpected<Error> refusal, rulebook::Citation const& citation) {
    refusal.value().clauses = {citation.book + "/" + citation.clause};
    return refusal;
}

}  // namespace

Result<ledger::Event> conclude(ConcludePrice const& in, PriceConclusionId const& id, PriceGrounds const& with) {
    auto const& standing = with.standing;
    if (!standing.citation) return no_price_comparison();
    if (!standing.percentile)
        return by_clause(few_samples(standing.samples, standing.samples_asked), *standing.citation);
    // A price may have left the low ones since: what was concluded of it can still be put right.
    if (!standing.low && !with.concluded_before) return by_clause(not_low(*standing.percentile), *standing.citation);
    return ledger::event(id.text, PriceConcluded{{with.who.unit},
                                                 with.who.region,
                                                 with.who.authority,
                                                 with.project.id,
                                                 with.project.institution,
                                                 in,
                                                 standing.samples,
                                                 *standing.percentile,
                                                 standing.area,
                                                 *standing.citation});
}

std::vector<field::Money> spread(std::vector<std::int64_t> const& ascending, std::size_t most) {
    std::vector<field::Money> out;
    auto const count = std::min(ascending.size(), most);
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        out.push_back({ascending[count == 1 ? 0 : i * (ascending.size() - 1) / (count - 1)]});
    return out;
}

}  // namespace anping::planning
