// SPDX-License-Identifier: Apache-2.0
// Invented enterprises, institutions, places and persons. A likeness to real ones is chance.
#pragma once

#include <cstdint>

#include "random.hpp"
#include "text.hpp"

namespace corpus {

constexpr std::size_t kIndustries = 40;
constexpr std::size_t kInstitutions = 200;

struct IndustryNames {
    View name;        // 氯碱
    View in_company;  // 氯碱化工, as it stands in a company's name
    View substances;  // separated by 、
};

struct Enterprise {
    Text full;
    Text brief;
    Text place;
    std::size_t industry;
};

IndustryNames const& industry_names(std::size_t industry);
// No two numbers below half a million have one full name.
Enterprise enterprise(std::uint64_t number);
Text institution(std::size_t number);
Text person(Rng& rng);
// Short texts with slots for what a report fills in (see slots.hpp).
Text fact(Rng& rng, std::size_t industry);

}  // namespace corpus
