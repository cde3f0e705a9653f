// SPDX-License-Identifier: Apache-2.0
// A grade of an institution's credit, as somebody rated it for a region and year.
#pragma once

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/registry/types.hpp>

namespace anping::credit {

struct GradeTag {
    static constexpr char const* name = "信用评级";
};
using GradeId = Id<GradeTag>;

// Not yet rated is the absence of both; it differs from refusing (XJ-3c).
enum class Standing { graded, refused };
BOOST_DESCRIBE_ENUM(Standing, graded, refused)

enum class GradeStage {
    entered,    // by the rater or a clerk; the institution sees it, it has no effect
    confirmed,  // in effect and public
    withdrawn
};
BOOST_DESCRIBE_ENUM(GradeStage, entered, confirmed, withdrawn)

}  // namespace anping::credit
