// SPDX-License-Identifier: Apache-2.0
// What can happen to a grade; its id is the subject.
#pragma once

#include <anping/credit/commands.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::credit {

struct GradeEntered {
    static constexpr char const* kType = "credit.grade_entered";
    static constexpr std::int64_t kVersion = 1;
    field::RegionCode region;  // for which it was rated
    field::Authority authority = field::Authority::government;
    std::string unit;  // of the rater whose account entered it; empty: the region's bureau
    EnterGrade rating;
    std::string grade_name;  // "良好", "不参加评定"
    rulebook::Citation citation;
};
BOOST_DESCRIBE_STRUCT(GradeEntered, (), (region, authority, unit, rating, grade_name, citation))

struct GradeConfirmed {
    static constexpr char const* kType = "credit.grade_confirmed";
    static constexpr std::int64_t kVersion = 1;
};
BOOST_DESCRIBE_STRUCT(GradeConfirmed, (), ())

struct GradeWithdrawn {
    static constexpr char const* kType = "credit.grade_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(GradeWithdrawn, (), (reason))

}  // namespace anping::credit
