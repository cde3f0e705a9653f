// SPDX-License-Identifier: Apache-2.0
// What can happen to a draw that was held on another platform; its id is the subject. Nobody can replay it here.
#pragma once

#include <anping/planning/commands/outside_draws.hpp>

namespace anping::planning {

struct OutsideMatch {
    std::int64_t row = 0;  // from 0
    registry::InstitutionId institution;
};
BOOST_DESCRIBE_STRUCT(OutsideMatch, (), (row, institution))

struct OutsideDrawRecorded {
    static constexpr char const* kType = "planning.outside_draw_recorded";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    RecordOutsideDraw draw;
    draw::Listed<OutsideMatch> matched;  // whom of the list the register knows
};
BOOST_DESCRIBE_STRUCT(OutsideDrawRecorded, (), (bureau, region, authority, draw, matched))

struct OutsideDrawWithdrawn {
    static constexpr char const* kType = "planning.outside_draw_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(OutsideDrawWithdrawn, (), (reason))

}  // namespace anping::planning
