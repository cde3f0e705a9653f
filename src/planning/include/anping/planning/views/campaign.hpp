// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/planning/views/year_plan.hpp>
#include <anping/practice/types.hpp>

namespace anping::planning {

struct KindCount {
    Coverage kind = Coverage::site;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(KindCount, (), (kind, count))

// Who is covered in several ways counts in each of them, and once in `covered`.
struct CoverageCount {
    std::int64_t total = 0;
    std::int64_t covered = 0;
    std::vector<KindCount> kinds;
};
BOOST_DESCRIBE_STRUCT(CoverageCount, (), (total, covered, kinds))

// A campaign's two coverages 两个全覆盖: every institution registered at the place, every statutory project there since
// a day.
struct CampaignView {
    field::Date since;
    field::Date to;
    CoverageCount institutions;
    CoverageCount projects;
    CoverageCount earlier;                       // reports from before the platform
    std::optional<rulebook::Citation> citation;  // that asks for it
};
BOOST_DESCRIBE_STRUCT(CampaignView, (), (since, to, institutions, projects, earlier, citation))

struct CampaignInstitution {
    registry::InstitutionId institution;
    std::string name;
    std::vector<CoveredBy> by;
};
BOOST_DESCRIBE_STRUCT(CampaignInstitution, (), (institution, name, by))

// What its record lacks is not asked here.
struct CampaignProject {
    practice::ProjectId project;
    std::string title;
    registry::InstitutionId institution;
    std::string institution_name;
    std::string enterprise_name;
    std::string region_name;
    field::Date since;  // contracted
    std::vector<CoveredBy> by;
};
BOOST_DESCRIBE_STRUCT(CampaignProject, (),
                      (project, title, institution, institution_name, enterprise_name, region_name, since, by))

}  // namespace anping::planning
