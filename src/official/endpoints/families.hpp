// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/api/answer.hpp>
#include <anping/official/endpoints.hpp>

namespace anping::official {

struct IdAnswer {
    std::string id;
    std::optional<std::string> number;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id, number))

namespace families {

std::vector<api::Endpoint> documents(Rooms const& rooms);
std::vector<api::Endpoint> acts(Rooms const& rooms);
std::vector<api::Endpoint> files(Rooms const& rooms);
std::vector<api::Endpoint> templates(Rooms const& rooms);
std::vector<api::Endpoint> consents(Rooms const& rooms);

}  // namespace families

inline auto of_document(Rooms const& rooms) {
    return [rooms](api::Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, DocumentId{context.capture("id")});
    };
}

// A file by a name in Chinese.
http::Response named(std::string bytes, char const* media_type, std::string const& name);

}  // namespace anping::official
