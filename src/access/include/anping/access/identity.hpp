// SPDX-License-Identifier: Apache-2.0
// Who is asking, and what they are to the thing they ask about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/region.hpp>

namespace anping::access {

struct AccountTag {
    static constexpr char const* name = "账号";
};
using AccountId = Id<AccountTag>;

// One role an account; a person with two offices has two accounts.
enum class Role {
    anonymous,
    institution_admin,
    project_leader,
    assessor,
    internal_reviewer,
    technical_lead,
    process_lead,
    authorised_signatory,  // an institution's
    enterprise,
    clerk,
    section_head,
    leader,
    permit_officer,
    legal_officer,
    discipline_officer,  // a bureau's, at its region's level
    rater,
    expert,
    association,
    administrator,
    security_officer,
    auditor,  // the platform's, separated
};
BOOST_DESCRIBE_ENUM(Role, anonymous, institution_admin, project_leader, assessor, internal_reviewer, technical_lead,
                    process_lead, authorised_signatory, enterprise, clerk, section_head, leader, permit_officer,
                    legal_officer, discipline_officer, rater, expert, association, administrator, security_officer,
                    auditor)

// What the one asking is to the matter. The nearest applies: own unit, party, then the regions from same to sibling
// (under the same authority), then public_ if the matter is published, else stranger.
enum class Relation { own_unit, party, same_region, child_region, parent_region, sibling_region, stranger, public_ };
BOOST_DESCRIBE_ENUM(Relation, own_unit, party, same_region, child_region, parent_region, sibling_region, stranger,
                    public_)

enum class UnitKind { institution, enterprise, bureau, rater, association, platform, none };
BOOST_DESCRIBE_ENUM(UnitKind, institution, enterprise, bureau, rater, association, platform, none)

struct Principal {
    AccountId account;
    Role role = Role::anonymous;
    std::string unit;  // institution, enterprise or bureau id; "" for the public
    UnitKind unit_kind = UnitKind::none;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    std::string display_name;
    bool recently_authenticated = false;  // typed the password within the last 5 minutes
};

// What a decision about access needs to know of a thing.
struct Target {
    std::string unit;                     // whose it is
    std::vector<std::string> parties;     // other units concerned (the enterprise of a project)
    field::RegionCode region;             // where it happens
    std::vector<field::RegionCode> also;  // further regions concerned (where the institution is registered)
    field::Authority authority = field::Authority::government;
    bool published = false;  // the public may know of it
};

// Exactly one, the nearest. Nobody who is not signed in is nearer than the public.
Relation relation(Principal const& who, Target const& what, field::Regions const& regions);

}  // namespace anping::access
