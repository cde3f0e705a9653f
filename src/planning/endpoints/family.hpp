// SPDX-License-Identifier: Apache-2.0
// What the endpoints of this module share.
#pragma once

#include <string>

#include <anping/access/identity.hpp>
#include <anping/api/endpoint.hpp>
#include <anping/base/codec.hpp>
#include <anping/db/pool.hpp>

namespace anping::planning::family {

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

// Whose the thing in the address is, as its service tells. `service` and `pool` outlive what is made.
template <class Id, class Service>
auto whose(Service const& service, db::Pool& pool) {
    return [&service, &pool](api::Context const& context) -> Result<access::Target> {
        auto lease = pool.lease();
        return service.target(*lease, Id{context.capture("id")});
    };
}

}  // namespace anping::planning::family
