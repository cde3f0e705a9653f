// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/divisions.hpp>

#include <algorithm>

#include "leftovers/letters.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kShortest = 3;  // "郊区" and "城区" are words

}  // namespace

Divisions::Divisions(field::Regions const& regions) {
    for (auto const& region : regions.all()) {
        if (region.level != field::RegionLevel::county && region.level != field::RegionLevel::prefecture) continue;
        auto name = to_points(region.name);
        if (name.size() < kShortest || name == U"市辖区") continue;
        longest_ = std::max(longest_, name.size());
        by_name_[std::move(name)].push_back(region.code);
    }
}

std::vector<Divisions::Named> Divisions::in(std::u32string_view text) const {
    constexpr View ends = U"县市区旗盟州";
    std::vector<Named> out;
    for (std::size_t end = 0; end < text.size(); ++end) {
        if (!is_among(text[end], ends)) continue;
        for (auto size = std::min(longest_, end + 1); size >= kShortest; --size) {
            auto const from = end + 1 - size;
            auto const found = by_name_.find(std::u32string(text.substr(from, size)));
            if (found == by_name_.end()) continue;
            out.push_back({{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end + 1)}, &found->second});
            break;
        }
    }
    return out;
}

bool Divisions::belong_together(field::RegionCode const& a, field::RegionCode const& b) noexcept {
    auto const& one = a.digits;
    auto const& other = b.digits;
    if (one.size() != 6 || other.size() != 6 || one.substr(0, 2) != other.substr(0, 2)) return false;
    auto const of_province = [](std::string const& code) { return code.ends_with("0000"); };
    return of_province(one) || of_province(other) || one.substr(0, 4) == other.substr(0, 4);
}

}  // namespace anping::forensics
