// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/circulation/supervision.hpp>
#include <anping/db/pool.hpp>

namespace anping::circulation {

// What they refer to must outlive them.
std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool);
std::vector<api::Endpoint> supervision_endpoints(Supervision const& supervision, ledger::Writer& writer,
                                                 db::Pool& pool);

}  // namespace anping::circulation
