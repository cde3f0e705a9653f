// SPDX-License-Identifier: Apache-2.0
// What other modules know of an institution when somebody is chosen to be inspected.
#pragma once

#include <optional>
#include <string>

#include <anping/planning/types.hpp>

namespace anping::planning {

// How somebody stands with the rater, as the law of the place is concerned.
struct RatingKnown {
    std::string id;
    std::int64_t year = 0;
    bool refused = false;
    std::string grade;  // code
    std::string grade_name;
    std::string rater;
    field::Date rated_on;
};

// An effective decision against somebody.
struct DecisionKnown {
    std::string id;
    field::Date decided_on;
    std::string text;
};

// Somebody on the list of serious dishonesty today.
struct DishonestyKnown {
    std::string id;
    std::optional<field::Date> until;
};

}  // namespace anping::planning
