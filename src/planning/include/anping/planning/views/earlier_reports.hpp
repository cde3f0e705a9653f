// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <anping/planning/events/earlier_reports.hpp>
#include <anping/planning/views/year_plan.hpp>

namespace anping::planning {

struct EarlierReportRow {
    EarlierReportId id;
    EarlierReport report;
    std::string bureau_name;  // that recorded it
    std::vector<CoveredBy> by;
    bool yours = false;  // of the asker's bureau: to be checked there
};
BOOST_DESCRIBE_STRUCT(EarlierReportRow, (), (id, report, bureau_name, by, yours))

// What a workbook says, before anything is recorded.
struct EarlierReportsPreview {
    draw::Listed<EarlierReport> rows;
    std::vector<std::string> problems;  // row by row
    std::vector<std::string> ignored;   // columns
    std::string sm3;
};
BOOST_DESCRIBE_STRUCT(EarlierReportsPreview, (), (rows, problems, ignored, sm3))

}  // namespace anping::planning
