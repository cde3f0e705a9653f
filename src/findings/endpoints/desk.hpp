// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/findings/endpoints.hpp>

namespace anping::findings {

struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
};

struct ChangeAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(ChangeAnswer, (), (id))

std::vector<api::Endpoint> screening_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> hold_endpoints(Rooms const& rooms);

}  // namespace anping::findings
