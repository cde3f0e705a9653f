// SPDX-License-Identifier: Apache-2.0
// What a detector found: a clue with its places and the facts it was drawn from, never a judgement.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>

namespace anping {

// A place in a text as events hold it.
template <>
struct Codec<std::uint32_t> {
    static boost::json::value write(std::uint32_t value) { return boost::json::value(std::int64_t{value}); }
    static std::uint32_t read(boost::json::value const& value, FieldReader& in) {
        auto const number = in.integer(value);
        if (number >= 0 && number <= std::numeric_limits<std::uint32_t>::max())
            return static_cast<std::uint32_t>(number);
        in.problem("range", "应为文本中的位置");
        return 0;
    }
    static boost::json::object schema() { return {{"type", "integer"}, {"format", "int64"}}; }
};

}  // namespace anping

namespace anping::forensics {

// How strong the clue is: 线索, 疑似, 确证 (established: the two texts, pictures or numbers are plainly the same).
enum class Strength { lead, suspected, established };
BOOST_DESCRIBE_ENUM(Strength, lead, suspected, established)

// Code points of the report's text, from the first to before the last.
struct Place {
    std::uint32_t from = 0, to = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (from, to))

// A named value the finding rests on, written as a person reads it: ("other_enterprise", "…"), ("p", "0.0003").
struct Fact {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(Fact, (), (name, value))

struct Finding {
    std::string detector;  // "leftovers.other_enterprise"; which clause it touches, the rulebook says
    Strength strength = Strength::lead;
    std::string words;         // one Chinese sentence an officer understands, saying what is seen and not what it means
    std::vector<Place> where;  // in the report; empty where it concerns no passage
    std::vector<Fact> facts;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (detector, strength, words, where, facts))

}  // namespace anping::forensics
