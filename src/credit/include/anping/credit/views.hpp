// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/credit/events.hpp>

namespace anping::credit {

struct GradeView {
    GradeId id;
    registry::InstitutionId institution;
    std::string institution_name;
    std::string region_name;
    std::int64_t year = 0;
    Standing standing = Standing::graded;
    std::optional<std::string> grade;
    std::string grade_name;
    GradeStage stage = GradeStage::entered;
    std::string rater;
    field::Date rated_on;
    std::string basis;
    std::string conflicts;
    rulebook::Citation citation;
    std::optional<std::string> withdrawn;  // why
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(GradeView, (),
                      (id, institution, institution_name, region_name, year, standing, grade, grade_name, stage, rater,
                       rated_on, basis, conflicts, citation, withdrawn, entry))

// What a rater can choose from at the place.
struct GradeChoice {
    std::string code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(GradeChoice, (), (code, name))

}  // namespace anping::credit
