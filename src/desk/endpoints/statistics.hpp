// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/desk/desk.hpp>

namespace anping::desk {

std::vector<api::Endpoint> statistics_endpoints(Desk const& desk, db::Pool& pool);

}  // namespace anping::desk
