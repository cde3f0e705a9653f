// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/ledger/projection.hpp>

namespace anping::registry {

extern char const* const kSchema;
std::vector<ledger::Table> tables();

}  // namespace anping::registry
