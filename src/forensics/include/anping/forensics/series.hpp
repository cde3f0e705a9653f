// SPDX-License-Identifier: Apache-2.0
// Measured values as a report's tables state them.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include <anping/field/date.hpp>
#include <anping/forensics/decimal.hpp>
#include <anping/forensics/finding.hpp>
#include <anping/vault/document.hpp>

namespace anping::forensics {

struct Origin {
    std::string report;
    std::string institution;
    std::string enterprise;
    bool operator==(Origin const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Origin, (), (report, institution, enterprise))

// Values of one quantity in their order.
struct Series {
    Origin origin;
    std::string quantity;            // the words over it: "接地电阻 实测值"
    std::string unit;                // "Ω"; empty where none is stated
    std::string instrument;          // serial number as written; empty where none is stated
    std::optional<field::Date> day;  // of the measurement
    std::vector<Decimal> values;
    std::vector<Place> where;         // of each value
    std::vector<std::string> points;  // what each value was measured at, as the row says; may be empty
};

// The finest resolution any of its values states, as decimal places.
int places_of(Series const& series) noexcept;
// Its values as whole numbers at that resolution; empty where one does not fit 31 bits.
std::vector<std::int64_t> steps_of(Series const& series);

// Readings taken of the same thing one after the other: a row under 读数1, 读数2, 读数3.
struct Readings {
    Origin origin;
    std::string quantity;
    std::string unit;
    std::string instrument;
    std::vector<std::vector<Decimal>> rows;  // two values and more each
    std::vector<Place> where;                // of each row
};

enum class Rule { sum, mean, least, greatest };
BOOST_DESCRIBE_ENUM(Rule, sum, mean, least, greatest)

// A value the report says it computed from others.
struct Derived {
    Rule rule = Rule::sum;
    int table = 0;  // of the document, from 1
    std::string quantity;
    std::vector<Decimal> from;
    Decimal stated;
    Place where;  // of the stated value
};

struct Measurements {
    Origin origin;
    std::vector<Series> series;
    std::vector<Readings> readings;
    std::vector<Derived> derived;
};

// What the tables hold. A series has four values and more, under words of a measured quantity or with a unit. Left out
// are ordinals, days, limits and design values, properties of substances, scores, calibration values, values that do
// not vary and values that only count up evenly. Instrument and day are looked for in the table and in the lines before
// it.
Measurements measurements_of(vault::Document const& document, Origin const& origin);

// Whether words over a column speak of something measured in this report.
bool is_measured(std::string_view words, std::string_view unit);

}  // namespace anping::forensics
