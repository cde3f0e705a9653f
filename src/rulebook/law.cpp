// SPDX-License-Identifier: Apache-2.0
// Which clause speaks: layers, authority and dates.
#include <algorithm>
#include <boost/json.hpp>

#include "law_data.hpp"

namespace anping::rulebook {

std::vector<std::string> Law::Data::layers(field::RegionCode const& region) const {
    std::vector<std::string> out;
    for (auto const& code : regions.ancestry(region)) out.push_back(code.digits);
    // A division the table does not know still lies where its digits say.
    if (out.empty() && region.digits.size() == 6)
        out = {region.digits, region.digits.substr(0, 4) + "00", region.digits.substr(0, 2) + "0000"};
    if (out.empty() || out.back() != "000000") out.emplace_back("000000");
    return out;
}

Compiled const* Law::Data::find(Kind kind, std::string_view name, std::vector<std::string> const& around,
                                field::Authority authority, field::Date act) const {
    auto const candidates = by_name.find(std::pair(kind, std::string(name)));
    if (candidates == by_name.end()) return nullptr;
    Compiled const* best = nullptr;
    std::pair<std::size_t, bool> best_rank;
    for (auto const* candidate : candidates->second) {
        auto const& book = books[candidate->book];
        if (!candidate->in_force(act) || (book.authority && *book.authority != authority)) continue;
        auto const depth = std::ranges::find(around, book.region.digits) - around.begin();
        std::pair const rank(static_cast<std::size_t>(depth), !book.authority);
        if (rank.first == around.size() || (best != nullptr && rank >= best_rank)) continue;
        best = candidate;
        best_rank = rank;
    }
    return best;
}

Compiled const* Law::Data::find(Kind kind, std::string_view name, Place const& place, field::Date act) const {
    return find(kind, name, layers(place.region), place.authority, act);
}

std::optional<json::value> Law::Data::setting(SettingRef const& ref, Place const& place, field::Date act) const {
    auto const* found = find(ref.kind, ref.name, place, act);
    auto const* value = found == nullptr ? nullptr : found->clause.body.if_contains(ref.key);
    return value == nullptr ? std::nullopt : std::optional(*value);
}

std::shared_ptr<Law::Data const> const* Law::Data::local_to(Place const& place) const {
    if (local.empty()) return nullptr;
    for (auto const& code : layers(place.region))
        if (auto const found = local.find(code); found != local.end()) return &found->second;
    return nullptr;
}

Law::Data const& Law::Data::at(Place const& place) const {
    auto const* found = local_to(place);
    return found == nullptr ? *this : **found;
}

Law Law::at(Place const& place) const {
    auto const* found = data_->local_to(place);
    return found == nullptr ? *this : Law(*found);
}

std::string const& Law::digest() const noexcept { return data_->digest; }

std::vector<Book> const& Law::books() const noexcept { return data_->books; }

field::Regions const& Law::regions() const noexcept { return data_->regions; }

field::Calendar const& Law::calendar(Place const& place) const {
    auto const& data = data_->at(place);
    for (auto const& code : data.layers(place.region))
        if (auto const found = data.regional.find(code); found != data.regional.end()) return found->second;
    return data.national;
}

Clause const* Law::find(Kind kind, std::string_view name, Place const& place, field::Date act) const {
    auto const* found = data_->at(place).find(kind, name, place, act);
    return found == nullptr ? nullptr : &found->clause;
}

std::vector<Clause const*> Law::all() const {
    std::vector<Clause const*> out;
    for (auto const& compiled : data_->clauses)
        if (!compiled.bridge) out.push_back(&compiled.clause);
    return out;
}

std::vector<Clause const*> Law::in_force(field::Date act) const {
    std::vector<Clause const*> out;
    for (auto const& compiled : data_->clauses)
        if (compiled.in_force(act)) out.push_back(&compiled.clause);
    return out;
}

Clause const* Law::by_id(std::string_view id) const {
    auto const found = data_->by_id.find(id);
    if (found == data_->by_id.end()) return nullptr;
    Compiled const* newest = nullptr;
    for (auto const* version : found->second)
        if (!version->bridge && (newest == nullptr || newest->from < version->from)) newest = version;
    return &newest->clause;
}

Clause const* Law::by_id(std::string_view id, field::Date act) const {
    auto const found = data_->by_id.find(id);
    if (found == data_->by_id.end()) return nullptr;
    auto const version = std::ranges::find_if(found->second, [&](Compiled const* c) { return c->in_force(act); });
    return version == found->second.end() ? nullptr : &(*version)->clause;
}

std::optional<json::value> Law::setting(Kind kind, std::string_view name, std::string_view key, Place const& place,
                                        field::Date act) const {
    return data_->at(place).setting({kind, std::string(name), std::string(key)}, place, act);
}

json::object const* Law::catalogue(std::string_view name, Place const& place, field::Date act) const {
    auto const* found = data_->at(place).find(Kind::catalogue, name, place, act);
    return found == nullptr ? nullptr : &found->clause.body;
}

}  // namespace anping::rulebook
