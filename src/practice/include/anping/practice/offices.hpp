// SPDX-License-Identifier: Apache-2.0
// Whose account a review is confirmed by: nobody signs for another (XJ-7).
#pragma once

#include <anping/access/identity.hpp>
#include <anping/practice/types.hpp>

namespace anping::practice {

constexpr access::Role office_of(ReviewStep step) noexcept {
    switch (step) {
        case ReviewStep::internal_review:
        case ReviewStep::check: return access::Role::internal_reviewer;
        case ReviewStep::technical_lead:
        case ReviewStep::review: return access::Role::technical_lead;
        case ReviewStep::process_lead: return access::Role::process_lead;
        case ReviewStep::approval: return access::Role::authorised_signatory;
    }
    return access::Role::anonymous;
}

}  // namespace anping::practice
