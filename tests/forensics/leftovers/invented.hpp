// SPDX-License-Identifier: Apache-2.0
// Invented reports as honest ones are, with whatever looks like an error and is none; and the same with one error.
#pragma once

#include <span>
#include <string>

#include "world.hpp"

namespace planted {

enum class Plant {
    none,
    registered_name,
    unknown_name,
    place,
    address,
    person,
    code,
    project_name,
    total,
    capacity,
    people,
    count,
    date_order,
    later_date,
    old_standard,
    new_standard,
    signatory,
    certificate,
    not_on_site,
    chapter,
    criterion,
    criteria,
    source,
    problem,
    measure,
    hearsay,
    spacing,
    spacing_rule,
};

struct Planting {
    Plant plant;
    char const* name;      // in a table
    char const* detector;  // that has to find it
};
std::span<Planting const> plantings();

struct Invented {
    std::string text;
    forensics::Known known;  // all a platform would know
    Plant plant = Plant::none;
};

// A text without pages, as it is read.
forensics::Report report_of_text(std::string text);

// Everything from the seed. `quotes`: paragraphs of laws, some of which are put in.
Invented invent(World const& world, std::uint64_t seed, Plant plant, std::span<std::string const> quotes = {});

}  // namespace planted
