// SPDX-License-Identifier: Apache-2.0
// One report in the making.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "invented.hpp"

namespace planted {

struct Member {
    std::string name, certificate;
    field::Date from, until;
};

struct Equipment {
    std::string name;
    std::size_t number;
};

struct Problem {
    std::string found, measure;
};

// What the report is of; drawn once, then written down.
struct Draft {
    Draft(World const& world, std::uint64_t seed, Plant plant);

    World const& world;
    Rng rng;
    Plant plant;
    County const* county;
    County const* elsewhere;  // in another prefecture
    Industry const* industry;
    std::size_t number;  // of the enterprise in the registry
    std::string enterprise, institution, address, road, institution_address, code, institution_code;
    std::string project, kind;  // "安全现状评价"
    std::string representative, institution_representative, manager, stranger, other_enterprise, unknown_enterprise;
    std::vector<std::string> neighbours, suppliers;
    double capacity;  // in 10,000 t a year
    std::size_t people;
    field::Date contract, notice, survey, report;
    std::vector<Member> team;  // the first leads
    std::string reviewer, process_lead, technical_lead;
    std::vector<Equipment> equipment;
    std::vector<Problem> problems;

    template <class... Ts>
    std::string either(Ts... ts) {
        std::array<std::string_view, sizeof...(Ts)> const all{ts...};
        return std::string(all[rng.below(all.size())]);
    }
    bool has(Plant one) const { return plant == one; }
};

std::string written(field::Date day);  // "2024年3月5日"
forensics::Known known_of(Draft const& draft);

// Chapters, with their headings' numbers left open.
std::string cover(Draft& draft);
std::string overview(Draft& draft);
std::string enterprise_chapter(Draft& draft);
std::string hazards(Draft& draft, std::span<std::string const> quotes);
std::string evaluation(Draft& draft);
std::string cases(Draft& draft);
std::string measures(Draft& draft, std::span<std::string const> quotes);
std::string conclusion(Draft& draft);
// Sentences of no fact, some of them resting on what the enterprise says.
std::string filler(Draft& draft, std::size_t sentences);

}  // namespace planted
