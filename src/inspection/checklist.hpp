// SPDX-License-Identifier: Apache-2.0
// What the books of a place say of inspections.
#pragma once

#include <anping/inspection/types.hpp>

namespace anping::inspection {

// Of a place on a day. Cheap to make; refers to the law.
class Book {
public:
    Book(rulebook::Law const& law, rulebook::Place place, field::Date day)
        : law_(law.at(place)), place_(std::move(place)), day_(day) {}

    std::vector<ListedItem> checklist(Setting setting, std::vector<Subject> const& subjects) const;
    // How many officers with valid certificates it takes, and the clause that says so.
    std::int64_t officers_needed(Coverage coverage) const;
    rulebook::Citation rule() const;
    // Of a clause that is in force here; nothing of one of another place.
    std::optional<rulebook::Citation> citation(std::string const& clause) const;
    rulebook::Law const& law() const noexcept { return law_; }
    rulebook::Place const& place() const noexcept { return place_; }
    field::Date day() const noexcept { return day_; }

private:
    rulebook::Law law_;
    rulebook::Place place_;
    field::Date day_;
};

}  // namespace anping::inspection
