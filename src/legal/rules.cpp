// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <algorithm>

#include "errors.hpp"

namespace anping::legal {
namespace {

bool lies_in(field::RegionCode const& inner, field::RegionCode const& outer, field::Regions const& regions) {
    auto const around = regions.ancestry(inner);
    return inner == outer || outer.digits == "000000" || std::ranges::find(around, outer) != around.end();
}

}  // namespace

bool is_confirmable(rulebook::Law const& law, rulebook::Clause const& clause) {
    auto const& citation = clause.citation;
    if (citation.mark == rulebook::Mark::missing) return false;
    if (!rulebook::binds_by_itself(citation.mark)) return true;
    if (!citation.in_force_until) return false;
    auto const* after = law.by_id(clause.id, *citation.in_force_until);
    return after != nullptr && after->content == clause.content;
}

std::optional<field::RegionCode> holds_in(field::RegionCode const& book, field::RegionCode const& officer,
                                          field::Regions const& regions) {
    if (lies_in(book, officer, regions)) return book;
    if (lies_in(officer, book, regions)) return officer;
    return std::nullopt;
}

Result<ledger::Event> decide_confirmation(ConfirmClause const& in, field::RegionCode const& region,
                                          std::optional<std::string> const& standing, rulebook::Law const& law) {
    if (law.by_id(in.clause.value) == nullptr) return unknown_clause();
    rulebook::Clause const* read = nullptr;
    for (auto const* version : law.all())
        if (version->id == in.clause.value && version->content == in.digest.value) read = version;
    if (read == nullptr) return changed_since();
    if (read->citation.mark == rulebook::Mark::missing) return text_missing();
    if (!is_confirmable(law, *read)) return binds_already();
    if (standing == in.digest.value) return confirmed_already();
    return ledger::event(in.clause.value, ClauseConfirmed{region, in.digest, read->citation.digest, in.basis});
}

Result<ledger::Event> decide_withdrawal(std::string const& clause, WithdrawConfirmation const& in,
                                        field::RegionCode const& region, std::optional<std::string> const& standing) {
    if (!standing) return not_confirmed();
    return ledger::event(clause, ConfirmationWithdrawn{region, in.reason});
}

}  // namespace anping::legal
