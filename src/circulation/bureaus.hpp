// SPDX-License-Identifier: Apache-2.0
// Bureaus are not registered: their ids say where they are.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/registry/types.hpp>

namespace anping::circulation {

// Where a bureau is; nothing for what is no bureau's id. Whether there is such a region is the law's to say.
inline std::optional<std::pair<field::RegionCode, field::Authority>> office_of(registry::BureauId const& bureau) {
    if (bureau.text.size() < 8) return std::nullopt;
    field::RegionCode const region{bureau.text.substr(2, 6)};
    for (auto const authority : {field::Authority::government, field::Authority::corps})
        if (registry::bureau_of(region, authority) == bureau) return std::pair{region, authority};
    return std::nullopt;
}

// Own and below: whose work a bureau reads.
inline bool reads_of(access::Principal const& who, registry::BureauId const& bureau, field::Regions const& regions) {
    if (bureau.text == who.unit) return true;
    auto const office = office_of(bureau);
    return office && office->second == who.authority && office->first != who.region &&
           regions.contains(who.region, office->first);
}

// Somebody of the bureau who may do what its clerks may.
inline access::Principal clerk_of(registry::BureauId const& bureau, field::RegionCode region,
                                  field::Authority authority) {
    access::Principal out;
    out.role = access::Role::clerk;
    out.unit = bureau.text;
    out.unit_kind = access::UnitKind::bureau;
    out.region = std::move(region);
    out.authority = authority;
    return out;
}

}  // namespace anping::circulation
