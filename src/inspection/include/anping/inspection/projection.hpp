// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <anping/ledger/projection.hpp>

namespace anping::inspection {

std::unique_ptr<ledger::Projection> make_projection();

}  // namespace anping::inspection
