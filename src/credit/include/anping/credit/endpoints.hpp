// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/credit/service.hpp>
#include <anping/db/pool.hpp>

namespace anping::credit {

// What they refer to must outlive them.
std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool);

}  // namespace anping::credit
