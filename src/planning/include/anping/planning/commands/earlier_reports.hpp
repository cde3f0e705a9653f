// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <anping/planning/types.hpp>

namespace anping::planning {

// Of a statutory project that was over before the platform knew of any: what a list of it says, and nothing more.
struct EarlierReport {
    Text<2, 200> title;
    Text<1, 200> institution_name;
    std::optional<Text<1, 40>> credit_code;
    Text<1, 200> enterprise_name;
    field::Date made_on;
    std::optional<Text<1, 100>> number;
};
BOOST_DESCRIBE_STRUCT(EarlierReport, (), (title, institution_name, credit_code, enterprise_name, made_on, number))

struct RecordEarlierReports {
    draw::Listed<EarlierReport> rows;
    std::optional<SourceFile> source;
};
BOOST_DESCRIBE_STRUCT(RecordEarlierReports, (), (rows, source))

// That somebody looked at it.
struct CheckEarlierReport {
    Coverage kind = Coverage::desk;
    field::Date on;
    Text<2, 500> reference;  // what it was, and what came of it
};
BOOST_DESCRIBE_STRUCT(CheckEarlierReport, (), (kind, on, reference))

}  // namespace anping::planning
