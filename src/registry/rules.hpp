// SPDX-License-Identifier: Apache-2.0
// Decisions: state and command in, events or a refusal out.
#pragma once

#include <vector>

#include <anping/base/result.hpp>
#include <anping/field/region.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/registry/events.hpp>

namespace anping::registry {

// What the decisions need to know of what is registered already.
struct Taken {
    bool credit_code = false;
};

// Whether a bureau there recognises qualifications: a province does.
Result<void> recognises(field::RegionCode const& bureau, field::Regions const& regions);

Result<ledger::Event> decide_institution(RegisterInstitution const& in, InstitutionId const& id, Taken taken,
                                         field::Regions const& regions);
Result<ledger::Event> decide_enterprise(RegisterEnterprise const& in, EnterpriseId const& id, Taken taken,
                                        field::Regions const& regions);

}  // namespace anping::registry
