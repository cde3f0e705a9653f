// SPDX-License-Identifier: Apache-2.0
// What can happen to a bureau that was drawn; the subject is the draw.
#pragma once

#include <anping/planning/commands/bureau_checks.hpp>

namespace anping::planning {

struct BureauCheckRecorded {
    static constexpr char const* kType = "planning.bureau_check_recorded";
    static constexpr std::int64_t kVersion = 1;
    RecordBureauCheck check;
};
BOOST_DESCRIBE_STRUCT(BureauCheckRecorded, (), (check))

}  // namespace anping::planning
