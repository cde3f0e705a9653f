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
    bool answered = false;
    practice::ProjectId project = {};
    field::Date demanded_on = {};
    std::optional<field::Date> closed_on = {};
};

struct Review {
    practice::ProjectId project;
    ReviewResult result = ReviewResult::adequate;
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
    std::vector<Review> reviews = {};
    std::optional<field::Date> meeting_on = {};
    std::optional<field::Date> decided_on = {};
    registry::BureauId bureau = {};  // whose desk took it in, and decides
    bool held_before = false;        // kept off the agenda by a correction that is closed

    rulebook::Place place() const { return {region, authority}; }
};

}  // namespace anping::licensing
