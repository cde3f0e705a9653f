// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/endpoints.hpp>

#include "families.hpp"

namespace anping::practice {

std::vector<api::Endpoint> endpoints(Rooms const& rooms) { return families::all(rooms); }

}  // namespace anping::practice
