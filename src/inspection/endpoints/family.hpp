// SPDX-License-Identifier: Apache-2.0
// What the endpoint families of this module share.
#pragma once

#include <anping/api/asked.hpp>
#include <anping/api/paging.hpp>
#include <anping/inspection/endpoints.hpp>

namespace anping::inspection::family {

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

// Whose the inspection or the order in the path is.
template <class Id>
auto whose(Rooms const& rooms) {
    return [rooms](api::Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, Id{context.capture("id")});
    };
}

Result<http::Response> stored(Rooms const& rooms, std::optional<practice::Exhibit> const& found);
// A file that stands in what the path names.
Result<http::Response> file(Rooms const& rooms, api::Context const& context);

// What a list of orders is asked for.
Result<OrderFilter> order_filter(http::Request const& request);
std::vector<std::pair<char const*, char const*>> const& order_filter_fields();

}  // namespace anping::inspection::family
