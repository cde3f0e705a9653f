// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/field/date.hpp>
#include <anping/field/region.hpp>
#include <anping/practice/types.hpp>
#include <anping/registry/types.hpp>

namespace anping::practice {

// Who served whom there since that day, each pair once.
std::vector<std::pair<registry::InstitutionId, registry::EnterpriseId>> services(db::Session& session,
                                                                                 field::RegionCode const& region,
                                                                                 field::Authority authority,
                                                                                 field::Date since);

// Institutions with a project in the region, of enterprises under that authority, that was contracted, noticed or on
// site on that day or later; without a day all of them. By their ids.
std::vector<registry::InstitutionId> serving(db::Session& session, field::RegionCode const& region,
                                             field::Authority authority, std::optional<field::Date> since);

// Enterprises with such a project, by their ids.
std::vector<registry::EnterpriseId> served(db::Session& session, field::RegionCode const& region,
                                           field::Authority authority, field::Date since);

struct StatutoryProject {
    ProjectId id;
    std::string title;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    field::RegionCode region;
    field::Date since;  // contracted; where nothing is known of that, noticed, or on site
};
// Statutory ones in the region, of enterprises under that authority, since that day: the newest first.
std::vector<StatutoryProject> statutory_since(db::Session& session, field::RegionCode const& region,
                                              field::Authority authority, field::Date since);

struct SpotCheckDone {
    ProjectId project;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    registry::BureauId bureau;
    field::Date day;
};
// Of projects in the region under that authority, between two days.
std::vector<SpotCheckDone> spot_checks(db::Session& session, field::RegionCode const& region,
                                       field::Authority authority, field::Date from, field::Date to);

}  // namespace anping::practice
