// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/db/session.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::circulation {

extern char const* const kCriticismSchema;
std::vector<ledger::Table> criticism_tables();
void keep_criticism(db::Session& session, ledger::Entry const& entry);

}  // namespace anping::circulation
