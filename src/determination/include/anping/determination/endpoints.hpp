// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/db/pool.hpp>
#include <anping/determination/service.hpp>

namespace anping::determination {

// What they refer to must outlive them.
std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool);

}  // namespace anping::determination
