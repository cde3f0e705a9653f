// SPDX-License-Identifier: Apache-2.0
// Acts as they are shown: of one project in order, or of one clause.
#pragma once

#include <string>
#include <vector>

#include <anping/practice/types.hpp>

namespace anping::practice {

// An act that rests on a clause.
struct CitingAct {
    std::int64_t entry = 0;
    Timestamp at;
    std::string type;
    std::string text;
    ProjectId project;
    std::string project_title;
};
BOOST_DESCRIBE_STRUCT(CitingAct, (), (entry, at, type, text, project, project_title))

struct TimelineItem {
    std::int64_t entry = 0;
    Timestamp at;
    std::string type;
    std::string role;
    std::string unit_name;
    std::string text;
    std::vector<std::string> clauses;
};
BOOST_DESCRIBE_STRUCT(TimelineItem, (), (entry, at, type, role, unit_name, text, clauses))

}  // namespace anping::practice
