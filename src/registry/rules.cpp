// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include "errors.hpp"

namespace anping::registry {

Result<void> recognises(field::RegionCode const& bureau, field::Regions const& regions) {
    auto const* region = regions.find(bureau);
    if (region == nullptr || region->level != field::RegionLevel::province) return not_recognising();
    return {};
}

Result<ledger::Event> decide_institution(RegisterInstitution const& in, InstitutionId const& id, Taken taken,
                                         field::Regions const& regions) {
    if (regions.find(in.region) == nullptr) return unknown_region();
    if (in.qualification.valid_until < in.qualification.valid_from) return not_a_certificate();
    if (taken.credit_code) return credit_code_taken();
    return ledger::event(id.text, InstitutionRegistered{in});
}

Result<ledger::Event> decide_enterprise(RegisterEnterprise const& in, EnterpriseId const& id, Taken taken,
                                        field::Regions const& regions) {
    if (regions.find(in.region) == nullptr) return unknown_region();
    if (taken.credit_code) return credit_code_taken();
    return ledger::event(id.text, EnterpriseRegistered{in});
}

}  // namespace anping::registry
