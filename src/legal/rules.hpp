// SPDX-License-Identifier: Apache-2.0
// Decisions: what stands, the command and the law in; events or a refusal out.
#pragma once

#include <optional>
#include <string>

#include <anping/ledger/entry.hpp>
#include <anping/legal/events.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::legal {

// Whether a legal officer's word changes what the clause may do: by itself it only informs and reminds, now or after an
// unconfirmed end.
bool is_confirmable(rulebook::Law const& law, rulebook::Clause const& clause);

// Where an officer's word about a book holds: the inner one of the two regions when one lies in the other, else
// nowhere.
std::optional<field::RegionCode> holds_in(field::RegionCode const& book, field::RegionCode const& officer,
                                          field::Regions const& regions);

// `standing`: the content confirmed in the region before, if any.
Result<ledger::Event> decide_confirmation(ConfirmClause const& in, field::RegionCode const& region,
                                          std::optional<std::string> const& standing, rulebook::Law const& law);
Result<ledger::Event> decide_withdrawal(std::string const& clause, WithdrawConfirmation const& in,
                                        field::RegionCode const& region, std::optional<std::string> const& standing);

}  // namespace anping::legal
