// SPDX-License-Identifier: Apache-2.0
// Invented people on their way between invented sites.
#pragma once

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <anping/forensics/schedules.hpp>

namespace anping::forensics {

inline Timestamp clock_at(field::Date day, double hour) {
    return {field::beijing_midnight(day).micros + static_cast<std::int64_t>(hour * 3.6e9)};
}

struct Site {
    std::string name;
    Position position;
    std::string county;
};

// Sites of a province as wide as Xinjiang, two of them adjoining every tenth time.
inline std::vector<Site> sites(std::size_t count, std::mt19937_64& random) {
    std::uniform_real_distribution<double> north(36, 48), east(75, 95), near(-0.008, 0.008);
    std::vector<Site> out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        Position position{north(random), east(random), 50};
        if (i % 10 == 9) {
            position.latitude = out.back().position.latitude + near(random);
            position.longitude = out.back().position.longitude + near(random);
        }
        out.push_back({"厂" + std::to_string(i), position, "65" + std::to_string(2301 + i % 20 * 100)});
    }
    return out;
}

inline Act act_at(Site const& site, std::string subject, field::Date day, double from, double to) {
    Act out;
    out.subject = std::move(subject);
    out.site = site.name;
    out.position = site.position;
    out.county = site.county;
    out.from = clock_at(day, from);
    out.to = clock_at(day, to);
    out.report = "报告 " + site.name;
    out.where = {10, 20};
    return out;
}

// A month of somebody who drives at most 90 km/h on roads at least 1.3 times the line, works where they are and sleeps
// on the way; some acts state only their day.
inline std::vector<Act> honest_month(std::vector<Site> const& all, std::string const& subject, field::Date first,
                                     std::mt19937_64& random) {
    std::uniform_int_distribution<std::size_t> pick(0, all.size() - 1);
    std::uniform_real_distribution<double> work(0.5, 6), rest(0, 3), chance(0, 1);
    std::vector<Act> out;
    double hour = 8;
    Site const* at = &all[pick(random)];
    while (hour < 24 * 30) {
        double const until = hour + work(random);
        auto act = act_at(*at, subject, first, hour, until);
        act.kind = chance(random) < 0.5 ? ActKind::survey : ActKind::test;
        act.zone_stated = chance(random) < 0.8;
        if (chance(random) < 0.1) {
            act.position.reset();
            if (chance(random) < 0.5) act.county.clear();
        }
        out.push_back(act);
        if (chance(random) < 0.2) {  // signed elsewhere, at a desk with no place
            auto signature = act;
            signature.kind = ActKind::signature;
            signature.site = all[pick(random)].name;
            signature.position.reset();
            signature.county.clear();
            out.push_back(signature);
        }
        auto const& next = all[pick(random)];
        double const way = distance_km(at->position, next.position) * 1.3 / 90;
        hour = until + way + rest(random);
        at = &next;
    }
    return out;
}

}  // namespace anping::forensics
