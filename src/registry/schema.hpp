// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/db/name_index.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::registry {

std::string schema();
db::NameIndex const& enterprise_names();
db::NameIndex const& instrument_serials();
std::vector<ledger::Table> tables();

}  // namespace anping::registry
