// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <anping/planning/types.hpp>

namespace anping::planning {

// A line of the list as it was given.
struct OutsideRow {
    Text<1, 200> name;
    std::optional<Text<1, 40>> credit_code;
    bool drawn = false;
    std::optional<Text<1, 300>> note;  // place, tickets, whatever else it says
};
BOOST_DESCRIBE_STRUCT(OutsideRow, (), (name, credit_code, drawn, note))

// A draw that was held on another platform, as that says it was.
struct RecordOutsideDraw {
    Text<2, 200> title;
    Text<2, 300> basis;
    Text<2, 100> platform;
    Text<1, 100> number;  // there
    field::Date drawn_on;
    draw::Listed<OutsideRow> rows;
    std::optional<SourceFile> source;
};
BOOST_DESCRIBE_STRUCT(RecordOutsideDraw, (), (title, basis, platform, number, drawn_on, rows, source))

struct WithdrawOutsideDraw {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawOutsideDraw, (), (reason))

}  // namespace anping::planning
