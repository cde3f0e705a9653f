// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <anping/planning/commands/draw_strata.hpp>

namespace anping::planning {

struct StratumProposal {
    std::string stratum;
    std::int64_t candidates = 0;
    std::string share;  // the exact one, cut after two places: "2.73"
    std::int64_t take = 0;
    std::int64_t reserve = 0;
};
BOOST_DESCRIBE_STRUCT(StratumProposal, (), (stratum, candidates, share, take, reserve))

struct StrataPreview {
    std::vector<StratumProposal> strata;
    draw::Listed<PlacedIn> placed;      // read of the workbook
    std::vector<std::string> columns;   // it has besides name and code
    std::vector<std::string> problems;  // row by row
    std::string sm3;
};
BOOST_DESCRIBE_STRUCT(StrataPreview, (), (strata, placed, columns, problems, sm3))

}  // namespace anping::planning
