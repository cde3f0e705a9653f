// SPDX-License-Identifier: Apache-2.0
// Whether the people of a unit fill what a scope asks for: so many of each specialty (Order No. 1 of 2019, annex 1;
// XJ-4a). Each person counts once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/registry/types.hpp>

namespace anping::registry {

// One of the places a scope asks for, and who fills it.
struct Post {
    std::string specialty;
    PersonId person;
    std::string name;  // of the person, where people read it; empty in events
};
BOOST_DESCRIBE_STRUCT(Post, (), (specialty, person, name))

// Places nobody is left for. `together` are the specialties that ask for the same people: they need `asked` persons,
// and `able` can fill any of them.
struct Gap {
    std::string specialty;
    std::int64_t missing = 0;
    std::vector<std::string> together;
    std::int64_t asked = 0;
    std::int64_t able = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Gap, (), (specialty, missing, together, asked, able, text))

struct Staffing {
    std::string scope;
    std::string clause;  // the table's; empty when the law has none for this scope
    std::vector<Post> posts;
    std::vector<Gap> gaps;
    std::optional<std::int64_t> people;  // who could be counted at all on that day; nothing where nobody counted them

    std::int64_t missing() const noexcept {
        std::int64_t out = 0;
        for (auto const& gap : gaps) out += gap.missing;
        return out;
    }
};
BOOST_DESCRIBE_STRUCT(Staffing, (), (scope, clause, posts, gaps, people))

// Whose people are asked about, for which scope, where and when.
struct StaffingQuestion {
    InstitutionId institution;
    std::optional<BranchId> branch;  // nothing: all people of the institution
    std::string scope;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    field::Date day;
    std::optional<std::vector<PersonId>> only;  // a team
    std::vector<std::string> outside;           // specialties of experts from elsewhere, one each
};

}  // namespace anping::registry
