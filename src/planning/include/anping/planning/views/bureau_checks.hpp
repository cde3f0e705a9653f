// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/planning/events/bureau_checks.hpp>

namespace anping::planning {

struct BureauCheckView {
    RecordBureauCheck check;
    std::string recorded_by;  // the officer's name
    Timestamp recorded_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(BureauCheckView, (), (check, recorded_by, recorded_at, entry))

// A bureau that was drawn and of which nothing was recorded so far.
struct BureauToCheck {
    DrawId draw;
    std::string title;
    std::string drawn_by;  // the bureau's name
};

}  // namespace anping::planning
