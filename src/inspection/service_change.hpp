// SPDX-License-Identifier: Apache-2.0
// What every change of this module is made of.
#pragma once

#include <anping/ledger/writer.hpp>
#include <anping/vault/vault.hpp>

#include "errors.hpp"
#include "rules.hpp"

namespace anping::inspection {

inline field::Date day_of(ledger::Transaction const& tx) { return field::beijing_date(tx.now()); }

inline Result<ledger::Decided> decided(Result<Events> events) {
    if (!events) return unexpected<Error>(std::move(events.error()));
    json::object answer{{"id", events->front().subject}};
    return ledger::Decided{std::move(*events), std::move(answer)};
}

// service.cpp: the uploads as what they are evidence of; an error names the field below `at`.
Result<Exhibits> exhibits_of(vault::Vault const& vault, access::Principal const& who,
                             std::vector<practice::AttachFile> const& files, std::string const& at);

}  // namespace anping::inspection
