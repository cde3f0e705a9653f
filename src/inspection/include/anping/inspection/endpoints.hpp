// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/db/pool.hpp>
#include <anping/inspection/call_up_service.hpp>
#include <anping/inspection/service.hpp>

namespace anping::inspection {

struct Rooms {
    Service const& service;
    CallUps const& call_ups;
    ledger::Writer& writer;
    db::Pool& pool;
    vault::Vault const& vault;
};

// What they refer to must outlive them.
std::vector<api::Endpoint> endpoints(Service const& service, CallUps const& call_ups, ledger::Writer& writer,
                                     db::Pool& pool, vault::Vault const& vault);

}  // namespace anping::inspection
