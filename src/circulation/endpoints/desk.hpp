// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/circulation/endpoints.hpp>

namespace anping::circulation {

struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
};

std::vector<api::Endpoint> desk_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> criticism_endpoints(Rooms const& rooms);

}  // namespace anping::circulation
