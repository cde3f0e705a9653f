// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/licensing/endpoints.hpp>

namespace anping::licensing {

// The applications as XLSX: the rows of the page with the same filters, for the same eyes.
api::Endpoint application_list(Service const& service, db::Pool& pool);

}  // namespace anping::licensing
