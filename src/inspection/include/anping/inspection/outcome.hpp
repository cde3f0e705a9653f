// SPDX-License-Identifier: Apache-2.0
// Whether fewer items fail after an action than before it (N-14), with how sure that is.
#pragma once

#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/field/date.hpp>

namespace anping::inspection {

// What one inspection found.
struct Sample {
    field::Date on;
    std::int64_t checked = 0;
    std::int64_t failed = 0;
};

// In thousandths; the interval is Wilson's at 95 %. Without anything checked there is no rate: 0 to 1000.
struct Rate {
    std::int64_t inspections = 0;
    std::int64_t checked = 0;
    std::int64_t failed = 0;
    std::int64_t permille = 0;
    std::int64_t low = 0;
    std::int64_t high = 1000;
};
BOOST_DESCRIBE_STRUCT(Rate, (), (inspections, checked, failed, permille, low, high))

enum class Change { fell, rose, unclear };  // unclear: the intervals overlap
BOOST_DESCRIBE_ENUM(Change, fell, rose, unclear)

struct BeforeAfter {
    Rate before;  // up to and on the day of the action
    Rate after;
    Change change = Change::unclear;
};
BOOST_DESCRIBE_STRUCT(BeforeAfter, (), (before, after, change))

Rate rate_of(std::vector<Sample> const& samples);
BeforeAfter before_and_after(std::vector<Sample> const& samples, field::Date action);

// An order, and what inspections of the institution found before and after.
struct OutcomeView {
    std::string order;
    std::string bureau_name;
    field::Date on;
    BeforeAfter found;
};
BOOST_DESCRIBE_STRUCT(OutcomeView, (), (order, bureau_name, on, found))

}  // namespace anping::inspection
