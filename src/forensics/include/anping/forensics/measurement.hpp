// SPDX-License-Identifier: Apache-2.0
// Values held against the instrument that is said to have measured them, and against what they were computed from.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <anping/forensics/clue.hpp>
#include <anping/forensics/series.hpp>

namespace anping::forensics {

struct Validity {
    field::Date from, until;  // both included
};
BOOST_DESCRIBE_STRUCT(Validity, (), (from, until))

// As registered.
struct Instrument {
    std::string serial;
    std::string unit;
    std::optional<Decimal> resolution;     // smallest step it shows
    std::optional<Decimal> repeatability;  // standard deviation of readings of one thing
    std::vector<Validity> calibrated;
};
BOOST_DESCRIBE_STRUCT(Instrument, (), (serial, unit, resolution, repeatability, calibrated))

// What one of `from` is in `to`: 1 MPa is 1000 kPa. Nothing for units that are not converted by a factor alone.
std::optional<double> unit_factor(std::string_view from, std::string_view to);

// "numbers.precision": values finer than the instrument shows, that no conversion of its unit explains. Means are left
// out: they may be finer.
std::optional<Clue> precision_clue(Series const& series, Instrument const& instrument);

// "numbers.calibration": measured on a day on which no certificate of calibration is in force.
std::optional<Clue> calibration_clue(Series const& series, Instrument const& instrument);

// "numbers.variance": readings of one thing that agree better than the instrument can: their sum of squares against
// that of normal readings rounded as these are, by chance. The p is not yet weighed against others.
struct VarianceTest {
    double p = 1;
    double found = 0;   // pooled standard deviation
    double stated = 0;  // repeatability, in the readings' unit
    int degrees = 0;
};
std::optional<VarianceTest> variance_test(Readings const& readings, Instrument const& instrument, int draws,
                                          Random& random);
struct Repeated {
    Readings const* readings = nullptr;
    Instrument const* instrument = nullptr;
};
// Controlled over all given.
std::vector<Clue> variance_clues(std::span<Repeated const> repeated, double q, int draws, Random& random);

enum class Agreement { possible, impossible, untestable };
BOOST_DESCRIBE_ENUM(Agreement, possible, impossible, untestable)

// Whether `count` values that are multiples of `unit` can have this mean, rounded or cut off (GRIM, Brown and Heathers
// 2017). Untestable where every mean of that many places can arise.
Agreement mean_agreement(Decimal mean, int count, Decimal unit);

struct Mean {
    std::string quantity;
    Decimal stated;
    int count = 0;
    Decimal unit{1, 0};  // what each value is a multiple of: 1 for numbers of things
    Place where;
};
// "numbers.mean", one clue for all means of a report that cannot be.
std::optional<Clue> mean_clue(Origin const& origin, std::span<Mean const> means);

// Whether the stated value follows from the others when each may be off by half its last place.
bool recomputes(Derived const& derived);
// "numbers.recompute", one clue a table. Suspected where most of the table's derived values do recompute, so that what
// they are computed from is understood; a lead where it is one of two; nothing where most do not.
std::vector<Clue> recompute_clues(Origin const& origin, std::span<Derived const> derived);

}  // namespace anping::forensics
