// SPDX-License-Identifier: Apache-2.0
// Who, or which instrument, was where and when, from dated acts of all reports; and where the two do not go together.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/time.hpp>
#include <anping/field/date.hpp>
#include <anping/forensics/clue.hpp>
#include <anping/forensics/finding.hpp>

namespace anping::forensics {

enum class ActKind { survey, signature, test, training, inspection };
BOOST_DESCRIBE_ENUM(ActKind, survey, signature, test, training, inspection)

enum class SubjectKind { person, instrument };
BOOST_DESCRIBE_ENUM(SubjectKind, person, instrument)

struct Position {
    double latitude = 0, longitude = 0;  // degrees, WGS 84
    double within = 0;                   // metres it may be off
};
BOOST_DESCRIBE_STRUCT(Position, (), (latitude, longitude, within))

struct Act {
    SubjectKind of = SubjectKind::person;
    std::string subject;  // certificate or serial number as written
    ActKind kind = ActKind::survey;
    Timestamp from, to;       // `to` not before `from`; of whole days: from midnight to midnight, Beijing
    bool by_day = false;      // only the days are known
    bool zone_stated = true;  // false: the clock may have shown UTC or Xinjiang time
    std::string site;         // whose: acts of the same site are in one place
    std::optional<Position> position;
    std::string county;  // six digits; empty where not stated. A signature has a place only if it is stated
    std::string report;
    Place where;  // in the report
};
BOOST_DESCRIBE_STRUCT(Act, (),
                      (of, subject, kind, from, to, by_day, zone_stated, site, position, county, report, where))

// Acts of whole days.
Act on_days(Act act, field::Date first, field::Date last);

// What two writings of one number have in common: upper case, plain width, O as 0, I and L as 1, no spaces and strokes.
// Empty for what names nobody: "无", "-", "1号", "A", fewer than four characters or no digit.
std::string subject_of(std::string_view written);

struct Travel {
    double road_kmh = 100;
    double road_factor = 1.3;  // of the straight line
    double air_kmh = 700;      // 0: nobody flies
    double air_hours = 3;      // to the airport, waiting, from the airport
    double air_from_km = 300;
    double tolerance_minutes = 15;
    double adjoining_km = 2;  // plants so near are one place
    double day_hours = 5;     // of travel between places of one day, to be a lead
};

// Hours it takes at least; 0 for places that adjoin.
double least_hours(double straight_km, Travel const& travel);
// Straight line less what both positions may be off.
double distance_km(Position const& a, Position const& b);

enum class ConflictKind {
    two_places,  // at once
    too_fast,    // one after the other, nearer in time than any way between them
    same_day,    // on one day, with much travel between: it can be done, and is asked about
    route        // on one day more places than can be reached in it
};
BOOST_DESCRIBE_ENUM(ConflictKind, two_places, too_fast, same_day, route)

struct Conflict {
    ConflictKind kind = ConflictKind::two_places;
    Act first, second;
    std::optional<double> km;   // straight line; nothing where a position is not known
    double hours_between = 0;   // from the end of the first to the beginning of the second; negative: overlap
    double hours_needed = 0;    // at least
    std::optional<double> kmh;  // speed needed on the road; nothing for an overlap
    Finding finding;            // of the report of the second act
};
BOOST_DESCRIBE_STRUCT(Conflict, (), (kind, first, second, km, hours_between, hours_needed, kmh, finding))

// Each act beside the one before it and those it overlaps, of its subject: O(n log n) and what is found. Suspected, and
// a lead where only days are known, no position is, or a clock of another zone would explain it.
std::vector<Conflict> conflicts_of(std::span<Act const> acts, Travel const& travel = {});

}  // namespace anping::forensics
