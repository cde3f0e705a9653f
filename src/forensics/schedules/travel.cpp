// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include <anping/forensics/schedules.hpp>

namespace anping::forensics {

double distance_km(Position const& a, Position const& b) {
    constexpr double kEarth = 6371.0088;  // mean radius, km
    auto const radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    double const north = std::sin(radians(b.latitude - a.latitude) / 2);
    double const east = std::sin(radians(b.longitude - a.longitude) / 2);
    double const square = north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
    double const line = 2 * kEarth * std::asin(std::min(1.0, std::sqrt(square)));
    return std::max(0.0, line - (a.within + b.within) / 1000);
}

double least_hours(double straight_km, Travel const& travel) {
    if (straight_km <= travel.adjoining_km) return 0;
    double const road = straight_km * travel.road_factor / travel.road_kmh;
    if (travel.air_kmh <= 0 || straight_km < travel.air_from_km) return road;
    return std::min(road, travel.air_hours + straight_km / travel.air_kmh);
}

}  // namespace anping::forensics
