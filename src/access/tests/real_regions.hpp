// SPDX-License-Identifier: Apache-2.0
// The divisions as published, read in place.
#pragma once

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>

#include <anping/field/region.hpp>

namespace anping::access::testing {

inline boost::json::array published(std::string const& name) {
    std::ifstream in(std::string(ANPING_SHARED_DIR) + "/data/regions/" + name, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read the published regions: " + name);
    return boost::json::parse(std::string(std::istreambuf_iterator<char>(in), {})).as_array();
}

inline field::Regions const& real_regions() {
    static field::Regions const regions = [] {
        auto const text = [](boost::json::value const& row, char const* key) {
            return std::string(row.as_object().at(key).as_string());
        };
        std::vector<field::Region> out;
        auto const add = [&](std::string code, std::string name, field::RegionLevel level, std::string parent) {
            out.push_back({{std::move(code)}, std::move(name), level, {std::move(parent)}, {}, {}, "unconfirmed"});
        };
        for (auto const& row : published("provinces.json"))
            add(text(row, "code") + "0000", text(row, "name"), field::RegionLevel::province, "000000");
        std::set<std::string> headings;
        for (auto const& row : published("cities.json")) {
            auto const name = text(row, "name");
            if (name.ends_with("直辖县级行政区划")) headings.insert(text(row, "code"));
            else
                add(text(row, "code") + "00", name, field::RegionLevel::prefecture, text(row, "provinceCode") + "0000");
        }
        for (auto const& row : published("areas.json")) {
            auto const code = text(row, "code");
            if (code.ends_with("00")) continue;  // a city without districts, listed under itself
            auto const city = text(row, "cityCode");
            auto const parent = headings.contains(city) ? text(row, "provinceCode") + "0000" : city + "00";
            add(code, text(row, "name"), field::RegionLevel::county, parent);
        }
        return field::Regions(std::move(out));
    }();
    return regions;
}

}  // namespace anping::access::testing
