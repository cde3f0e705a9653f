// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/api/answer.hpp>
#include <anping/api/asked.hpp>
#include <anping/api/paging.hpp>
#include <anping/cases/endpoints.hpp>

namespace anping::cases {

struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
    FindFile files;
};

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

inline auto of_case(Rooms const& rooms) {
    return [rooms](api::Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, CaseId{context.capture("id")});
    };
}

std::vector<api::Endpoint> case_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> step_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> decision_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> followup_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> typical_endpoints(Rooms const& rooms);

}  // namespace anping::cases
