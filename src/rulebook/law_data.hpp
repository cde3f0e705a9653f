// SPDX-License-Identifier: Apache-2.0
// The compiled law: what the evaluator reads. Built once by the compiler, then only read.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "condition.hpp"

namespace anping::rulebook {

enum class Direction { after, before, on };
BOOST_DESCRIBE_ENUM(Direction, after, before, on)
enum class Unit { working_day, day, month };
BOOST_DESCRIBE_ENUM(Unit, working_day, day, month)

struct Term {
    std::string from;
    Direction direction = Direction::after;
    std::optional<int> amount;  // nothing: no due date
    Unit unit = Unit::day;
    bool roll_over = false;
    bool window = false;  // rule "within"
};

struct Compiled {
    Clause clause;
    std::size_t book = 0;
    // When this entry speaks; the citation keeps the dates of the text itself.
    std::optional<field::Date> from;
    std::optional<field::Date> until;
    bool bridge = false;  // stands in for the same text after an unconfirmed end
    std::optional<Term> term;
    std::string subject;
    std::string severity;
    std::optional<Condition> when;
    Message says;
    Message clears;

    bool in_force(field::Date act) const noexcept { return (!from || *from <= act) && (!until || act < *until); }
};

struct Law::Data {
    std::string digest;
    std::vector<Book> books;
    std::vector<Compiled> clauses;
    std::map<std::pair<Kind, std::string>, std::vector<Compiled const*>, std::less<>> by_name;
    std::map<std::string, std::vector<Compiled const*>, std::less<>> by_id;
    std::vector<std::string> watch_names;
    field::Regions regions;
    field::Calendar national;
    std::unordered_map<std::string, field::Calendar> regional;  // by region, with all layers around it
    // The same law where more of it is confirmed, by region; what is confirmed for the nation is in every one.
    std::map<std::string, std::shared_ptr<Data const>, std::less<>> local;

    std::shared_ptr<Data const> const* local_to(Place const& place) const;  // nullptr: this one
    Data const& at(Place const& place) const;

    // Codes of the place's own region and those around it, innermost first; the nation last.
    std::vector<std::string> layers(field::RegionCode const& region) const;
    Compiled const* find(Kind kind, std::string_view name, Place const& place, field::Date act) const;
    Compiled const* find(Kind kind, std::string_view name, std::vector<std::string> const& layers,
                         field::Authority authority, field::Date act) const;
    std::optional<json::value> setting(SettingRef const& ref, Place const& place, field::Date act) const;
};

}  // namespace anping::rulebook
