// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/cases/events.hpp>

namespace anping::cases {

// What a bureau does of cases, for the public.
struct CaseCount {
    registry::BureauId bureau;
    std::string bureau_name;
    field::RegionCode region;
    std::int64_t cases = 0;
    std::int64_t decided = 0;
    std::int64_t published = 0;
    std::int64_t overdue = 0;    // days of the law the bureau let pass and has not made up for
    std::int64_t kept_late = 0;  // that it kept too late
};
BOOST_DESCRIBE_STRUCT(CaseCount, (), (bureau, bureau_name, region, cases, decided, published, overdue, kept_late))

// A day of the law a bureau itself let pass.
struct OwnOverdue {
    CaseId id;
    registry::BureauId bureau;
    std::string what;
    field::Date due;
    std::optional<Timestamp> due_at = {};
};

}  // namespace anping::cases
