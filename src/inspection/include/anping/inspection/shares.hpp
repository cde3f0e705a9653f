// SPDX-License-Identifier: Apache-2.0
// Why a bureau inspected and in which setting, counted: who was chosen by a draw beside who was chosen by somebody
// (N-6, WJ-10).
#pragma once

#include <vector>

#include <anping/inspection/types.hpp>

namespace anping::inspection {

struct OriginCount {
    OriginKind origin = OriginKind::spot_check;
    std::int64_t inspections = 0;
};
BOOST_DESCRIBE_STRUCT(OriginCount, (), (origin, inspections))

struct SettingCount {
    Setting setting = Setting::daily;
    std::int64_t inspections = 0;
};
BOOST_DESCRIBE_STRUCT(SettingCount, (), (setting, inspections))

// The inspections a bureau began. Each stands in one origin and in one setting; what did not happen is not listed.
struct BureauShares {
    registry::BureauId bureau;
    std::string bureau_name;
    std::int64_t inspections = 0;
    std::int64_t drawn = 0;  // those of origin draw
    std::int64_t refused = 0;
    std::vector<OriginCount> origins;
    std::vector<SettingCount> settings;
};
BOOST_DESCRIBE_STRUCT(BureauShares, (), (bureau, bureau_name, inspections, drawn, refused, origins, settings))

}  // namespace anping::inspection
