// SPDX-License-Identifier: Apache-2.0
// Who is supervised and who supervises: institutions, their people, enterprises, bureaus.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/field/identifiers.hpp>
#include <anping/field/region.hpp>
#include <anping/field/scope.hpp>

namespace anping::registry {

struct InstitutionTag {
    static constexpr char const* name = "机构";
};
struct PersonTag {
    static constexpr char const* name = "人员";
};
struct EnterpriseTag {
    static constexpr char const* name = "企业";
};
struct BureauTag {
    static constexpr char const* name = "应急管理部门";
};
using InstitutionId = Id<InstitutionTag>;
using PersonId = Id<PersonTag>;
using EnterpriseId = Id<EnterpriseTag>;
using BureauId = Id<BureauTag>;

enum class InstitutionKind { assessment, testing };
BOOST_DESCRIBE_ENUM(InstitutionKind, assessment, testing)

// The certificate as recognised: number, scopes, days of validity (both included).
struct Qualification {
    Text<1, 40> certificate;
    std::vector<field::Scope> scopes;
    field::Date valid_from;
    field::Date valid_until;

    bool covers(field::Scope const& scope) const noexcept { return std::ranges::find(scopes, scope) != scopes.end(); }
    bool valid_on(field::Date date) const noexcept { return valid_from <= date && date <= valid_until; }
};
BOOST_DESCRIBE_STRUCT(Qualification, (), (certificate, scopes, valid_from, valid_until))

// Bureaus are not registered: every division has one, and beside it the Corps' where there is one.
inline BureauId bureau_of(field::RegionCode const& region, field::Authority authority) {
    return {"B-" + region.digits + (authority == field::Authority::corps ? "-C" : "")};
}

}  // namespace anping::registry
