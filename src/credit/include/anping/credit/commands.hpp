// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <anping/credit/types.hpp>

namespace anping::credit {

struct EnterGrade {
    registry::InstitutionId institution;
    std::int64_t year = 0;
    Standing standing = Standing::graded;
    std::optional<Text<1, 40>> grade;  // a code of the region's grades; of graded
    Text<2, 100> rater;
    field::Date rated_on;
    Text<2, 500> basis;      // the indicators, or the published result it was taken from
    Text<1, 300> conflicts;  // what ties the rater to the institution, as the rater declares; "无"
};
BOOST_DESCRIBE_STRUCT(EnterGrade, (), (institution, year, standing, grade, rater, rated_on, basis, conflicts))

struct WithdrawGrade {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawGrade, (), (reason))

}  // namespace anping::credit
