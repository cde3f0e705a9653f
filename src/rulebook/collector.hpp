// SPDX-License-Identifier: Apache-2.0
// Second stage: trees -> clauses with everything they inherit (file defaults, the clause they are part of), ids and
// periods checked against each other. Knows what a clause is, not what its kind's own table means.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "reader.hpp"
#include "shape.hpp"

namespace anping::rulebook {

struct RawClause {
    std::size_t book = 0;  // index in Collection::books
    Node const* table = nullptr;
    Node const* body = nullptr;  // the kind's own table
    std::string id;
    Kind kind = Kind::duty;
    std::string name;
    std::string title;
    std::string text;
    std::string source;
    std::string part_of;
    Mark mark = Mark::unconfirmed;
    bool own_mark = false;  // not inherited from the clause it is part of
    std::optional<field::Date> from;
    std::optional<field::Date> until;
    bool until_unconfirmed = false;
    // The first day of the next version of the same id: how long an unconfirmed end is bridged.
    std::optional<field::Date> successor;

    std::string affects(std::vector<Book> const& books) const;
    Location where(std::string_view key) const;  // of the key, else of the clause
};

struct Collection {
    std::vector<Book> books;
    std::vector<RawClause> clauses;       // in book and file order
    std::vector<Document const*> extras;  // calendars and regions, by file
};

// The shelf must outlive the collection.
Collection collect(Shelf const& shelf, Report& report);

}  // namespace anping::rulebook
