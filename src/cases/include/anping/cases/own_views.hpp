// SPDX-License-Identifier: Apache-2.0
// A case as an institution or enterprise it is against knows it: from the notice on.
#pragma once

#include <anping/cases/types.hpp>

namespace anping::cases {

// What it said itself; what another party said is not its to read.
struct Said {
    bool hearing = false;
    field::Date on;
    std::string text;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(Said, (), (hearing, on, text, entry))

struct OwnCase {
    CaseId id;
    std::string bureau_name;
    std::string title;
    std::optional<field::Date> notified_on;
    std::optional<field::Date> hearing_told_on;
    std::optional<field::Date> hearing_until;  // to ask for one
    std::optional<field::Date> decided_on;
    std::vector<Said> said;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(OwnCase, (),
                      (id, bureau_name, title, notified_on, hearing_told_on, hearing_until, decided_on, said, entry))

}  // namespace anping::cases
