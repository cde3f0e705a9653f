// SPDX-License-Identifier: Apache-2.0
// Which administrative divisions a text names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <anping/field/region.hpp>
#include <anping/forensics/finding.hpp>

namespace anping::forensics {

// Names of prefectures and counties, "昌吉市", "呼图壁县". A name that several have stands for all of them. Provinces
// are left out: laws and institutions are called after them.
class Divisions {
public:
    struct Named {
        Place place;                                  // in the text given
        std::vector<field::RegionCode> const* codes;  // those that are called so
    };

    explicit Divisions(field::Regions const& regions);
    // Ascending, the longest at a place.
    std::vector<Named> in(std::u32string_view text) const;
    // Whether one lies in or around the other, or both in one prefecture.
    static bool belong_together(field::RegionCode const& a, field::RegionCode const& b) noexcept;

private:
    std::unordered_map<std::u32string, std::vector<field::RegionCode>> by_name_;
    std::size_t longest_ = 0;
};

}  // namespace anping::forensics
