// SPDX-License-Identifier: Apache-2.0
// What the endpoint families of this module share.
#pragma once

#include <anping/practice/endpoints.hpp>

namespace anping::practice::family {

// Whose the project in the path is.
inline auto of_project(Rooms const& rooms) {
    return [rooms](api::Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, ProjectId{context.capture("id")});
    };
}

}  // namespace anping::practice::family
