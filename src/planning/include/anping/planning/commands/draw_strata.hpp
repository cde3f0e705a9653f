// SPDX-License-Identifier: Apache-2.0
// A frozen list in strata 分层: by what of its candidates, and how many of each.
#pragma once

#include <optional>
#include <vector>

#include <anping/planning/types.hpp>

namespace anping::planning {

struct StratumWanted {
    Text<1, 80> stratum;
    std::int64_t take = 0;
    std::int64_t reserve = 0;
};
BOOST_DESCRIBE_STRUCT(StratumWanted, (), (stratum, take, reserve))

// What a workbook's column says of somebody listed.
struct PlacedIn {
    registry::InstitutionId institution;
    Text<1, 80> stratum;
};
BOOST_DESCRIBE_STRUCT(PlacedIn, (), (institution, stratum))

// The strata are those the candidates are in by what the register says on that day, each named once.
struct Split {
    SplitBy by = SplitBy::grade;
    std::vector<StratumWanted> strata;
    draw::Listed<PlacedIn> placed;       // of "sheet"; who is not named there is in a stratum of its own
    std::optional<Text<1, 100>> column;  // of "sheet"
    std::optional<SourceFile> source;    // the same
};
BOOST_DESCRIBE_STRUCT(Split, (), (by, strata, placed, column, source))

// How a list would be split today. A workbook is given once, with the column; then what was read of it.
struct AskStrata {
    DrawScope scope = DrawScope::local;
    std::optional<field::Date> since;
    SplitBy by = SplitBy::grade;
    std::vector<registry::InstitutionId> left_out;
    std::int64_t take = 1;
    std::int64_t reserve = 0;
    draw::Listed<PlacedIn> placed;
    std::optional<Text<1, 100>> column;
    std::optional<Text<1, 12'000'000>> content;  // in base64
};
BOOST_DESCRIBE_STRUCT(AskStrata, (), (scope, since, by, left_out, take, reserve, placed, column, content))

}  // namespace anping::planning
