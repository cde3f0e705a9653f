// SPDX-License-Identifier: Apache-2.0
// What other modules of the field ask about grades.
#pragma once

#include <optional>
#include <string>

#include <anping/credit/types.hpp>
#include <anping/db/session.hpp>

namespace anping::credit {

struct Rated {
    GradeId id;
    std::int64_t year = 0;
    Standing standing = Standing::graded;
    std::string grade;  // code; of graded
    std::string grade_name;
    std::string rater;
    field::Date rated_on;
};

// The newest confirmed one that holds at the place: of its region or a region around it, under the same authority.
std::optional<Rated> standing_of(db::Session& session, registry::InstitutionId const& institution,
                                 field::RegionCode const& region, field::Authority authority);

}  // namespace anping::credit
