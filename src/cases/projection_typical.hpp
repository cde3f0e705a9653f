// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/db/session.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::cases {

extern char const* const kTypicalSchema;
ledger::Table typical_table();
void apply_typical(db::Session& session, ledger::Entry const& entry);

}  // namespace anping::cases
