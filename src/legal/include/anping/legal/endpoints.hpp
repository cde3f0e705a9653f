// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/db/pool.hpp>
#include <anping/legal/service.hpp>

namespace anping::legal {

// What they refer to must outlive them.
std::vector<api::Endpoint> clause_endpoints(Service const& service, db::Pool& pool);
std::vector<api::Endpoint> confirmation_endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool);

}  // namespace anping::legal
