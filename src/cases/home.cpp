// SPDX-License-Identifier: Apache-2.0
#include "home.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anping::cases {

registry::BureauId home_of(field::RegionCode const& region) {
    constexpr std::size_t kProvince = 2;  // digits
    return registry::bureau_of({region.digits.substr(0, kProvince) + "0000"}, field::Authority::government);
}

std::optional<HomeRule> home_rule(rulebook::Law const& law, rulebook::Place const& place, field::Date day) {
    auto const* clause = law.find(rulebook::Kind::catalogue, "home_authority_measures", place, day);
    auto const* items = clause == nullptr ? nullptr : clause->body.if_contains("items");
    if (items == nullptr || !items->is_array()) return std::nullopt;
    HomeRule out{clause->citation, {}};
    for (auto const& one : items->get_array()) out.measures.emplace_back(one.at("code").as_string());
    return out;
}

void remark_home(std::vector<PenaltyGiven> const& penalties, std::vector<Home> const& homes,
                 rulebook::Place const& place, Law const& law, field::Date on, std::vector<Remark>& to) {
    if (homes.empty()) return;
    auto const rule = home_rule(law.books, place, on);
    if (!rule) return;
    bool const takes = std::ranges::any_of(penalties, [&](PenaltyGiven const& one) {
        return !on_person(one) && std::ranges::find(rule->measures, one.code.value) != rule->measures.end();
    });
    if (!takes) return;
    for (auto const& one : homes)
        to.push_back(
            {"home", fmt::format("吊销、撤销资质由原资质认可机关（{}）决定，应当移送", one.bureau_name), rule->clause});
}

}  // namespace anping::cases
