// SPDX-License-Identifier: Apache-2.0
// What a decision knows of an application.
#pragma once

#include <anping/licensing/events.hpp>

namespace anping::licensing {

struct OpenCorrection {
    std::int64_t number = 0;
    registry::InstitutionId institution;
    std::optional<field::Date> due;
    bool closed = false;
};

struct State {
    ApplicationId id;
    registry::EnterpriseId enterprise;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    field::Date received_on;
    std::optional<field::Date> accepted_on;
    std::optional<field::Date> due;
    std::vector<LinkedReport> reports;
    std::vector<OpenCorrection> corrections;
    bool decided = false;

    rulebook::Place place() const { return {region, authority}; }
};

}  // namespace anping::licensing
