// SPDX-License-Identifier: Apache-2.0
// The tables of this module; written by projection.cpp only, read by queries*.cpp only.
#pragma once

#include <vector>

#include <anping/db/name_index.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::practice {

std::string schema();
db::NameIndex const& project_titles();
std::vector<ledger::Table> const& schema_tables();

}  // namespace anping::practice
