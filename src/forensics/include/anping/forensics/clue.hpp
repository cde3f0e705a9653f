// SPDX-License-Identifier: Apache-2.0
// A finding drawn from numbers, with what a page draws of it; and the share of false ones among those told.
#pragma once

#include <boost/describe/class.hpp>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <anping/forensics/finding.hpp>

namespace anping::forensics {

struct PlotLine {
    std::string name;            // "实际次数"
    std::vector<double> values;  // one a label
};
BOOST_DESCRIBE_STRUCT(PlotLine, (), (name, values))

// `kind`: "bars" (counts beside what is expected), "lines" (two series over each other), "points" (values in order).
struct Plot {
    std::string kind;
    std::vector<std::string> labels;
    std::vector<PlotLine> lines;
};
BOOST_DESCRIBE_STRUCT(Plot, (), (kind, labels, lines))

struct Clue {
    std::string report;
    Finding finding;
    Plot plot;
};
BOOST_DESCRIBE_STRUCT(Clue, (), (report, finding, plot))

// Chance, seeded by the caller: the same seed gives the same p.
using Random = std::mt19937_64;

enum class Dependence {
    none,       // Benjamini and Hochberg 1995: tests of series that have nothing to do with each other
    arbitrary,  // Benjamini and Yekutieli 2001: tests that share values
};

// Few tests at a time say nothing of how many of them are honest: they count as this many.
inline constexpr std::size_t kLeastTests = 100;

// Of each p its q: the share of false ones among all told, were it and everything below it told. In the order given.
std::vector<double> q_values(std::span<double const> p, Dependence dependence = Dependence::none,
                             std::size_t least_tests = 1);

}  // namespace anping::forensics
