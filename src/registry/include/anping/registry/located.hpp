// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/field/region.hpp>
#include <anping/registry/types.hpp>

namespace anping::registry {

// Institutions registered in the region, by their ids.
std::vector<InstitutionId> located_in(db::Session& session, field::RegionCode const& region);
// Enterprises of the region that this level supervises 分级监管.
std::vector<EnterpriseId> supervised_at(db::Session& session, field::RegionCode const& region, SupervisionLevel level);
// With that code; where none is given, the only one that is called so.
std::optional<InstitutionId> institution_with(db::Session& session, std::string const& credit_code,
                                              std::string const& name);

}  // namespace anping::registry
