// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include <anping/field/region.hpp>

namespace anping::field {
namespace {

constexpr std::string_view kNation = "000000";

bool is_code(std::string_view digits) noexcept {
    return digits.size() == 6 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

[[noreturn]] void unfit(RegionCode const& code, char const* what) {
    throw std::invalid_argument("regions: " + code.digits + " " + what);
}

}  // namespace

Regions::Regions(std::vector<Region> regions, std::vector<ParallelAuthority> parallel)
    : regions_(std::move(regions)), parallel_(std::move(parallel)) {
    bool const rooted = std::ranges::any_of(regions_, [](auto const& r) { return r.code.digits == kNation; });
    if (!rooted && !regions_.empty())
        regions_.push_back(
            {RegionCode{std::string(kNation)}, "中华人民共和国", RegionLevel::nation, {}, {}, {}, "seen"});
    index_.reserve(regions_.size());
    for (std::size_t i = 0; i < regions_.size(); ++i) {
        auto const& code = regions_[i].code;
        if (!is_code(code.digits)) unfit(code, "is not six digits");
        if (!index_.emplace(code.digits, i).second) unfit(code, "comes twice");
    }
    for (auto const& region : regions_) {
        if (region.level == RegionLevel::nation) continue;
        auto const* parent = find(region.parent);
        if (parent == nullptr) unfit(region.code, "has an unknown parent");
        if (parent->level >= region.level) unfit(region.code, "lies under a region that is not of a higher level");
        children_[region.parent.digits].push_back(index_.at(region.code.digits));
    }
    for (auto const& authority : parallel_)
        if (find(authority.region) == nullptr) unfit(authority.region, "has an authority but is not a region");
}

Region const* Regions::find(RegionCode const& code) const noexcept {
    auto const found = index_.find(code.digits);
    return found == index_.end() ? nullptr : &regions_[found->second];
}

Region const* Regions::above(Region const& region) const noexcept {
    return region.level == RegionLevel::nation ? nullptr : find(region.parent);
}

std::vector<RegionCode> Regions::ancestry(RegionCode const& code) const {
    std::vector<RegionCode> out;
    for (auto const* region = find(code); region != nullptr; region = above(*region)) out.push_back(region->code);
    return out;
}

bool Regions::contains(RegionCode const& outer, RegionCode const& inner) const {
    for (auto const* region = find(inner); region != nullptr; region = above(*region))
        if (region->code == outer) return true;
    return false;
}

std::vector<Region const*> Regions::children(RegionCode const& code) const {
    std::vector<Region const*> out;
    if (auto const found = children_.find(code.digits); found != children_.end())
        for (auto const i : found->second) out.push_back(&regions_[i]);
    std::ranges::sort(out, {}, [](Region const* region) { return region->code; });
    return out;
}

std::string Regions::full_name(RegionCode const& code) const {
    std::string out;
    for (auto const* region = find(code); region != nullptr; region = above(*region)) {
        if (region->level == RegionLevel::nation && !out.empty()) break;
        out.insert(0, region->name);
    }
    return out;
}

bool Regions::has_authority(RegionCode const& code, Authority authority) const {
    if (find(code) == nullptr) return false;
    if (authority == Authority::government) return true;
    return std::ranges::any_of(parallel_, [&](ParallelAuthority const& parallel) {
        return parallel.authority == authority && contains(parallel.region, code);
    });
}

std::string_view subtree_prefix(RegionCode const& code) noexcept {
    std::string_view const digits = code.digits;
    if (digits == kNation) return {};
    if (digits.ends_with("0000")) return digits.substr(0, 2);
    if (digits.ends_with("00")) return digits.substr(0, 4);
    return digits;
}

}  // namespace anping::field

namespace anping {

field::RegionCode Codec<field::RegionCode>::read(boost::json::value const& value, FieldReader& in) {
    auto text = in.string(value, 1, 40);
    if (text.empty()) return {};
    if (!field::is_code(text)) in.problem("region_code", "行政区划代码应为 6 位数字");
    return {std::move(text)};
}

}  // namespace anping
