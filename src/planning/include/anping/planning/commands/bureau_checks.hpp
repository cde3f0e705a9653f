// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <anping/planning/types.hpp>

namespace anping::planning {

// What came of looking at a bureau that was drawn 对抽中部门的抽查 (HLJ-4).
struct RecordBureauCheck {
    registry::BureauId bureau;
    field::Date on;
    Text<2, 500> looked_at;
    Text<2, 4000> finding;
    std::optional<Text<2, 100>> notice;  // the number of a circulated notice 通报, where there is one
    std::optional<SourceFile> file;
};
BOOST_DESCRIBE_STRUCT(RecordBureauCheck, (), (bureau, on, looked_at, finding, notice, file))

}  // namespace anping::planning
