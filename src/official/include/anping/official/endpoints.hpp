// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/db/pool.hpp>
#include <anping/official/service.hpp>

namespace anping::official {

// What they refer to must outlive them.
struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
    vault::Vault const& vault;
    std::string origin;  // what people type into their browsers; empty: the Host header decides
    char const* scheme = "https";
};

std::vector<api::Endpoint> endpoints(Rooms const& rooms);

}  // namespace anping::official
