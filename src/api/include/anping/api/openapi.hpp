// SPDX-License-Identifier: Apache-2.0
// The OpenAPI 3.1 document of a set of endpoints: the same declarations that validate.
#pragma once

#include <string>
#include <vector>

#include <anping/api/endpoint.hpp>

namespace anping::api {

json::object openapi_document(std::vector<Endpoint> const& endpoints, access::Policy const& policy,
                              std::string const& version);
// "get_projects_id": method and path, so that a further endpoint never renames another.
std::string operation_id(Endpoint const& endpoint);

}  // namespace anping::api
