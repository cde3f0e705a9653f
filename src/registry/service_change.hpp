// SPDX-License-Identifier: Apache-2.0
// What every change of the registry is made of.
#pragma once

#include <fmt/format.h>

#include <anping/registry/service.hpp>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::registry {

inline field::Date day_of(ledger::Transaction const& tx) { return field::beijing_date(tx.now()); }

inline std::string new_id(char const* prefix, ledger::Transaction const& tx) {
    return fmt::format("{}-{:08}", prefix, tx.next_seq());
}

// The answer names what was changed.
inline Result<ledger::Decided> decided(Result<ledger::Event> event) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

}  // namespace anping::registry
