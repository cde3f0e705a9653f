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

// Prices are for the parties and for the officers who weigh them (XJ-8).
inline void keep_price(access::Principal const& who, ProjectView& project) {
    bool const sees = who.unit_kind == access::UnitKind::institution || who.unit_kind == access::UnitKind::enterprise ||
                      who.role == access::Role::section_head || who.role == access::Role::leader;
    if (sees) return;
    project.contract.reset();
    project.terms.reset();
}

}  // namespace anping::practice::family
