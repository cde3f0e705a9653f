// SPDX-License-Identifier: Apache-2.0
// What invented reports are invented from: enterprises, divisions, people, standards, lists. All of it is made up but
// the numbers and titles of standards, whose days in force are made up too.
#pragma once

#include <string>
#include <vector>

#include <anping/forensics/leftovers.hpp>

#include "../corpus/random.hpp"

namespace planted {

using corpus::Rng;
namespace forensics = anping::forensics;
namespace field = anping::field;

struct County {
    std::string code, name, prefecture, province;
};

struct Industry {
    std::string name;     // in a company's name
    std::string product;  // what it makes
    std::vector<std::string> substances;
    std::vector<std::string> equipment;  // no name of one is part of another's
};

struct World {
    std::vector<County> counties;
    std::vector<Industry> industries;
    std::vector<forensics::Standard> standards;  // old editions among them
    std::vector<forensics::Criterion> criteria;
    std::shared_ptr<forensics::Divisions const> divisions;
    std::shared_ptr<forensics::NameScreen const> registry;
    std::size_t registered = 0;  // parties; the number is the party's
};

// `counties` with their prefectures and provinces; `registered` enterprises in the registry.
World world_of(std::vector<County> counties, std::size_t registered);
std::vector<County> few_counties();

// By its number: an enterprise's name, without numbers that repeat below 400,000.
std::string enterprise_name(World const& world, std::size_t number);
std::string institution_name(std::size_t number);
std::string person_name(Rng& rng);
std::string credit_code(Rng& rng, std::string const& region);

}  // namespace planted
