// SPDX-License-Identifier: Apache-2.0
// Reports from before the platform. A list is the subject of its recording, a report of the list of its check.
#pragma once

#include <anping/planning/commands/earlier_reports.hpp>

namespace anping::planning {

struct EarlierReportsRecorded {
    static constexpr char const* kType = "planning.earlier_reports_recorded";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    RecordEarlierReports list;
};
BOOST_DESCRIBE_STRUCT(EarlierReportsRecorded, (), (bureau, region, authority, list))

struct EarlierReportChecked {
    static constexpr char const* kType = "planning.earlier_report_checked";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    CheckEarlierReport check;
};
BOOST_DESCRIBE_STRUCT(EarlierReportChecked, (), (bureau, check))

}  // namespace anping::planning
