// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/db/pool.hpp>
#include <anping/practice/hostings.hpp>
#include <anping/vault/vault.hpp>

namespace anping::practice {

// What the endpoints refer to; all of it outlives them.
struct Rooms {
    Service const& service;
    Hostings const& hostings;
    ledger::Writer& writer;
    db::Pool& pool;
    vault::Vault& vault;
    std::string directory = {};  // of the ledger: heads, and exports made for download
    Look look = {};              // at institutions' own sites; empty: this installation asks none
};

// All of them.
std::vector<api::Endpoint> endpoints(Rooms const& rooms);

}  // namespace anping::practice
