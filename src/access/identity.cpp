// SPDX-License-Identifier: Apache-2.0
#include <anping/access/identity.hpp>

#include <algorithm>

namespace anping::access {
namespace {

// The nearest relation of a place to the asker's own; nothing when they have nothing to do with each other.
std::optional<Relation> regional(field::RegionCode const& own, field::RegionCode const& other,
                                 field::Regions const& regions) {
    if (own.digits.empty() || other.digits.empty()) return std::nullopt;
    if (own == other) return Relation::same_region;
    if (regions.contains(own, other)) return Relation::child_region;
    if (regions.contains(other, own)) return Relation::parent_region;
    auto const* here = regions.find(own);
    auto const* there = regions.find(other);
    if (here != nullptr && there != nullptr && here->parent == there->parent) return Relation::sibling_region;
    return std::nullopt;
}

}  // namespace

Relation relation(Principal const& who, Target const& what, field::Regions const& regions) {
    auto const far = what.published ? Relation::public_ : Relation::stranger;
    if (who.role == Role::anonymous) return far;
    if (!who.unit.empty()) {
        if (who.unit == what.unit) return Relation::own_unit;
        if (std::find(what.parties.begin(), what.parties.end(), who.unit) != what.parties.end()) return Relation::party;
    }
    if (who.authority != what.authority) return far;
    auto nearest = regional(who.region, what.region, regions);
    for (auto const& other : what.also) {
        auto const here = regional(who.region, other, regions);
        if (here && (!nearest || *here < *nearest)) nearest = here;
    }
    return nearest.value_or(far);
}

}  // namespace anping::access
