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
    std::string directory;  // of the ledger
    TableReader tables;
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

// A document's bytes, where the thing `holds` it.
inline Result<http::Response> stored_file(Rooms const& rooms, bool holds, std::string const& sm3,
                                          std::string const& name) {
    auto const found = holds ? rooms.files(sm3) : std::nullopt;
    if (!found) return wrong_field("/sm3", "file", "这里没有这个文件");
    http::Response response;
    response.file = http::FileBody{found->path, static_cast<std::uint64_t>(found->size)};
    return std::move(response)
        .with("Content-Type", found->media_type)
        .with("Content-Disposition", "attachment; filename=" + name)
        .with("Content-Security-Policy", "sandbox; default-src 'none'")
        .with("Cache-Control", "private, no-store");
}

template <class Tag>
auto of_followup(Rooms const& rooms) {
    return [rooms](api::Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, Id<Tag>{context.capture("id")});
    };
}

std::vector<api::Endpoint> case_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> bundle_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> result_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> step_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> decision_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> followup_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> paper_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> own_listing_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> interview_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> typical_endpoints(Rooms const& rooms);

}  // namespace anping::cases
