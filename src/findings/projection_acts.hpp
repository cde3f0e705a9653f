// SPDX-License-Identifier: Apache-2.0
// Who and which instrument was where and when, of all projects: kept by person and serial number, so that what is
// asked of somebody costs as much as there is of them.
#pragma once

#include <vector>

#include <anping/db/session.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::findings {

char const* acts_schema();
std::vector<ledger::Table> acts_tables();
// Keeps what the entry says of it, if anything.
void keep_acts(db::Session& session, ledger::Entry const& entry);

}  // namespace anping::findings
