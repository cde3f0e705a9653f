// SPDX-License-Identifier: Apache-2.0
// Published data read in place, independently of the rulebooks made from it.
#pragma once

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>

#include <anping/field/calendar.hpp>

namespace anping::field::testing {

inline boost::json::value shared_json(std::string const& path) {
    std::ifstream in(std::string(ANPING_SHARED_DIR) + "/data/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read shared data: " + path);
    return boost::json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
}

inline std::string text(boost::json::value const& value) { return std::string(value.as_string()); }

inline Date day(std::string_view written) { return parse_date(written).value(); }

inline std::vector<CalendarYear> published_years() {
    std::vector<CalendarYear> out;
    for (int year = 2007; year <= 2026; ++year) {
        auto const file = shared_json("calendar/" + std::to_string(year) + ".json");
        CalendarYear made;
        made.year = year;
        made.source = text(file.at("papers").as_array().at(0));
        for (auto const& named : file.at("days").as_array())
            (named.at("isOffDay").as_bool() ? made.off : made.work)
                .emplace(day(named.at("date").as_string()), text(named.at("name")));
        out.push_back(std::move(made));
    }
    return out;
}

inline Calendar national() { return Calendar("test", published_years(), {}); }

}  // namespace anping::field::testing
